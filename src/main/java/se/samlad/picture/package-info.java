/**
 * The joint picture (DOMAIN C2, C3, F3): all that actors have reported, as each viewer may see it; now, as it was known
 * at a time, and as it was at a time. Its page, its panels, the wall and the API.
 *
 * <p>Leans on: journal, access, web, live, actor, place, incident, report. Writes nothing.
 *
 * <p>Surprise: no picture is stored. It is folded from the entries that passed the gate, so hidden entries leave no
 * trace, not even in a count: a hole means <em>nothing shared with you</em>. Ages are never computed here, since
 * passing time renders nothing; the page's script shows them.
 */
@NullMarked
package se.samlad.picture;

import org.jspecify.annotations.NullMarked;
