/**
 * Loans over all incidents and ordinary mode: each actor's own list, and for an incident its needs on the map and its loans in
 * time (DOMAIN D4, I5). Reads, writes nothing.
 *
 * <p>Leans on: access, web, live, list, actor, place, region, incident, resource.
 *
 * <p>Surprise: a loan of an incident that was stood down stays in the list until it is back.
 */
@NullMarked
package se.samlad.loan;

import org.jspecify.annotations.NullMarked;
