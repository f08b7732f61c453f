/**
 * The catalogue: what each actor can usually share, with number, readiness, contact function and terms (DOMAIN D4, R2).
 *
 * <p>Leans on: journal, access, web, live, list, actor, staff (what the functions of a staff are called). Writes only its own
 * facts, in a stream of each actor's catalogue.
 *
 * <p>Surprise: a line promises nothing. Only a promise in the room {@code resource} does.
 */
@NullMarked
package se.samlad.catalogue;

import org.jspecify.annotations.NullMarked;
