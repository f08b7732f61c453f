package se.samlad.actor;

import java.util.List;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import se.samlad.journal.Across;
import se.samlad.journal.View;

/** All actors and groups. Every member may read them, so they need no gate of their own. */
record Known(PMap<String, Actor> actors, PMap<String, Group> groups) {

    /** A named group of actors. */
    record Group(String code, String nameSv, String nameEn, List<String> actors) {}

    static final Known NOBODY = new Known(OrderedPMap.empty(), OrderedPMap.empty());

    static final Across<Known> ACROSS =
            new Across<>(View.of("actor.known", NOBODY, ActorFact.class, (s, e, f) -> s.apply(f)));

    Known apply(ActorFact fact) {
        return switch (fact) {
            case ActorFact.Registered r -> new Known(actors.plus(r.actor().code(), r.actor()), groups);
            case ActorFact.GroupNamed g ->
                new Known(actors, groups.plus(g.code(), new Group(g.code(), g.nameSv(), g.nameEn(), g.actors())));
        };
    }
}
