/**
 * Lists, each defined once: filtering, sorting, paging, files (CSV, XLSX, JSON) and print.
 *
 * <p>Leans on: web. Writes nothing. The room that defines a list passes its rows through the gate first.
 *
 * <p>Surprise: a file has all rows that the filter lets through, up to {@link se.samlad.list.Listing#MOST}; the page has fifty.
 */
@NullMarked
package se.samlad.list;

import org.jspecify.annotations.NullMarked;
