/**
 * Cases of ordinary mode: a question taken from idea to decision to follow-up (DOMAIN G4, scene 1).
 *
 * <p>Leans on: journal, access, web, live, list, actor, incident, paper. Writes only its own facts. What is left of an incident
 * becomes cases in the same step in which that ends.
 *
 * <p>Surprise: standing forums have no chairs of their own yet. The county board's function that convenes on the directing
 * level speaks for the chefsgruppen, and the secretariat for the samordningsgruppen ({@link se.samlad.actor.Seat}).
 */
@NullMarked
package se.samlad.casework;

import org.jspecify.annotations.NullMarked;
