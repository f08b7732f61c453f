package se.samlad.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** What is recorded here. */
public sealed interface IncidentFact extends Fact {

    /**
     * Somebody says: we may need to collaborate (I1). Opens the incident.
     *
     * @param kind what type of event, such as {@code weather}; null: not said
     * @param warning the watched item it was made from; null: none
     * @param openedTo the labels that hold the incident: {@code members}, or the actors it was narrowed to
     * @param exercise the exercise's own clock at the signal; null: this is real
     */
    @Stored("incident.signalled.1")
    record Signalled(
            String title,
            @Nullable String text,
            @Nullable String kind,
            @Nullable String warning,
            List<String> openedTo,
            @Nullable Instant exercise)
            implements IncidentFact {}

    /** The exercise's clock is put forward. */
    @Stored("incident.clock-moved.1")
    record ClockMoved(Instant now) implements IncidentFact {}

    /**
     * The signal was weighed and a forum of the level is convened (I2, I4).
     *
     * @param communicationInvolved the function that communication was involved through, from the first assessment
     * @param inSteadOf the county board's code where the regional duty coordinator convened in its stead; else null
     */
    @Stored("incident.activated.1")
    record Activated(
            Level level,
            @Nullable String reason,
            boolean communicationInvolved,
            @Nullable String inSteadOf) implements IncidentFact {}

    /** The signal was weighed and is answered without convening: why, to who asked (I2). */
    @Stored("incident.answered.1")
    record Answered(String reason, boolean communicationInvolved) implements IncidentFact {}

    /** How an actor, or one unit of it, is affected. */
    @Stored("incident.weighed.1")
    record Weighed(
            String actor,
            @Nullable String unit,
            Concern concern,
            @Nullable String reason) implements IncidentFact {}

    /** A better title; the old stays in the log. */
    @Stored("incident.retitled.1")
    record Retitled(String title, String reason) implements IncidentFact {}

    /** The county board says that this incident and another are one and the same; each of the two is told. */
    @Stored("incident.joined.1")
    record Joined(UUID other, String reason) implements IncidentFact {}

    /**
     * Activated mode ends by a decision that hands over what is open (I5).
     *
     * @param handedOver each open measure and the ordinary forum that takes it on
     */
    @Stored("incident.stood-down.1")
    record StoodDown(String reason, List<HandOver> handedOver) implements IncidentFact {}

    /** @param measure its id; @param to the code of a standing forum, such as {@code samordningsgruppen} */
    record HandOver(String measure, String what, String to) {}
}
