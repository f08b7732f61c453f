/**
 * The organisations that collaborate: the members, the joint functions and known contacts (DOMAIN A1, A5, A8, A9).
 *
 * <p>Leans on: journal, access, web. Writes only its own facts, each in the actor's own stream.
 *
 * <p>Surprise: being a member is what gives the label {@code members}; the joint functions hold it too, for they work for
 * all, though they are no party.
 */
@NullMarked
package se.samlad.actor;

import org.jspecify.annotations.NullMarked;
