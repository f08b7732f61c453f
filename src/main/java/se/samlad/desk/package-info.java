/**
 * What joins the rooms: <em>Nu</em>, the incident page with its log, the JSON of incidents and of the journal, search, and
 * the commands that reach across rooms (stand-down with hand-over, I5).
 *
 * <p>Leans on: every room below. Nothing leans on it.
 *
 * <p>Surprise: the log is not kept here. Its rows are told by the rooms ({@code incident.Telling}) from their own facts,
 * entry by entry, and what waits for whom by {@code web.Waiting}; the desk only puts them in order.
 */
@NullMarked
package se.samlad.desk;

import org.jspecify.annotations.NullMarked;
