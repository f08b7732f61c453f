package se.samlad.actor;

import java.util.Optional;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import se.samlad.actor.Actor.Kind;
import se.samlad.journal.Across;
import se.samlad.journal.View;

/**
 * The region: its name, actors, groups and areas. Every member may read them, so they need no gate of their own.
 *
 * @param region {@link RegionName#NONE} before there is one
 */
public record Known(
        RegionName region,
        PMap<String, Actor> actors,
        PMap<String, ActorFact.GroupNamed> groups,
        PMap<String, Area> areas) {

    static final Known NOBODY =
            new Known(RegionName.NONE, OrderedPMap.empty(), OrderedPMap.empty(), OrderedPMap.empty());

    public static final Across<Known> ACROSS =
            new Across<>(View.of("actor.known", NOBODY, ActorFact.class, (s, e, f) -> s.apply(f)));

    Known apply(ActorFact fact) {
        return switch (fact) {
            case ActorFact.Registered r ->
                new Known(region, actors.plus(r.actor().code(), r.actor()), groups, areas);
            case ActorFact.RegisteredFirst r -> apply(r.now());
            case ActorFact.GroupNamed g -> new Known(region, actors, groups.plus(g.code(), g), areas);
            case ActorFact.RegionNamed n -> new Known(n.region(), actors, groups, areas);
            case ActorFact.AreaDrawn d ->
                new Known(region, actors, groups, areas.plus(d.area().code(), d.area()));
        };
    }

    /** The first actor of the kind. */
    Optional<Actor> first(Kind kind) {
        return actors.values().stream().filter(a -> a.kind() == kind).findFirst();
    }
}
