/**
 * What joins the rooms: <em>Nu</em>, the incident page with its log, the JSON of incidents and of the journal, search, and
 * the commands that reach across rooms (stand-down with hand-over, I5).
 *
 * <p>Leans on: every room below. Nothing leans on it.
 *
 * <p>Surprise: the log is not stored here. Rooms turn their own facts into rows ({@code incident.Telling}), entry by
 * entry, and name what waits for whom ({@code web.Waiting}). The desk only puts these in order.
 */
@NullMarked
package se.samlad.desk;

import org.jspecify.annotations.NullMarked;
