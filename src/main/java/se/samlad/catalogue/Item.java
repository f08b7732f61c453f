package se.samlad.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Things;
import se.samlad.catalogue.CatalogueFact.Line;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/**
 * A line of an actor's catalogue: the fold of its facts.
 *
 * @param drawn the entry that last changed it
 * @param actor whose it is, by code
 * @param at when it was last changed
 */
public record Item(UUID id, Labels labels, UUID drawn, String actor, Line line, Instant at) implements Things.Thing {

    /** All lines of one catalogue, or of all of them. Those that were removed are not there. */
    record All(PMap<UUID, Item> byId) {
        private static final All NONE = new All(HashTreePMap.empty());
        static final View<All> VIEW = View.of("catalogue.lines", NONE, CatalogueFact.class, All::apply);
        static final Across<All> ACROSS = new Across<>(View.of("catalogue.all", NONE, CatalogueFact.class, All::apply));

        Optional<Item> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        private All apply(Entry by, CatalogueFact fact) {
            var before = byId.get(by.subject());
            return switch (fact) {
                case CatalogueFact.Listed l -> with(of(by, by.labels(), l.line()));
                case CatalogueFact.Changed c -> before == null ? this : with(of(by, before.labels, c.line()));
                case CatalogueFact.Removed r -> new All(byId.minus(by.subject()));
            };
        }

        private All with(Item item) {
            return new All(byId.plus(item.id, item));
        }
    }

    private static Item of(Entry by, Labels labels, Line line) {
        return new Item(by.subject(), labels, by.id(), by.by().actor(), line, by.occurredAt());
    }

    /** The stream of an actor's catalogue. */
    static UUID stream(String actor) {
        return UUID.nameUUIDFromBytes(("catalogue:" + actor).getBytes(StandardCharsets.UTF_8));
    }

    public boolean isOf(@Nullable String code) {
        return actor.equals(code);
    }

    /** Whether other actors see it. */
    public boolean isShared() {
        return labels.all().stream().anyMatch(label -> !label.equals("actor:" + actor));
    }
}
