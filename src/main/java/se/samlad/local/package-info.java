/**
 * Local incidents and the regional one above them: which belongs to which, and what each shows of the other (DOMAIN F5).
 *
 * <p>Leans on: journal, access, web, live, actor, incident. Writes only its own facts.
 *
 * <p>Surprise: a link is recorded in both streams, for those to whom both incidents are open. A reader of only one is not told
 * of the other. That an incident is local at all is a fact of the room {@code incident}.
 */
@NullMarked
package se.samlad.local;

import org.jspecify.annotations.NullMarked;
