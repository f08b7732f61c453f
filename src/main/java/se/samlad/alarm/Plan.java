package se.samlad.alarm;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Things;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.web.Say;

/**
 * One alarm plan.
 *
 * @param versions all of them, the latest last
 * @param withdrawn why it is used no more; null: it is used
 */
public record Plan(
        UUID id,
        Labels labels,
        AlarmFact.Written says,
        PVector<Version> versions,
        @Nullable String withdrawn) implements Things.Thing {

    /** @param entry with the plan as it stood from then on */
    public record Version(UUID entry, By by, Instant at) {}

    /** All plans, folded over one stream or over all. */
    record All(PMap<UUID, Plan> byId) {
        private static final All NONE = new All(HashTreePMap.empty());
        static final View<All> VIEW = View.of("alarm.plan", NONE, AlarmFact.class, All::apply);
        static final Across<All> ACROSS = new Across<>(View.of("alarm.plans", NONE, AlarmFact.class, All::apply));

        Optional<Plan> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        /** Those that are used, by title. */
        List<Plan> used() {
            return byId.values().stream()
                    .filter(plan -> plan.withdrawn == null)
                    .sorted(Comparator.comparing((Plan plan) -> plan.says.title())
                            .thenComparing(Plan::id))
                    .toList();
        }

        private All apply(Entry by, AlarmFact fact) {
            if (fact instanceof AlarmFact.Chosen) return this;
            var before = byId.get(by.stream());
            var after = before == null ? first(by, fact) : before.after(by, fact);
            return after == null ? this : new All(byId.plus(after.id, after));
        }
    }

    private static @Nullable Plan first(Entry by, AlarmFact fact) {
        return fact instanceof AlarmFact.Written says
                ? new Plan(by.stream(), by.labels(), says, TreePVector.singleton(version(by)), null)
                : null;
    }

    private static Version version(Entry by) {
        return new Version(by.id(), by.by(), by.recordedAt());
    }

    private Plan after(Entry by, AlarmFact fact) {
        return switch (fact) {
            case AlarmFact.Written now -> new Plan(id, labels, now, versions.plus(version(by)), null);
            case AlarmFact.Withdrawn w -> new Plan(id, labels, says, versions, w.reason());
            case AlarmFact.Chosen c -> this;
        };
    }

    public Version latest() {
        return versions.getLast();
    }

    /** The entry that last changed it: what an edit is drawn from. */
    public UUID drawn() {
        return latest().entry();
    }

    public String title(Say say) {
        return title(says, say);
    }

    public static String title(AlarmFact.Written says, Say say) {
        return say.either(says.title(), says.en() == null ? "" : says.en());
    }

    /** Which plan was chosen for an incident, by the latest choice. @param made whether one was */
    record Choice(boolean made, @Nullable UUID plan, List<String> places) {
        static final View<Choice> VIEW = View.of(
                "alarm.choice",
                new Choice(false, null, List.of()),
                AlarmFact.class,
                (state, by, fact) ->
                        fact instanceof AlarmFact.Chosen c ? new Choice(true, c.plan(), c.places()) : state);
    }
}
