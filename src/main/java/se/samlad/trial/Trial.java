package se.samlad.trial;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.View;
import se.samlad.reach.Way;
import se.samlad.trial.TrialFact.Asked;
import se.samlad.web.Say;

/**
 * One test call.
 *
 * @param answered when each has answered, by {@link Asked#id}
 * @param given what became of each way, by the asked one's id and the way's name
 */
public record Trial(
        UUID id,
        By by,
        Instant at,
        TrialFact.Begun begun,
        PMap<UUID, Instant> answered,
        PMap<String, Outcome> given,
        boolean ended) {

    public List<Asked> asked() {
        return begun.asked();
    }

    public Optional<Asked> of(String actor) {
        return asked().stream().filter(a -> a.actor().equals(actor)).findFirst();
    }

    Optional<Asked> asked(UUID id) {
        return asked().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    public boolean isReached(Asked asked) {
        return answered.containsKey(asked.id());
    }

    public int reached() {
        return (int) asked().stream().filter(this::isReached).count();
    }

    /** What became of a way; empty: not known yet. */
    public Optional<Outcome> outcome(Asked asked, Way way) {
        return Optional.ofNullable(given.get(key(asked.id(), way)));
    }

    private static String key(UUID asked, Way way) {
        return asked + "/" + way;
    }

    private static @Nullable Trial begun(Entry by) {
        return by.fact() instanceof TrialFact.Begun b
                ? new Trial(by.stream(), by.by(), by.recordedAt(), b, HashTreePMap.empty(), HashTreePMap.empty(), false)
                : null;
    }

    private Trial after(Entry by, TrialFact fact) {
        return switch (fact) {
            case TrialFact.Begun b -> this;
            case TrialFact.Sent s -> {
                var all = given;
                for (var each : s.given())
                    if (!all.containsKey(key(each.asked(), each.way())))
                        all = all.plus(key(each.asked(), each.way()), each.outcome());
                yield new Trial(id, this.by, at, begun, answered, all, ended);
            }
            case TrialFact.Answered a ->
                ended || answered.containsKey(a.asked())
                        ? this
                        : new Trial(id, this.by, at, begun, answered.plus(a.asked(), by.recordedAt()), given, false);
            case TrialFact.Ended e -> new Trial(id, this.by, at, begun, answered, given, true);
            case TrialFact.Scheduled s -> this;
        };
    }

    /** One test alone, for verbs. */
    static final View<Optional<Trial>> VIEW = View.of(
            "trial.one",
            Optional.empty(),
            TrialFact.class,
            (state, by, fact) -> state.isEmpty()
                    ? Optional.ofNullable(begun(by))
                    : Optional.of(state.get().after(by, fact)));

    /** @param set when it was said; a test is due only after that */
    public record Schedule(int day, int hour, Instant set) {
        static final Schedule NONE = new Schedule(0, 0, Instant.EPOCH);

        /** The last time at which a test was due before now; empty: none was since it was said. */
        Optional<Instant> last(Instant now) {
            if (day == 0) return Optional.empty();
            var today = now.atZone(Say.STOCKHOLM);
            var due = today.toLocalDate()
                    .withDayOfMonth(day)
                    .atTime(LocalTime.of(hour, 0))
                    .atZone(Say.STOCKHOLM);
            if (due.isAfter(today)) due = due.minusMonths(1);
            return Optional.of(due.toInstant()).filter(time -> time.isAfter(set));
        }
    }

    /**
     * All tests of which something is still to be seen: those that go on, the latest whole ones, and who was not reached.
     *
     * @param whole of all members, the latest last
     * @param missed since when an actor has not been reached by any test
     */
    public record All(PMap<UUID, Trial> open, PVector<Trial> whole, PMap<String, Instant> missed, Schedule schedule) {

        /** Two years of them are shown. */
        static final int KEPT = 24;

        static final UUID SCHEDULE = UUID.nameUUIDFromBytes("trial.schedule".getBytes(StandardCharsets.UTF_8));

        static final UUID BEGINNING = UUID.nameUUIDFromBytes("trial.beginning".getBytes(StandardCharsets.UTF_8));

        static final Across<All> ACROSS = new Across<>(View.of(
                "trial.all",
                new All(HashTreePMap.empty(), TreePVector.empty(), HashTreePMap.empty(), Schedule.NONE),
                TrialFact.class,
                All::apply));

        private All apply(Entry by, TrialFact fact) {
            if (fact instanceof TrialFact.Scheduled s)
                return new All(open, whole, missed, new Schedule(s.day(), s.hour(), by.recordedAt()));
            var before = open.get(by.stream());
            if (before == null) {
                var begun = begun(by);
                return begun == null ? this : new All(open.plus(begun.id, begun), whole, missed, schedule);
            }
            var after = before.after(by, fact);
            var reached = missed;
            if (fact instanceof TrialFact.Answered a)
                for (var asked : after.asked())
                    if (asked.id().equals(a.asked())) reached = reached.minus(asked.actor());
            if (!after.ended) return new All(open.plus(after.id, after), whole, reached, schedule);
            for (var asked : after.asked())
                if (!after.isReached(asked) && !reached.containsKey(asked.actor()))
                    reached = reached.plus(asked.actor(), after.at);
            var kept = after.begun.whole() ? whole.plus(after) : whole;
            return new All(open.minus(after.id), kept.size() > KEPT ? kept.minus(0) : kept, reached, schedule);
        }

        /** The one of all members that goes on. */
        public Optional<Trial> running() {
            return open.values().stream().filter(t -> t.begun.whole()).findFirst();
        }

        /** The tests in which the actor is called and has not answered, the earliest first. */
        public List<Trial> waiting(String actor) {
            return open.values().stream()
                    .filter(t -> t.of(actor).filter(a -> !t.isReached(a)).isPresent())
                    .sorted(Comparator.comparing(Trial::at))
                    .toList();
        }
    }
}
