/**
 * Places: the county's municipalities as the pages draw them.
 *
 * <p>Leans on: web, live (rows). Knows actors by their codes only.
 *
 * <p>Surprise: on the map, each row that may change alone is a small {@code <svg>} within the map. Browsers parse
 * updates as HTML, where a bare {@code <path>} would not be drawn.
 */
@NullMarked
package se.samlad.place;

import org.jspecify.annotations.NullMarked;
