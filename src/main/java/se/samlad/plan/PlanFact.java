package se.samlad.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. Each year is a stream; the subject is the year or an activity of it. */
public sealed interface PlanFact extends Fact {

    /** An activity is put into the plan. @param because why, where the plan was adopted before; else null */
    @Stored("plan.activity.1")
    record Planned(int year, Work as, @Nullable String because) implements PlanFact {}

    /** How an activity is from now on. @param because as of {@link Planned} */
    @Stored("plan.changed.1")
    record Changed(Work as, @Nullable String because) implements PlanFact {}

    /**
     * How an activity stands, by its owner.
     *
     * @param nothingNew whether it stands as it was last said
     * @param text null: nothing more was said
     * @param expected when a late one will be done; null: not stated
     * @param spent whole SEK until now; null: not stated
     */
    @Stored("plan.stated.1")
    record Stated(
            State state,
            boolean nothingNew,
            @Nullable String text,
            @Nullable LocalDate expected,
            @Nullable Long spent) implements PlanFact {}

    /** Its owner does not take the activity on: nobody has it now. */
    @Stored("plan.declined.1")
    record Declined(String reason) implements PlanFact {}

    /** What the year may cost. @param reference where the decision stands; null: not stated */
    @Stored("plan.budgeted.1")
    record Budgeted(int year, long sek, @Nullable String reference) implements PlanFact {}

    /** The heads have adopted the plan. @param reference where the decision stands; null: not stated */
    @Stored("plan.adopted.1")
    record Adopted(int year, LocalDate on, @Nullable String reference) implements PlanFact {}

    /** The adopted plan was presented, to the council before the year begins. */
    @Stored("plan.presented.1")
    record Presented(int year, LocalDate on, String to) implements PlanFact {}

    /** The plan was not adopted, or not so. */
    @Stored("plan.reopened.1")
    record Reopened(int year, String reason) implements PlanFact {}

    /** How an activity stands, in its owner's words. */
    enum State {
        PLANNED,
        UNDER_WAY,
        DONE,
        LATE,
        DROPPED;

        boolean isOver() {
            return this == DONE || this == DROPPED;
        }
    }

    /**
     * An activity as it is written.
     *
     * @param goalArea its code in the goals document
     * @param owner an actor's code; null: nobody has it
     * @param by the last day
     * @param sek what it may cost, whole SEK; null: not stated
     * @param measure when it has succeeded
     * @param followUp how and when that is looked at; null: not stated
     */
    record Work(
            String goalArea,
            String title,
            @Nullable String owner,
            List<String> partners,
            LocalDate from,
            LocalDate by,
            @Nullable Long sek,
            String measure,
            @Nullable String followUp) {

        Work withoutOwner() {
            return new Work(goalArea, title, null, partners, from, by, sek, measure, followUp);
        }
    }
}
