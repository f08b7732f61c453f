/**
 * The watch: what others warn of, fetched or handed in, recorded when it changes, shown to those it touches, and one
 * press from a signal (C6, I1).
 *
 * <p>Leans on: {@code journal}, {@code access}, {@code web}, {@code live}, {@code actor}, {@code incident}, and {@code
 * warning}, which does the reading.
 *
 * <p>Surprise: what was fetched and what was handed in are kept apart, each in its own stream, so that neither ever
 * ends the other's warnings. What a warning draws on the map is not kept, only which municipalities it touches. An
 * exercise's warning does not expire by the real clock: its times are the exercise's own.
 */
@NullMarked
package se.samlad.feed;

import org.jspecify.annotations.NullMarked;
