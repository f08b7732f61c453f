/**
 * Warnings as their sources publish them: read into one form, placed on the county, and compared with those known.
 * Pure: the room {@code feed} fetches and records.
 *
 * <p>Leans on: a JSON parser, a geometry library, and {@code web} for what a time without an offset means.
 *
 * <p>Surprise: a feed is the full list of warnings in force, so a warning ends when it is missing from the list
 * ({@link se.samlad.warning.Watched}). An end time that is not credible is left out, and an unknown area counts as
 * neither "the whole county" nor "nothing" ({@link se.samlad.warning.County}).
 */
@NullMarked
package se.samlad.warning;

import org.jspecify.annotations.NullMarked;
