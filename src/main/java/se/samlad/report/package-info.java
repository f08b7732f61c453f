/**
 * What an actor says about its own situation, what it passes on from somebody else, and plain rows of the log (DOMAIN C1,
 * C3–C5).
 *
 * <p>Leans on: journal, access, web, live, actor, incident. Writes only its own facts.
 *
 * <p>Surprise: "nothing new" is a fact of its own. It renews the age of the report it cites and is shared exactly as that
 * one is; it never copies it. A correction keeps the time and the sharing of what it corrects, so that the picture as it
 * was then becomes right too. Whose report it is stands in the envelope and nowhere else: nobody can report for another.
 */
@NullMarked
package se.samlad.report;

import org.jspecify.annotations.NullMarked;
