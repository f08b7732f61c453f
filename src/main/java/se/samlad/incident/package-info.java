/**
 * Incidents, whether sudden, expected or slowly developing: from the signal through its assessment to stand-down, and
 * whom it concerns (DOMAIN I1–I5).
 *
 * <p>Leans on: journal, access, web, live, actor. Writes only its own facts.
 *
 * <p>Surprise: everything in an activated collaboration is in its incident's stream, also the facts of the work rooms;
 * this room folds only its own. An exercise has its own clock, and lateness is judged by it.
 */
@NullMarked
package se.samlad.incident;

import org.jspecify.annotations.NullMarked;
