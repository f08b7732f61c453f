/**
 * The world in: what others warn of, read from their own published forms into one form that all views share.
 *
 * <p>Leans on: {@code journal}, {@code access}, {@code web}; reading itself leans on nothing but a JSON parser.
 *
 * <p>Surprise: a feed is the full list of what is in force, so a warning ends by no longer standing in it ({@link
 * se.samlad.feed.Watched}). An end time that the source made up is left out rather than believed, and an area that
 * is not known is neither "the whole county" nor "nothing" ({@link se.samlad.feed.County}).
 */
@NullMarked
package se.samlad.feed;

import org.jspecify.annotations.NullMarked;
