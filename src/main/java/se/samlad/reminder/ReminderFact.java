package se.samlad.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;
import se.samlad.reach.Way;

/** The facts of this room: the settings in a stream of their own, each function's reminders in one of its own. */
public sealed interface ReminderFact extends Fact {

    /** How far a thing has come. */
    enum Stage {
        /** It has waited for some days. */
        WAITS,
        /** Its time comes within some days. */
        SOON,
        /** Its time has passed. */
        LATE
    }

    /**
     * How functions are reminded from now on.
     *
     * @param on whether they are
     * @param hour from which they are, on working days in Stockholm
     * @param after how many days a thing waits before its function is reminded
     * @param ahead how many days before its time
     */
    @Stored("reminder.settled.1")
    record Settled(boolean on, int hour, int after, int ahead) implements ReminderFact {}

    /**
     * A function is reminded of these things together. What it sends is sent afterwards.
     *
     * @param function {@code actor/name}
     * @param day in Stockholm
     * @param ways by which it can be reached, the gentlest first
     */
    @Stored("reminder.begun.1")
    record Begun(String function, LocalDate day, List<Thing> things, List<Way> ways) implements ReminderFact {}

    /** @param of tells this thing at this stage with this time from all others; it says nothing of what it is */
    record Thing(String of, Stage stage) {}

    /** What became of it, way by way as they were tried. Where none took it, the things wait for another day. */
    @Stored("reminder.sent.1")
    record Sent(UUID reminder, List<Given> given) implements ReminderFact {}

    record Given(Way way, Outcome outcome) {

        /** Whether the function has it, or may have it. */
        boolean isTaken() {
            return switch (outcome) {
                case SHOWN, HANDED_OVER, DELIVERED, KEPT_IN, UNCERTAIN -> true;
                case FAILED, DOWN, NO_PATH, IS_IN, OTHER_MEANS, NO_ANSWER, WRONG_NUMBER -> false;
            };
        }
    }
}
