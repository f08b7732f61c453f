/**
 * An actor's reports about its own situation, its statements passed on about others, and plain rows of the log (DOMAIN
 * C1, C3–C5).
 *
 * <p>Leans on: journal, access, web, live, actor, incident. Writes only its own facts.
 *
 * <p>Surprise: "nothing new" is a fact of its own. It cites a report, renews that report's age and has the same
 * readers; it never copies the report. A correction keeps the time and the readers of the text that it corrects, so
 * that pictures of past times are corrected too. Only the envelope states whose report it is, so nobody can report for
 * another.
 */
@NullMarked
package se.samlad.report;

import org.jspecify.annotations.NullMarked;
