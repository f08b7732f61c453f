/**
 * Who is planned to be on duty in each function: shifts, patterns, swaps, and the gaps weeks ahead (DOMAIN A6, R2).
 *
 * <p>Leans on: journal, access, web, live, actor, credential, reach, incident.
 *
 * <p>Surprise: a plan is layers in the order they were recorded, and nothing is expanded before it is read. A shift over a
 * part of an earlier one cuts it in two; take the later one away, and the earlier one is whole again. Persons are known to
 * their own actor only: all others see that a function is on duty, and until when.
 */
@NullMarked
package se.samlad.rota;

import org.jspecify.annotations.NullMarked;
