/**
 * Plays a scene: a story written as data, step by step through the public interface of a running server.
 *
 * <p>Leans on nothing of ours, only HTTP and the texts of the file: what a scene can do, anybody outside can do.
 *
 * <p>Surprise: a scene has its own clock. Nothing sleeps; before each later step the exercise's clock is moved forward.
 */
@NullMarked
package se.samlad.play;

import org.jspecify.annotations.NullMarked;
