/**
 * Meetings of the forums of ordinary mode: called, held, closed, approved and carried home; what was decided, and what
 * actors have undertaken (DOMAIN F1, A4, A6, A7, C5, I1). The year with its meetings is in {@code page}.
 *
 * <p>Leans on: journal, access, web, live, list, actor, incident, standing. Writes only its own facts. Other rooms say what is
 * due in a forum by {@link se.samlad.web.Due}.
 *
 * <p>Surprise: nobody opens a meeting by a step of its own. The first thing that who leads it says there opens it, and what is
 * due then stands on its agenda from that time on.
 */
@NullMarked
package se.samlad.meeting;

import org.jspecify.annotations.NullMarked;
