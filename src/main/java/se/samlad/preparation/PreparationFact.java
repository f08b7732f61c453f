package se.samlad.preparation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. Each type of event is a stream; so are an actor's checklists. */
public sealed interface PreparationFact extends Fact {

    /** Somebody sees a risk that may need a prepared direction. @param code of the type of event, for good */
    @Stored("preparation.raised.1")
    record Raised(String code, String title, String risk) implements PreparationFact {}

    /** An actor weighs the type of event in its own name. @param likelihood 1 to 5 @param consequence 1 to 5 */
    @Stored("preparation.weighed.1")
    record Weighed(
            String code,
            int likelihood,
            int consequence,
            @Nullable String text) implements PreparationFact {}

    /** The coordinating group puts the types of event in order. @param place from 1; null: it is not prepared for now */
    @Stored("preparation.ordered.1")
    record Ordered(String code, @Nullable Integer place, String reason) implements PreparationFact {}

    /** What a discussion of the scenario came to. */
    @Stored("preparation.discussed.1")
    record Discussed(String code, Level level, LocalDate on, String text) implements PreparationFact {}

    /** An actor says whether it stands behind a version. @param reason null only where it does */
    @Stored("preparation.stood.1")
    record Stood(
            String code,
            int version,
            boolean behind,
            @Nullable String reason) implements PreparationFact {}

    /** The direction was looked at anew and holds. @param next when it is looked at again */
    @Stored("preparation.reviewed.1")
    record Reviewed(String code, LocalDate next, @Nullable String text) implements PreparationFact {}

    /** An actor's own checklist, whole. */
    @Stored("preparation.checklist.1")
    record Checklist(String code, List<String> items) implements PreparationFact {}

    /** A line of the actor's checklist in an incident. */
    @Stored("preparation.ticked.1")
    record Ticked(UUID incident, String code, String item, boolean done) implements PreparationFact {}
}
