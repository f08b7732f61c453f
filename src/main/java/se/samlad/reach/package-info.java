/**
 * How functions are reached: the paths to each of them, in order, and the channels that carry a call (DOMAIN I3, R1, R4).
 *
 * <p>Leans on: journal, access, web, live, actor, credential.
 *
 * <p>Surprise: everything that leaves the building passes {@link se.samlad.reach.Outgoing}. What is kept in, such as an
 * exercise, is stopped there, whatever the channel.
 */
@NullMarked
package se.samlad.reach;

import org.jspecify.annotations.NullMarked;
