package se.samlad.lesson;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room: what becomes of something that was observed (G5). Actors are given by code. */
public sealed interface LessonFact extends Fact {

    /**
     * The first fact of a lesson, in a stream of its own.
     *
     * @param cause null: nothing is said of why
     * @param incident in which it was observed; null: in none
     * @param review the review that found it; null: it was noted by itself
     * @param good whether it is notable good practice, which needs no measure
     */
    @Stored("lesson.observed.1")
    record Observed(
            String observation,
            @Nullable String cause,
            @Nullable UUID incident,
            @Nullable UUID review,
            boolean good) implements LessonFact {}

    /** What was observed is corrected; the earlier words stay beside it (C5). */
    @Stored("lesson.reworded.1")
    record Reworded(String observation, @Nullable String cause, boolean good, String reason) implements LessonFact {}

    /** What is to be learnt of it; again, it is put otherwise. */
    @Stored("lesson.learned.1")
    record Learned(String text) implements LessonFact {}

    /**
     * A measure with owner and day. Said by another than the owner it is only proposed (A4).
     *
     * @param activity in the annual plan that carries it; null: it stands by itself
     */
    @Stored("lesson.measured.1")
    record Measured(
            String what,
            String owner,
            LocalDate by,
            @Nullable UUID activity) implements LessonFact {}

    /** A measure is otherwise from now on; its owner stays. */
    @Stored("lesson.revised.1")
    record Revised(
            UUID measure,
            String what,
            LocalDate by,
            @Nullable UUID activity,
            String reason) implements LessonFact {}

    /** The owner's own word on what was proposed to it, or that the measure is taken back. @param text needed where it does not stand */
    @Stored("lesson.answered.1")
    record Answered(UUID measure, boolean stands, @Nullable String text) implements LessonFact {}

    /** @param done false: it is not, whatever was said before */
    @Stored("lesson.done.1")
    record Done(UUID measure, boolean done, @Nullable String text) implements LessonFact {}

    /** What was done is put to the test. @param in the incident, exercise or test call */
    @Stored("lesson.tested.1")
    record Tested(
            UUID in, LocalDate on, boolean worked, @Nullable String text) implements LessonFact {}

    /** The same happened again; of good practice, that the actor does so too. In its own name. */
    @Stored("lesson.again.1")
    record Again(@Nullable String text, @Nullable UUID incident) implements LessonFact {}

    /** Nothing more is done about it. @param into the lesson that it goes on in; null: none */
    @Stored("lesson.ended.1")
    record Ended(String reason, @Nullable UUID into) implements LessonFact {}
}
