/**
 * Lists, defined once: filter, sorting, paging, and the same as a file (CSV, XLSX, JSON) or on paper.
 *
 * <p>Leans on: web. Writes nothing; who makes a list has let its rows through the gate.
 *
 * <p>Surprise: a file has all rows that the filter lets through, up to {@link se.samlad.list.Listing#MOST}; the page has fifty.
 */
@NullMarked
package se.samlad.list;

import org.jspecify.annotations.NullMarked;
