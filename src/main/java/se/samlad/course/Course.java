package se.samlad.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Function;
import se.samlad.access.Things;
import se.samlad.course.CourseFact.Wording;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/**
 * A course or an exercise, with its occasions.
 *
 * @param versions how it was written, the latest last
 * @param withdrawn why nobody needs it any longer; null: it holds
 * @param has by actor's code and function's name, when the function last had it; kept by the fold, so that no reader goes through
 *     all occasions
 */
public record Course(
        UUID id,
        Labels labels,
        PVector<Course.Version> versions,
        @Nullable String withdrawn,
        PMap<UUID, Occasion> occasions,
        PMap<String, PMap<String, Course.Had>> has)
        implements Things.Thing {

    public record Version(UUID entry, By by, Instant at, Wording as) {}

    /** A function had it on a day. @param number how many of its holders */
    public record Had(LocalDate on, int number) {}

    /** How it stands with a function. */
    public enum State {
        IN_FORCE,
        /** It is in force, but not when the season begins. */
        RUNS_OUT,
        RUN_OUT,
        NEVER
    }

    static Course of(Entry by, Wording as) {
        var first = new Version(by.id(), by.by(), by.recordedAt(), as);
        return new Course(
                by.stream(),
                by.labels(),
                TreePVector.singleton(first),
                null,
                HashTreePMap.empty(),
                HashTreePMap.empty());
    }

    Course changed(Entry by, Wording as) {
        var next = versions.plus(new Version(by.id(), by.by(), by.recordedAt(), as));
        return new Course(id, labels, next, null, occasions, has);
    }

    Course withdrawn(String reason) {
        return new Course(id, labels, versions, reason, occasions, has);
    }

    /** With the occasion as it is now, and what follows from it for those actors. */
    Course with(Occasion occasion, Collection<String> actors) {
        var all = occasions.plus(occasion.id(), occasion);
        var now = has;
        for (var actor : actors) now = now.plus(actor, had(all.values(), actor));
        return new Course(id, labels, versions, withdrawn, all, now);
    }

    private static PMap<String, Had> had(Collection<Occasion> all, String actor) {
        PMap<String, Had> had = HashTreePMap.empty();
        for (var each : all) {
            var said = each.isOff() ? null : each.attended().get(actor);
            if (said == null) continue;
            for (var heads : said.functions()) {
                var before = had.get(heads.function());
                if (before == null || before.on().isBefore(each.on()))
                    had = had.plus(heads.function(), new Had(each.on(), heads.number()));
            }
        }
        return had;
    }

    public Wording as() {
        return versions.getLast().as();
    }

    /** What an edit is drawn from. */
    public UUID drawn() {
        return versions.getLast().entry();
    }

    public boolean isWithdrawn() {
        return withdrawn != null;
    }

    /** When the actor's function last had it; null: never. */
    public @Nullable Had last(String actor, String function) {
        var of = has.get(actor);
        return of == null ? null : of.get(function);
    }

    /** The first day on which it no longer is in force; null: the function never had it. */
    public @Nullable LocalDate until(String actor, String function) {
        var last = last(actor, function);
        return last == null ? null : last.on().plusMonths(as().months());
    }

    /** The next day on which a season begins, today or later; null: the course has none. */
    public @Nullable LocalDate season(LocalDate today) {
        var month = as().season();
        if (month == null) return null;
        var thisYear = LocalDate.of(today.getYear(), month, 1);
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    public State state(String actor, String function, LocalDate today) {
        var until = until(actor, function);
        if (until == null) return State.NEVER;
        if (!until.isAfter(today)) return State.RUN_OUT;
        var season = season(today);
        return season != null && !until.isAfter(season) ? State.RUNS_OUT : State.IN_FORCE;
    }

    /** Whether any of the actor's functions that it is for lacks it. A withdrawn one lacks nobody. */
    public boolean isLacking(String actor, List<Function> functions, LocalDate today) {
        return !isWithdrawn() && concerned(functions).stream().anyMatch(f -> lacks(actor, f, today));
    }

    boolean lacks(String actor, Function function, LocalDate today) {
        return state(actor, function.name(), today) != State.IN_FORCE;
    }

    /** Whether the function has it today, whatever the season asks for. */
    boolean isInForce(String actor, Function function, LocalDate today) {
        var until = until(actor, function.name());
        return until != null && until.isAfter(today);
    }

    /** Those that it is for. */
    public List<Function> concerned(List<Function> functions) {
        return functions.stream().filter(as()::isFor).toList();
    }

    /** Those today and later, the earliest first, also those that were called off. */
    public List<Occasion> ahead(LocalDate today) {
        return occasions.values().stream()
                .filter(each -> !each.on().isBefore(today))
                .sorted(byDay())
                .toList();
    }

    /** Those that have been, the latest first. */
    public List<Occasion> past(LocalDate today) {
        return occasions.values().stream()
                .filter(each -> each.on().isBefore(today))
                .sorted(byDay().reversed())
                .toList();
    }

    static Comparator<Occasion> byDay() {
        return Comparator.comparing(Occasion::on).thenComparing(Occasion::id);
    }
}
