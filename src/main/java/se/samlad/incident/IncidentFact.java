package se.samlad.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. */
public sealed interface IncidentFact extends Fact {

    /**
     * Somebody signals that collaboration may be needed (I1). Opens the incident.
     *
     * @param kind the type of event, such as {@code weather}; null: not stated
     * @param warning the id of the warning that it was made from; null: none
     * @param openedTo the labels whose holders see the incident: {@code members}, or the actors that it is restricted
     *     to
     * @param exercise the exercise's own clock at the signal; null: not an exercise
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

    /** The exercise's clock was moved forward. */
    @Stored("incident.clock-moved.1")
    record ClockMoved(Instant now) implements IncidentFact {}

    /**
     * The signal was assessed and a forum of the level is convened (I2, I4).
     *
     * @param communicationInvolved whether the communication function has taken part since the first assessment
     * @param inSteadOf the county board's code where the regional duty coordinator convened in its stead; else null
     */
    @Stored("incident.activated.1")
    record Activated(
            Level level,
            @Nullable String reason,
            boolean communicationInvolved,
            @Nullable String inSteadOf) implements IncidentFact {}

    /** The signal was assessed and answered without convening; the reason goes to the one who signalled (I2). */
    @Stored("incident.answered.1")
    record Answered(String reason, boolean communicationInvolved) implements IncidentFact {}

    /**
     * The municipality that signalled answers for the incident itself, in its own area (F5): the county board is not asked to
     * assess it. It becomes regional where a regional forum is convened in it.
     *
     * @param area the municipality's code
     */
    @Stored("incident.taken-locally.1")
    record TakenLocally(String area) implements IncidentFact {}

    /** How an actor or a unit of it is affected. */
    enum Concern {
        DIRECT,
        INDIRECT,
        /** Assessed as not affected. */
        NONE
    }

    /** How an actor or one of its units is affected. */
    @Stored("incident.weighed.1")
    record Weighed(
            String actor,
            @Nullable String unit,
            Concern concern,
            @Nullable String reason) implements IncidentFact {}

    /** A new title; the old one stays in the log. */
    @Stored("incident.retitled.1")
    record Retitled(String title, String reason) implements IncidentFact {}

    /** The county board joined this incident with another as the same; recorded in both. */
    @Stored("incident.joined.1")
    record Joined(UUID other, String reason) implements IncidentFact {}

    /**
     * Activated mode ended by a decision that hands over the open measures (I5).
     *
     * @param handedOver each open measure with the standing forum that takes it over
     */
    @Stored("incident.stood-down.1")
    record StoodDown(String reason, List<HandOver> handedOver) implements IncidentFact {}

    /** @param measure the id of the measure, or of the entry that states a need; @param to the code of a standing forum, such as {@code samordningsgruppen} */
    record HandOver(String measure, String what, String to) {}
}
