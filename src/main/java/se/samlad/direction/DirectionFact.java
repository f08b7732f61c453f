package se.samlad.direction;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** What is recorded here. Texts are plain. The subject of all but {@link Prepared} is the direction. */
public sealed interface DirectionFact extends Fact {

    /**
     * A direction for a type of event, agreed beforehand (D1); again with the same code: a newer version.
     *
     * @param when for what it is meant
     */
    @Stored("direction.prepared.1")
    record Prepared(
            String code,
            int version,
            Text title,
            Text when,
            List<Text> facts,
            List<Text> assumptions,
            Text aim,
            List<Text> priorities,
            List<Text> limits,
            List<PreparedMeasure> measures,
            List<PreparedMessage> messages)
            implements DirectionFact {}

    /**
     * A direction is put before its forum.
     *
     * @param number within its circle of readers, from 1
     * @param prepared the code of the prepared direction that it started from (D2); null: none
     * @param replaces the direction that it is the next version of, as its proposer said; null: not said
     */
    @Stored("direction.proposed.1")
    record Proposed(
            UUID forum,
            Level level,
            int number,
            String aim,
            List<String> priorities,
            List<String> limits,
            List<Measure> measures,
            List<Message> messages,
            @Nullable String prepared,
            @Nullable UUID replaces)
            implements DirectionFact {}

    /** Its forum agreed on it, as who chairs it says; it is in force, and what was in force there no longer is (D2). */
    @Stored("direction.agreed.1")
    record Agreed(@Nullable String reason) implements DirectionFact {}

    /**
     * An actor's own answer (D3); a new one takes the place of the old.
     *
     * @param actor always the one in whose name it is recorded (A4)
     * @param unit the part of the actor that answers; null: the whole actor
     * @param measure the part that is answered; null: the whole direction
     * @param reason null only where it accepts
     */
    @Stored("direction.stance-taken.1")
    record StanceTaken(
            String actor,
            @Nullable String unit,
            Stance stance,
            @Nullable UUID measure,
            @Nullable String reason) implements DirectionFact {}

    /** How far an actor has come with a measure that it stands behind (D3). @param text null only where it need not say */
    @Stored("direction.carried-out.1")
    record CarriedOut(
            String actor,
            @Nullable String unit,
            UUID measure,
            Progress state,
            @Nullable String text) implements DirectionFact {}

    /** It is taken back, before it was agreed or after. */
    @Stored("direction.withdrawn.1")
    record Withdrawn(String reason) implements DirectionFact {}

    /** An actor's answer. */
    enum Stance {
        ACCEPTS,
        ADAPTS,
        DECLINES
    }

    /** How far. */
    enum Progress {
        STARTED,
        DONE,
        CANNOT
    }

    /**
     * Something to be done, by whom.
     *
     * @param actor the one that was named, where one was; else null
     * @param actors those that were named, where several were
     * @param groups the groups that were named, by code
     * @param concerned the codes of all of them, the groups' actors as they were when it was proposed
     * @param phase PREPARE or HANDLE; null: not said
     */
    record Measure(
            UUID id,
            @Nullable String actor,
            List<String> actors,
            List<String> groups,
            List<String> concerned,
            String what,
            @Nullable String phase) {}

    /** What is to be said. @param audience null: everybody */
    record Message(@Nullable String audience, String text) {}

    /** In both languages. */
    record Text(String sv, String en) {}

    record PreparedMeasure(@Nullable String phase, List<String> actors, List<String> groups, Text what) {}

    record PreparedMessage(Text audience, Text text) {}
}
