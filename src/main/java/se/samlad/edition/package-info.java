/**
 * Editions of the picture: what goes out to an audience, when, and in whose words (DOMAIN C2, C6). Of the region's week, and
 * of an incident.
 *
 * <p>Leans on: journal, access, web, live, list, actor, incident, report, week. Writes only its own facts.
 *
 * <p>Surprise: an edition's lines are read as its audience reads, by a viewer that holds the audience's labels alone, and
 * are recorded with it. So an edition tells nobody what the gate does not, and stays as it went out.
 */
@NullMarked
package se.samlad.edition;

import org.jspecify.annotations.NullMarked;
