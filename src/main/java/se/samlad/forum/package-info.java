/**
 * Where functions meet: the forums of an incident in activated mode on three levels, who is in them, who chairs, and how
 * they are reached (DOMAIN F1–F6, I2–I4, A6, A8); and the standing forums of ordinary mode, by name.
 *
 * <p>Leans on: journal, access, web, live, actor, incident. Writes only its own facts, and the activation that is
 * recorded with a convened forum. Other rooms learn about forums through {@link se.samlad.incident.Sittings}.
 *
 * <p>Surprise: a seat in a forum grants the forum's label, and that label grants the incident's. An actor released from
 * one forum still sees the incident while it sits in another. Its access ends with its last seat, unless the incident
 * is open to it otherwise. Closing a forum takes away no access; to end an actor's access, release it.
 */
@NullMarked
package se.samlad.forum;

import org.jspecify.annotations.NullMarked;
