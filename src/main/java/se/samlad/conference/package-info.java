/**
 * Conferences: the short structured meeting of a forum, every week and in a crisis. It is called, prepared, held and
 * closed; its protocol is what was said in it, and is ready when it closes (DOMAIN C1, C5, A4, A7, I3, I6).
 *
 * <p>Leans on: journal, access, web, live, lapse, actor, incident, forum, report, direction, agenda, question. With its own
 * facts it records, in an incident, the same entries that the log, the picture and the direction have: those rooms make them.
 *
 * <p>Surprise: a conference has a stream of its own, in an incident too. What the one who keeps the protocol notes for
 * another actor is never that actor's: it waits for the actor's own word.
 */
@NullMarked
package se.samlad.conference;

import org.jspecify.annotations.NullMarked;
