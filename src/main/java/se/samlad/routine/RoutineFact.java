package se.samlad.routine;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. Each routine, template and support is a stream and its own subject. */
public sealed interface RoutineFact extends Fact {

    enum Kind {
        ROUTINE,
        TEMPLATE,
        /** A means that all lean on, such as a telephone conference: it is tried, and it may fail. */
        SUPPORT
    }

    /** How a test of a support went. */
    enum Result {
        WORKED,
        PARTLY,
        FAILED
    }

    /** @param en null: nobody has translated it, and the Swedish is shown */
    record Text(String sv, @Nullable String en) {
        public String in(String language) {
            return en != null && language.equals("en") ? en : sv;
        }
    }

    /**
     * The whole text, new or anew.
     *
     * @param owner code of the member that keeps it up to date, or of the joint functions
     * @param reviewBy the last day for looking at it anew
     * @param fallback what is used instead when it can't be used
     * @param beyond what holds when the fallback is gone too (R1)
     * @param skilled who can use the support; null: it is none
     * @param path of Samlad's page that does it; null: none does
     */
    @Stored("routine.written.1")
    record Written(
            Kind kind,
            Text title,
            Text text,
            String owner,
            LocalDate reviewBy,
            Text fallback,
            Text beyond,
            @Nullable Text skilled,
            @Nullable String path)
            implements RoutineFact {}

    /** It was looked at anew and holds. @param next the last day for the next time */
    @Stored("routine.reviewed.1")
    record Reviewed(LocalDate next, @Nullable String text) implements RoutineFact {}

    /** An actor has tried the support, and says in its own name how it went (A4). @param text null only where it worked */
    @Stored("routine.tested.1")
    record Tested(LocalDate on, Result result, @Nullable String text) implements RoutineFact {}

    /** An actor says in its own name that the support fails. The entry's id is the fault's. */
    @Stored("routine.fault-reported.1")
    record FaultReported(String text) implements RoutineFact {}

    /** @param text what it was; null: not said */
    @Stored("routine.fault-ended.1")
    record FaultEnded(UUID fault, @Nullable String text) implements RoutineFact {}

    /** It is no longer used. */
    @Stored("routine.withdrawn.1")
    record Withdrawn(String reason) implements RoutineFact {}

    @Stored("routine.taken-up.1")
    record TakenUp(String reason) implements RoutineFact {}
}
