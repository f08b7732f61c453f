/**
 * The region as a file: reading it, saying what is wrong with it, what it would change here, and writing it again (A1, A6,
 * A8, A9).
 *
 * <p>Leans on: access, actor, web. Records the facts of {@code actor} and {@code access}; what the other rooms begin with
 * they give by {@link se.samlad.region.Furnishing}.
 *
 * <p>Surprise: nothing in a file takes anything away. An import leaves what the file lacks as it is.
 */
@NullMarked
package se.samlad.region;

import org.jspecify.annotations.NullMarked;
