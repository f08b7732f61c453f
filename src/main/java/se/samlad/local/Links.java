package se.samlad.local;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPSet;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * What an incident is linked to, as far as its reader may know: the fold of this room's facts in its stream.
 *
 * @param parent the regional incident above it; null: none
 * @param locals the local incidents below it, the first linked first
 */
record Links(@Nullable UUID parent, OrderedPSet<UUID> locals) {

    static final Links NONE = new Links(null, OrderedPSet.empty());

    static final View<Links> VIEW =
            View.of("local.links", NONE, LocalFact.class, (links, entry, fact) -> links.apply(entry, fact));

    private Links apply(Entry by, LocalFact fact) {
        boolean below = fact.local().equals(by.stream());
        return switch (fact) {
            case LocalFact.Linked l ->
                below ? new Links(l.parent(), locals) : new Links(parent, locals.plus(l.local()));
            case LocalFact.Unlinked u -> below ? without(u.parent()) : new Links(parent, locals.minus(u.local()));
        };
    }

    private Links without(UUID former) {
        return former.equals(parent) ? new Links(null, locals) : this;
    }
}
