/**
 * What the actors agree to strive for and do, who stands behind which part, and what has been carried out (DOMAIN D1–D3,
 * A4); and the directions that were prepared beforehand.
 *
 * <p>Leans on: journal, access, web, live, actor, incident. Writes only its own facts. Knows forums through
 * {@link se.samlad.incident.Sittings}.
 *
 * <p>Surprise: a measure that names an actor is a wish until that actor takes a stance in its own name. A stance on a
 * measure outweighs the same actor's stance on the whole, whichever came first. Directions are numbered per circle of
 * readers, so that a number tells nobody of what it may not see.
 */
@NullMarked
package se.samlad.direction;

import org.jspecify.annotations.NullMarked;
