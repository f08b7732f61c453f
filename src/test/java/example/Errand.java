package example;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Things;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/**
 * Something that somebody asks others to do. It is a stream of its own, and belongs to no incident.
 *
 * @param drawn the entry that last changed what is asked: what new words and a promise are drawn from
 */
public record Errand(
        UUID id,
        Labels labels,
        UUID drawn,
        String what,
        String askedBy,
        Instant askedAt,
        @Nullable String takenBy,
        boolean isDone)
        implements Things.Thing {

    enum State {
        ASKED,
        TAKEN,
        DONE
    }

    /** All errands, folded over one stream or over all of them. */
    record All(PMap<UUID, Errand> byId) {
        static final All NONE = new All(HashTreePMap.empty());
        static final View<All> VIEW = View.of("example.errand", NONE, ErrandFact.class, All::apply);
        static final Across<All> ACROSS = new Across<>(View.of("example.errands", NONE, ErrandFact.class, All::apply));

        Optional<Errand> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        private All apply(Entry by, ErrandFact fact) {
            var before = byId.get(by.subject());
            var after = before == null ? asked(by, fact) : before.after(by, fact);
            return after == null ? this : new All(byId.plus(after.id, after));
        }
    }

    private static @Nullable Errand asked(Entry by, ErrandFact fact) {
        return fact instanceof ErrandFact.Asked a
                ? new Errand(by.id(), by.labels(), by.id(), a.what(), by.by().actor(), by.occurredAt(), null, false)
                : null;
    }

    private Errand after(Entry by, ErrandFact fact) {
        return switch (fact) {
            case ErrandFact.Asked a -> this;
            case ErrandFact.Reworded r -> new Errand(id, labels, by.id(), r.what(), askedBy, askedAt, takenBy, isDone);
            case ErrandFact.Taken t ->
                new Errand(id, labels, drawn, what, askedBy, askedAt, by.by().actor(), false);
            case ErrandFact.Done d -> new Errand(id, labels, drawn, what, askedBy, askedAt, takenBy, true);
        };
    }

    State state() {
        if (takenBy == null) return State.ASKED;
        return isDone ? State.DONE : State.TAKEN;
    }
}
