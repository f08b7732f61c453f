/**
 * The kinds of conference: the steps of each, who takes part, how long it is, and what it leaves. Each is as it is shipped
 * until the secretariat edits it (DOMAIN C1, I4, I6).
 *
 * <p>Leans on: journal, access, web, live, actor, incident. Writes only its own facts. Conferences read the kinds when they
 * are called.
 *
 * <p>Surprise: a kind that nobody has edited has no entry. All kinds are subjects of one stream.
 */
@NullMarked
package se.samlad.agenda;

import org.jspecify.annotations.NullMarked;
