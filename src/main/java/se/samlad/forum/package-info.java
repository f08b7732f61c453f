/**
 * Where functions meet: the forums of an incident in activated mode on three levels, who is in them, who chairs, and how
 * they are reached (DOMAIN F1–F6, I2–I4, A6, A8); and the standing forums of ordinary mode, by name.
 *
 * <p>Leans on: journal, access, web, live, actor, incident. Writes only its own facts, and the activation that goes along
 * with convening. What other rooms must know of a forum they are told through {@link se.samlad.incident.Sittings}.
 *
 * <p>Surprise: sitting in a forum gives its label, and the forum's label gives the incident's. So who is released from one
 * forum still sees the incident while it sits in another, and stops seeing it with the last, unless it was open to it
 * anyway. A closed forum takes no sight away: who shall see no more is released.
 */
@NullMarked
package se.samlad.forum;

import org.jspecify.annotations.NullMarked;
