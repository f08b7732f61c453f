package se.samlad.plan;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;
import se.samlad.plan.PlanFact.Adopted;
import se.samlad.plan.PlanFact.Budgeted;
import se.samlad.plan.PlanFact.Presented;

/** The annual plans, folded over one year's stream or over all of them: a year has some dozen activities. */
public record Plans(PMap<Integer, Plans.Settled> years, PMap<UUID, Activity> activities) {

    private static final Plans NONE = new Plans(HashTreePMap.empty(), HashTreePMap.empty());
    static final View<Plans> VIEW = View.of("plan.year", NONE, PlanFact.class, Plans::apply);
    static final Across<Plans> ACROSS = new Across<>(View.of("plan.all", NONE, PlanFact.class, Plans::apply));

    /**
     * What is settled for a year as a whole.
     *
     * @param adopted null: it is drafted
     * @param again why it is drafted again; null: it is not
     * @param drawn the entry that last changed it or any of its activities: what is adopted; null: there is nothing
     */
    public record Settled(
            @Nullable Budgeted budget,
            @Nullable UUID budgetDrawn,
            @Nullable Adopted adopted,
            @Nullable Presented presented,
            @Nullable String again,
            @Nullable UUID drawn) {

        static final Settled NOTHING = new Settled(null, null, null, null, null, null);

        boolean isAdopted() {
            return adopted != null;
        }

        private Settled after(Entry by, PlanFact fact) {
            return switch (fact) {
                case Budgeted b -> new Settled(b, by.id(), adopted, presented, again, by.id());
                case Adopted a -> new Settled(budget, budgetDrawn, a, presented, null, drawn);
                case Presented p -> new Settled(budget, budgetDrawn, adopted, p, again, drawn);
                case PlanFact.Reopened r -> new Settled(budget, budgetDrawn, null, null, r.reason(), drawn);
                case PlanFact.Stated _ -> this;
                case PlanFact.Planned _, PlanFact.Changed _, PlanFact.Declined _ ->
                    new Settled(budget, budgetDrawn, adopted, presented, again, by.id());
            };
        }
    }

    static UUID stream(int year) {
        return UUID.nameUUIDFromBytes(("plan/" + year).getBytes(StandardCharsets.UTF_8));
    }

    private Plans apply(Entry by, PlanFact fact) {
        var activity = fact instanceof PlanFact.Planned p
                ? Activity.of(by, p)
                : Optional.ofNullable(activities.get(by.subject()))
                        .map(each -> each.after(by, fact))
                        .orElse(null);
        var all = activity == null ? activities : activities.plus(activity.id(), activity);
        var year = yearOf(fact, activity);
        return year == null ? this : new Plans(years.plus(year, settled(year).after(by, fact)), all);
    }

    private static @Nullable Integer yearOf(PlanFact fact, @Nullable Activity activity) {
        return switch (fact) {
            case Budgeted b -> b.year();
            case Adopted a -> a.year();
            case Presented p -> p.year();
            case PlanFact.Reopened r -> r.year();
            default -> activity == null ? null : activity.year();
        };
    }

    Settled settled(int year) {
        return years.getOrDefault(year, Settled.NOTHING);
    }

    Optional<Activity> find(UUID id) {
        return Optional.ofNullable(activities.get(id));
    }

    /** Those of the year by their last day. */
    List<Activity> of(int year) {
        return activities.values().stream()
                .filter(each -> each.year() == year)
                .sorted(Comparator.comparing((Activity each) -> each.as().by()).thenComparing(Activity::id))
                .toList();
    }
}
