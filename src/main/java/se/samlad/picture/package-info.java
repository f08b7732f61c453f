/**
 * The joint picture (DOMAIN C2, C3, F3): what is made of all that actors have said, as each viewer may see it, now, as we
 * knew it at a time, and as it was at a time. Its page, its panels, the wall and the API.
 *
 * <p>Leans on: journal, access, web, live, actor, place, incident, report. Writes nothing.
 *
 * <p>Surprise: nobody keeps a picture. It is folded from the entries that passed the gate, so what is hidden leaves no
 * trace, not even in a count: a hole means <em>nothing shared with you</em>. Ages are never worked out here, since time
 * passing renders nothing; script shows them.
 */
@NullMarked
package se.samlad.picture;

import org.jspecify.annotations.NullMarked;
