package se.samlad.actor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actor.Membership;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. */
public sealed interface ActorFact extends Fact {

    /** The actor is registered. Recorded again, it replaces the earlier data. */
    @Stored("actor.registered.2")
    record Registered(Actor actor) implements ActorFact {}

    /** As it was stored before an actor could be an associated member. It is only read. */
    @Stored("actor.registered.1")
    record RegisteredFirst(First actor) implements ActorFact {

        /** @param member whether it was a party */
        public record First(
                String code,
                String nameSv,
                String nameEn,
                String shortName,
                @Nullable String shortEn,
                Actor.Kind kind,
                boolean member,
                @Nullable String scb,
                List<Actor.Unit> units,
                List<Actor.Count> inhabitants) {}

        /** The same in today's form. */
        public Registered now() {
            return new Registered(new Actor(
                    actor.code,
                    actor.nameSv,
                    actor.nameEn,
                    actor.shortName,
                    actor.shortEn,
                    actor.kind,
                    actor.member ? Membership.PARTY : Membership.NONE,
                    null,
                    actor.scb,
                    actor.units,
                    actor.inhabitants));
        }
    }

    /** A named group of actors, such as all municipalities. */
    @Stored("actor.group-named.1")
    record GroupNamed(String code, String nameSv, String nameEn, List<String> actors) implements ActorFact {}

    /** What the region is called. Recorded again, it replaces the earlier name. */
    @Stored("actor.region-named.1")
    record RegionNamed(RegionName region) implements ActorFact {}

    /** An area of the map. Recorded again, it replaces the earlier outline. */
    @Stored("actor.area-drawn.1")
    record AreaDrawn(Area area) implements ActorFact {}
}
