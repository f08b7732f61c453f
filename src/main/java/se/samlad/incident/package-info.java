/**
 * What happens, is expected or slowly develops: from the signal over its assessment to stand-down, and who it concerns
 * (DOMAIN I1–I5).
 *
 * <p>Leans on: journal, access, web, live, actor. Writes only its own facts.
 *
 * <p>Surprise: all of an activated collaboration lies in its incident's stream, the work rooms' facts too; this room folds
 * only its own. An exercise has its own clock, which lateness is judged by.
 */
@NullMarked
package se.samlad.incident;

import org.jspecify.annotations.NullMarked;
