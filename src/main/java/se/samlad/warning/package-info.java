/**
 * Warnings as their sources publish them: read into one form, placed on the county, compared with what was known.
 * Pure: nothing here is recorded or fetched; the room {@code feed} does that.
 *
 * <p>Leans on: nothing but a JSON parser.
 *
 * <p>Surprise: a feed is the full list of what is in force, so a warning ends by no longer standing in it ({@link
 * se.samlad.warning.Watched}). An end time that the source made up is left out rather than believed, and an area that
 * is not known is neither "the whole county" nor "nothing" ({@link se.samlad.warning.County}).
 */
@NullMarked
package se.samlad.warning;

import org.jspecify.annotations.NullMarked;
