/**
 * Prepared directions on their way: types of event weighed and put in order, scenarios discussed, the text written and adopted, who
 * stands behind it, and each actor's own checklist (D1). The texts themselves are the room {@code direction}'s.
 *
 * <p>Leans on: journal, access, web, live, actor, incident, direction, standing. Writes its own facts, and versions of prepared
 * directions with their adoption through {@code direction.PreparedDirections}.
 *
 * <p>Surprise: a checklist is its actor's alone, with its ticks, wherever it is used.
 */
@NullMarked
package se.samlad.preparation;

import org.jspecify.annotations.NullMarked;
