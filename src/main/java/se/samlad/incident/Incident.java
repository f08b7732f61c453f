package se.samlad.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/**
 * One incident: the fold of this room's facts.
 *
 * @param labels of its first entry; what steers it carries the same
 * @param signalled when the clock started (I3), by the incident's own clock
 * @param asked who signalled
 * @param exercise null where this is real
 * @param concerns by {@code actor} or {@code actor/unit}
 */
public record Incident(
        UUID id,
        String title,
        @Nullable String text,
        @Nullable String kind,
        @Nullable String warning,
        List<String> openedTo,
        Labels labels,
        State state,
        Instant signalled,
        By asked,
        @Nullable ExerciseClock exercise,
        @Nullable Assessment assessment,
        PMap<String, Concern> concerns,
        @Nullable StoodDown stoodDown) {

    /** Before its first entry, and to who may not see it. */
    static final Incident NOTHING = new Incident(
            new UUID(0, 0),
            "",
            null,
            null,
            null,
            List.of(),
            Labels.of("nobody"),
            State.SIGNALLED,
            Instant.EPOCH,
            new By("", "", ""),
            null,
            null,
            HashTreePMap.empty(),
            null);

    public static final View<Incident> VIEW =
            View.of("incident", NOTHING, IncidentFact.class, (state, entry, fact) -> state.apply(entry, fact));

    /** Where it is on its way. */
    public enum State {
        SIGNALLED,
        ANSWERED,
        ACTIVATED,
        STOOD_DOWN
    }

    /** The first assessment of the signal. @param inSteadOf see {@link IncidentFact.Activated} */
    public record Assessment(
            By by,
            Instant at,
            boolean convened,
            @Nullable String reason,
            boolean communicationInvolved,
            @Nullable String inSteadOf) {}

    public record StoodDown(By by, Instant at, String reason, List<IncidentFact.HandOver> handedOver) {}

    /**
     * An exercise's clock: what it showed, when it was set. One that was set to the real time runs with it; any other
     * stands still until it is moved, so that a scene can be played as fast as it can be read.
     */
    public record ExerciseClock(Instant shows, Instant setAt) {

        private static final Duration REAL = Duration.ofMinutes(1);

        public boolean runs() {
            return Duration.between(shows, setAt).abs().compareTo(REAL) < 0;
        }

        Instant at(Instant now) {
            return runs() ? shows.plus(Duration.between(setAt, now)) : shows;
        }
    }

    public boolean exists() {
        return this != NOTHING;
    }

    public boolean isExercise() {
        return exercise != null;
    }

    public boolean isOpen() {
        return state == State.SIGNALLED || state == State.ACTIVATED;
    }

    /** The time in this incident: the exercise's, or the real one. */
    public Instant clock(Instant now) {
        return exercise == null ? now : exercise.at(now);
    }

    public Optional<Concern> concern(String actor, @Nullable String unit) {
        return Optional.ofNullable(concerns.get(unit == null ? actor : actor + "/" + unit));
    }

    Incident apply(Entry by, IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.Signalled s ->
                new Incident(
                        by.stream(),
                        s.title(),
                        s.text(),
                        s.kind(),
                        s.warning(),
                        s.openedTo(),
                        by.labels(),
                        State.SIGNALLED,
                        by.occurredAt(),
                        by.by(),
                        s.exercise() == null ? null : new ExerciseClock(s.exercise(), by.recordedAt()),
                        null,
                        HashTreePMap.empty(),
                        null);
            case IncidentFact.ClockMoved c -> with(new ExerciseClock(c.now(), by.recordedAt()));
            case IncidentFact.Activated a ->
                with(
                        State.ACTIVATED,
                        assessment != null && assessment.convened()
                                ? assessment
                                : new Assessment(
                                        by.by(),
                                        by.occurredAt(),
                                        true,
                                        a.reason(),
                                        a.communicationInvolved(),
                                        a.inSteadOf()));
            case IncidentFact.Answered a ->
                with(
                        State.ANSWERED,
                        new Assessment(by.by(), by.occurredAt(), false, a.reason(), a.communicationInvolved(), null));
            case IncidentFact.Weighed w ->
                with(concerns.plus(w.unit() == null ? w.actor() : w.actor() + "/" + w.unit(), w.concern()));
            case IncidentFact.Retitled r -> with(r.title());
            case IncidentFact.StoodDown d -> ended(new StoodDown(by.by(), by.occurredAt(), d.reason(), d.handedOver()));
        };
    }

    private Incident with(ExerciseClock clock) {
        return new Incident(
                id,
                title,
                text,
                kind,
                warning,
                openedTo,
                labels,
                state,
                signalled,
                asked,
                clock,
                assessment,
                concerns,
                stoodDown);
    }

    private Incident with(State next, Assessment weighed) {
        return new Incident(
                id, title, text, kind, warning, openedTo, labels, next, signalled, asked, exercise, weighed, concerns,
                stoodDown);
    }

    private Incident with(PMap<String, Concern> weighed) {
        return new Incident(
                id,
                title,
                text,
                kind,
                warning,
                openedTo,
                labels,
                state,
                signalled,
                asked,
                exercise,
                assessment,
                weighed,
                stoodDown);
    }

    private Incident with(String better) {
        return new Incident(
                id,
                better,
                text,
                kind,
                warning,
                openedTo,
                labels,
                state,
                signalled,
                asked,
                exercise,
                assessment,
                concerns,
                stoodDown);
    }

    private Incident ended(StoodDown end) {
        return new Incident(
                id,
                title,
                text,
                kind,
                warning,
                openedTo,
                labels,
                State.STOOD_DOWN,
                signalled,
                asked,
                exercise,
                assessment,
                concerns,
                end);
    }
}
