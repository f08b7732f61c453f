/**
 * Shared resources: what is needed and what happens if it does not come, who offers and promises it in its own name, the
 * order that the directing forum gives, and each loan until it is back (DOMAIN D4, A4).
 *
 * <p>Leans on: journal, access, web, live, actor, incident, forum (who leads it, and which directs), staff (what its
 * functions are called), catalogue. Writes only its own facts, in the incident's stream; in ordinary mode each need has a
 * stream of its own.
 *
 * <p>Surprise: no state is ever chosen. What a need's state is follows from the quantities that each actor stated.
 */
@NullMarked
package se.samlad.resource;

import org.jspecify.annotations.NullMarked;
