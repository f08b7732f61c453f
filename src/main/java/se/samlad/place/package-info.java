/**
 * Where things are: the county's municipalities as the pages draw them.
 *
 * <p>Leans on: web, live (rows). Knows actors by their codes only.
 *
 * <p>Surprise: on the map each row that may change alone is a small {@code <svg>} within the map. What is sent to a
 * browser is read as HTML, where a bare {@code <path>} would be no drawing at all.
 */
@NullMarked
package se.samlad.place;

import org.jspecify.annotations.NullMarked;
