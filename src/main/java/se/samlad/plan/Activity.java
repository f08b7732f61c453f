package se.samlad.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Things;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.plan.PlanFact.State;
import se.samlad.plan.PlanFact.Stated;
import se.samlad.plan.PlanFact.Work;

/**
 * An activity of a year's plan.
 *
 * @param versions how it was written, the latest last
 * @param said how it stood, in its owner's words, the latest last
 * @param declined why the last owner does not take it on; null: nobody has said so since it was last written
 */
public record Activity(
        UUID id,
        Labels labels,
        int year,
        PVector<Activity.Written> versions,
        PVector<Activity.Said> said,
        @Nullable String declined)
        implements Things.Thing {

    /** @param because why it was written after the plan was adopted; null: it was before */
    public record Written(
            UUID entry,
            By by,
            Instant at,
            Work as,
            @Nullable String because) {}

    public record Said(UUID entry, By by, Instant at, Stated what) {}

    static Activity of(Entry by, PlanFact.Planned fact) {
        var first = new Written(by.id(), by.by(), by.recordedAt(), fact.as(), fact.because());
        return new Activity(by.id(), by.labels(), fact.year(), TreePVector.singleton(first), TreePVector.empty(), null);
    }

    Activity after(Entry by, PlanFact fact) {
        return switch (fact) {
            case PlanFact.Changed c -> written(by, c.as(), c.because(), null);
            case Stated s ->
                new Activity(
                        id, labels, year, versions, said.plus(new Said(by.id(), by.by(), by.recordedAt(), s)), null);
            case PlanFact.Declined d -> written(by, as().withoutOwner(), null, d.reason());
            default -> this;
        };
    }

    private Activity written(Entry by, Work as, @Nullable String because, @Nullable String why) {
        var next = versions.plus(new Written(by.id(), by.by(), by.recordedAt(), as, because));
        return new Activity(id, labels, year, next, said, why);
    }

    public Work as() {
        return versions.getLast().as();
    }

    /** What an edit is drawn from. */
    public UUID drawn() {
        return versions.getLast().entry();
    }

    public @Nullable String owner() {
        return as().owner();
    }

    public boolean isOf(String actor) {
        return actor.equals(owner());
    }

    /** What its present owner said last; null: it has said nothing. */
    public @Nullable Said last() {
        for (int i = said.size() - 1; i >= 0; i--) if (isOf(said.get(i).by().actor())) return said.get(i);
        return null;
    }

    /** How it stands by its owner's last word, or planned where it has said nothing. */
    public State state() {
        var last = last();
        return last == null ? State.PLANNED : last.what().state();
    }

    public boolean isOver() {
        return state().isOver();
    }

    /** Whether its owner has taken it on: it wrote it itself, or has said something of it (A4). */
    public boolean isTaken() {
        return owner() != null
                && (last() != null
                        || versions.stream().anyMatch(each -> isOf(each.by().actor()) && isOf(ownerOf(each))));
    }

    private static String ownerOf(Written each) {
        return each.as().owner() == null ? "" : each.as().owner();
    }

    /** Whether it should have been done, or its owner says that it is late. */
    public boolean isLate(LocalDate today) {
        return !isOver() && (as().by().isBefore(today) || state() == State.LATE);
    }

    /** Whole days after its last day; 0: that has not passed. */
    public long daysLate(LocalDate today) {
        return isOver() ? 0 : Math.max(0, ChronoUnit.DAYS.between(as().by(), today));
    }

    /** What its owner last told in words; null: nothing. */
    public @Nullable Said told() {
        for (int i = said.size() - 1; i >= 0; i--) if (said.get(i).what().text() != null) return said.get(i);
        return null;
    }

    /** Whole SEK spent, as last stated; null: it is not stated. */
    public @Nullable Long spent() {
        for (int i = said.size() - 1; i >= 0; i--) {
            var spent = said.get(i).what().spent();
            if (spent != null) return spent;
        }
        return null;
    }

    /** When a late one will be done, as last stated; null: it is not stated. */
    public @Nullable LocalDate expected() {
        var last = last();
        return last == null ? null : last.what().expected();
    }
}
