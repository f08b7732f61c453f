package se.samlad.casework;

import java.time.LocalDate;
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

    /** The long texts of a case. */
    enum Sheet {
        PROPOSAL,
        REPORT
    }

    /**
     * A section of a long text is so from now on.
     *
     * @param section the id of the entry that wrote it first
     * @param text null: it is taken out
     */
    @Stored("case.written.1")
    record Written(
            Sheet of,
            UUID section,
            String heading,
            @Nullable String text) implements CaseFact {}

    /**
     * How the steps of cases are taken from now on, in a stream of its own.
     *
     * @param coordinating functions that act for the samordningsgruppen, {@code actor/name}; empty: as usual
     * @param directing likewise for the chefsgruppen
     */
    @Stored("case.settled.1")
    record Settled(List<String> coordinating, List<String> directing, List<Wait> waits) implements CaseFact {}

    /** @param days how long a case may wait in the state */
    record Wait(Standing.State state, int days) {}

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

    /**
     * The project as its owner says that it stands: what is to be done, and what it costs in kronor.
     *
     * @param budget null: not said
     * @param spent null: not said
     */
    @Stored("case.work.1")
    record Work(
            List<Part> parts,
            @Nullable Long budget,
            @Nullable Long spent) implements CaseFact {}

    /** @param by the day by which it is to be done; null: none is said */
    record Part(String what, @Nullable LocalDate by, boolean done) {}

    /**
     * The case was left when an incident ended, and handed over (I5).
     *
     * @param left the id of the measure, or of the entry that states the need
     * @param to the code of the standing forum
     */
    @Stored("case.came.1")
    record Came(UUID incident, String left, String to) implements CaseFact {}

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
