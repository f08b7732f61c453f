package se.samlad.capability;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. Actors are given by code. */
public sealed interface CapabilityFact extends Fact {

    /**
     * The secretariat wrote a year's list, whole.
     *
     * @param answerBy the day by which actors are to assess themselves; null: not set
     * @param decision where the chefsgruppen decided on levels and ambition; null: nothing is set
     */
    @Stored("capability.written.1")
    record Written(
            int year,
            Sheet sheet,
            @Nullable LocalDate answerBy,
            @Nullable String decision) implements CapabilityFact {}

    /**
     * An actor assesses itself; the envelope names it (A4).
     *
     * @param asked the sub-capability's words, as they were asked in Swedish
     * @param evidence what shows it, in free words; null: nothing said
     * @param list the entry that wrote the list; null: the list as it is shipped
     */
    @Stored("capability.assessed.1")
    record Assessed(
            int year,
            String code,
            String asked,
            int level,
            @Nullable String evidence,
            @Nullable UUID list) implements CapabilityFact {}

    /**
     * An actor decides who may read its assessments of a year. The latest counts; whoever could read them before knows that
     * there is a later one.
     *
     * @param readers the labels of those who may read them from now on
     */
    @Stored("capability.shared.1")
    record Shared(int year, Sharing with, List<String> readers) implements CapabilityFact {}

    /** Who may read an actor's assessments of a year. */
    enum Sharing {
        /** The actor itself, until it says otherwise. */
        OWN,
        /** The county board and the joint functions besides. */
        BOARD,
        MEMBERS
    }
}
