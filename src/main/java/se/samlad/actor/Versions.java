package se.samlad.actor;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.AccessFact;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * Which entries last changed the region: what an edit of it is drawn from.
 *
 * @param region the last one of all; null: nothing was recorded yet
 * @param ofActor the last one of each actor and its functions
 */
public record Versions(@Nullable UUID region, PMap<String, UUID> ofActor) {

    public static final Across<Versions> ACROSS = new Across<>(new View<>(
            "actor.versions",
            new Versions(null, HashTreePMap.empty()),
            List.of(ActorFact.class, AccessFact.class),
            Versions::after));

    private Versions after(Entry entry) {
        return switch (entry.fact()) {
            case ActorFact.Registered r -> after(entry, r.actor().code());
            case ActorFact.RegisteredFirst r -> after(entry, r.actor().code());
            case AccessFact.FunctionNamed n -> after(entry, n.function().actor());
            case ActorFact f -> new Versions(entry.id(), ofActor);
            default -> this; // who holds a function is no part of the region
        };
    }

    private Versions after(Entry entry, String actor) {
        return new Versions(entry.id(), ofActor.plus(actor, entry.id()));
    }
}
