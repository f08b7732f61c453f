/**
 * The watch: warnings from outside, fetched or handed in, recorded when they change, and shown to those they touch. A
 * signal can be raised from each with one press (C6, I1).
 *
 * <p>Leans on: {@code journal}, {@code access}, {@code web}, {@code live}, {@code actor}, {@code incident}, and
 * {@code warning}, which does the reading.
 *
 * <p>Surprise: fetched and handed-in warnings are kept apart, each in its own stream, so that neither ever ends the
 * other's. A warning's shape on the map is not kept, only the municipalities it touches. An exercise's warning does not
 * expire by its own times, which are the exercise's: it expires as long after it was recorded as it says.
 */
@NullMarked
package se.samlad.feed;

import org.jspecify.annotations.NullMarked;
