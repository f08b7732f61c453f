package se.samlad.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. */
public sealed interface StandingFact extends Fact {

    /** The forum is so from now on. */
    @Stored("standing.described.1")
    record Described(String code, Description as) implements StandingFact {}

    /**
     * An actor says by which of its functions it takes part (A6).
     *
     * @param function its name at the actor
     * @param deputies likewise
     * @param until the last day; null: until further notice
     */
    @Stored("standing.seated.1")
    record Seated(
            String code,
            String actor,
            String function,
            List<String> deputies,
            @Nullable LocalDate until) implements StandingFact {}

    /** The forum is no more. What it was and did stays. @param from the first day without it */
    @Stored("standing.withdrawn.1")
    record Withdrawn(String code, LocalDate from, String reason) implements StandingFact {}

    /** It is taken up again, as it was. */
    @Stored("standing.resumed.1")
    record Resumed(String code, @Nullable String reason) implements StandingFact {}
}
