/**
 * The organisations that collaborate: the members, the joint functions and known contacts (DOMAIN A1, A5, A8, A9).
 *
 * <p>Leans on: journal, access, web. Writes its own facts and the functions' definitions, each in the actor's own
 * stream. The room {@code region} writes them too, from a file.
 *
 * <p>Surprise: membership gives the label {@code members}. The joint functions hold it too: they are no party, but they
 * work for all members.
 */
@NullMarked
package se.samlad.actor;

import org.jspecify.annotations.NullMarked;
