package se.samlad.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room: what happens to a case (G4). Actors are given by code. */
public sealed interface CaseFact extends Fact {

    /** What the chefsgruppen decides. */
    enum Outcome {
        APPROVED,
        REJECTED,
        SENT_BACK
    }

    /** The first fact of a case, in a stream of its own. */
    @Stored("case.raised.1")
    record Raised(String title, String text) implements CaseFact {}

    /** Another actor has the same, in its own name. @param text null: no words of its own */
    @Stored("case.same.1")
    record Same(@Nullable String text) implements CaseFact {}

    /** Another actor has worked on it, in its own name. */
    @Stored("case.experience.1")
    record Experience(String text) implements CaseFact {}

    @Stored("case.examined.1")
    record Examined(String text) implements CaseFact {}

    /** The samordningsgruppen proposes. */
    @Stored("case.proposed.1")
    record Proposed(String text) implements CaseFact {}

    /** The chefsgruppen decides: on a proposal that there is a project, on a valuation that its results are used. */
    @Stored("case.decided.1")
    record Decided(Outcome outcome, String reason) implements CaseFact {}

    /** The project that carries it out. @param partners besides the owner */
    @Stored("case.project.1")
    record Project(String owner, List<String> partners) implements CaseFact {}

    /** The project's owner reports; the latest report is valued. */
    @Stored("case.reported.1")
    record Reported(String text) implements CaseFact {}

    /** The samordningsgruppen values the results and recommends. */
    @Stored("case.valued.1")
    record Valued(String text) implements CaseFact {}

    @Stored("case.followed-up.1")
    record FollowedUp(String text) implements CaseFact {}

    @Stored("case.ended.1")
    record Ended(String reason) implements CaseFact {}

    /** It goes on in another case, which is found by its id. */
    @Stored("case.merged.1")
    record Merged(UUID into, String reason) implements CaseFact {}

    @Stored("case.rested.1")
    record Rested(String reason) implements CaseFact {}

    /** Taken up again, where it was. */
    @Stored("case.resumed.1")
    record Resumed(@Nullable String reason) implements CaseFact {}
}
