package se.samlad.direction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. Texts are plain. The subject is the direction, except for {@link Prepared}. */
public sealed interface DirectionFact extends Fact {

    /**
     * A direction for a type of event, agreed beforehand (D1). The same code again records a newer version.
     *
     * @param when the situation it is meant for
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
     * The heads have adopted a version of a prepared direction (D1). It is the one that is used from now on.
     *
     * @param reference where the decision stands; null: not stated
     * @param owner the code of the actor that keeps it up to date
     * @param reviewBy when it is looked at anew
     */
    @Stored("direction.prepared-adopted.1")
    record PreparedAdopted(
            String code,
            int version,
            LocalDate on,
            @Nullable String reference,
            String owner,
            LocalDate reviewBy) implements DirectionFact {}

    /** A direction's whole text. */
    sealed interface Worded extends DirectionFact {
        String aim();

        List<String> priorities();

        List<String> limits();

        List<Measure> measures();

        List<Message> messages();
    }

    /**
     * A direction is put before its forum.
     *
     * @param number among the directions that the same readers see, from 1
     * @param prepared the code of the prepared direction it was made from (D2); null: none
     * @param replaces the direction that it is a new version of, as its proposer stated; null: not stated
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
            implements Worded {

        /** The same proposal with another text. */
        Proposed saying(Worded text) {
            return new Proposed(
                    forum,
                    level,
                    number,
                    text.aim(),
                    text.priorities(),
                    text.limits(),
                    text.measures(),
                    text.messages(),
                    prepared,
                    replaces);
        }
    }

    /**
     * A proposal's whole text anew, before it was agreed.
     *
     * @param earlier the entry with the text that this one replaces
     */
    @Stored("direction.reworded.1")
    record Reworded(
            UUID earlier,
            String aim,
            List<String> priorities,
            List<String> limits,
            List<Measure> measures,
            List<Message> messages)
            implements Worded {}

    /**
     * Its forum agreed, as stated by the forum's chair. It is now in force and replaces the direction in force there
     * (D2).
     */
    @Stored("direction.agreed.1")
    record Agreed(@Nullable String reason) implements DirectionFact {}

    /**
     * An actor's own answer (D3); a new answer replaces the actor's earlier one.
     *
     * @param actor always the actor of the function that recorded it (A4)
     * @param unit the unit that answers; null: the whole actor
     * @param measure the measure that is answered; null: the whole direction
     * @param reason null only where the answer is to accept
     */
    @Stored("direction.stance-taken.1")
    record StanceTaken(
            String actor,
            @Nullable String unit,
            Stance stance,
            @Nullable UUID measure,
            @Nullable String reason) implements DirectionFact {}

    /**
     * How far an actor has come with a measure that it stands behind (D3).
     *
     * @param text null only where no explanation is required
     */
    @Stored("direction.carried-out.1")
    record CarriedOut(
            String actor,
            @Nullable String unit,
            UUID measure,
            Progress state,
            @Nullable String text) implements DirectionFact {}

    /** The direction is taken back, before or after it was agreed. */
    @Stored("direction.withdrawn.1")
    record Withdrawn(String reason) implements DirectionFact {}

    /** An actor's answer. */
    enum Stance {
        ACCEPTS,
        ADAPTS,
        DECLINES
    }

    /** How far an actor has come with a measure. */
    enum Progress {
        STARTED,
        DONE,
        CANNOT
    }

    /**
     * Something to be done, by whom.
     *
     * @param actor the actor, where exactly one was named; else null
     * @param actors the actors, where several were named
     * @param groups the groups that were named, by code
     * @param concerned the codes of all of them; groups are resolved to their actors at the time of the proposal
     * @param phase PREPARE or HANDLE; null: not stated
     */
    record Measure(
            UUID id,
            @Nullable String actor,
            List<String> actors,
            List<String> groups,
            List<String> concerned,
            String what,
            @Nullable String phase) {}

    /** A message to be given. @param audience null: everybody */
    record Message(@Nullable String audience, String text) {}

    /** A text in both languages. */
    record Text(String sv, String en) {}

    record PreparedMeasure(@Nullable String phase, List<String> actors, List<String> groups, Text what) {}

    record PreparedMessage(Text audience, Text text) {}
}
