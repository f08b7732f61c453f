package se.samlad.question;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. Actors are given by code, and units as {@code actor/unit}. */
public sealed interface QuestionFact extends Fact {

    /** How a field is answered. */
    enum Kind {
        TEXT,
        CHOICE,
        NUMBER,
        /** One of the four statuses of a situation (C4). */
        STATUS
    }

    /** @param name what is asked, unique in the question @param choices for a choice; else empty */
    record Field(String name, Kind kind, List<String> choices) {}

    /**
     * The first fact of a question, in a stream of its own.
     *
     * @param why what more those asked should know; null: nothing
     * @param to who is asked
     * @param sharedAnswers whether all who are asked see all answers; else only the one who asks does
     * @param incident what it belongs to; null: no incident
     * @param exercise whether that incident is an exercise
     */
    @Stored("question.asked.1")
    record Asked(
            String title,
            @Nullable String why,
            List<String> to,
            Instant answerBy,
            List<Field> fields,
            boolean sharedAnswers,
            @Nullable UUID incident,
            boolean exercise)
            implements QuestionFact {}

    /** In the incident's log: a question was put, which is found by its id. */
    @Stored("question.put.1")
    record Put(UUID question, String title, List<String> to) implements QuestionFact {}

    /**
     * An actor, or a unit of it, answers in its own name, or changes its answer: the latest counts, and the earlier ones stay beside it.
     *
     * @param values by the field's name; a number as digits with a point; a field that is left out was not answered
     * @param unit the unit that was asked and answers; null: the actor as a whole
     */
    @Stored("question.answered.1")
    record Answered(
            UUID question,
            Map<String, String> values,
            @Nullable String unit) implements QuestionFact {}

    /** Of an outsider who is asked by a link: no actor, and its words are nobody's but its own. */
    sealed interface OfOutsider extends QuestionFact {}

    /** The outsider is asked; its first fact. @param function what whoever answers does there */
    @Stored("question.outsider-asked.1")
    record OutsiderAsked(UUID question, String organisation, String function) implements OfOutsider {}

    /** The link was opened for the first time; from then on it is bound to that browser. */
    @Stored("question.outsider-opened.1")
    record OutsiderOpened(UUID outsider) implements OfOutsider {}

    /** Somebody tried to open it on another device, and was refused. */
    @Stored("question.outsider-tried.1")
    record OutsiderTried(UUID outsider) implements OfOutsider {}

    /**
     * An outsider answers, or changes its answer: the latest counts.
     *
     * @param organisation and {@code function}, as it states them
     * @param values as of {@link Answered}
     */
    @Stored("question.outsider-answered.1")
    record OutsiderAnswered(UUID outsider, String organisation, String function, Map<String, String> values)
            implements OfOutsider {}

    /** The one who asks has taken the link back. */
    @Stored("question.outsider-ended.1")
    record OutsiderEnded(UUID outsider) implements OfOutsider {}

    /** Those who had not answered are reminded, by the one who asks or automatically before the time is out. */
    @Stored("question.reminded.1")
    record Reminded(List<String> missing) implements QuestionFact {}

    /** There is more time. */
    @Stored("question.extended.1")
    record Extended(Instant answerBy) implements QuestionFact {}

    /** No more answers are taken. */
    @Stored("question.closed.1")
    record Closed(@Nullable String reason) implements QuestionFact {}

    /** As {@link Closed}, a day after the time was out. Recorded automatically. */
    @Stored("question.lapsed.1")
    record Lapsed(Instant answerBy) implements QuestionFact {}
}
