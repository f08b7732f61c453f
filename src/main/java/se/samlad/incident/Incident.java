package se.samlad.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;
import se.samlad.journal.View;
import se.samlad.web.Waiting;

/**
 * One incident: the fold of this room's facts.
 *
 * @param title the latest title
 * @param titled the entry that last changed it
 * @param exercise null where this is real
 * @param concerns by {@code actor} or {@code actor/unit}
 * @param joined the incidents joined with this one, as far as the reader may know
 */
public record Incident(
        Signal signal,
        String title,
        @Nullable ExerciseClock exercise,
        Course course,
        PMap<String, Concern> concerns,
        PVector<UUID> joined,
        UUID titled) {

    public Incident(
            Signal signal,
            String title,
            @Nullable ExerciseClock exercise,
            Course course,
            PMap<String, Concern> concerns) {
        this(signal, title, exercise, course, concerns, TreePVector.empty(), signal.id());
    }

    /**
     * The signal that began it; it never changes.
     *
     * @param id of its first entry
     * @param labels of its first entry; later entries that steer the incident have the same
     * @param at when the incident began (I3), by its own clock
     */
    public record Signal(UUID id, Labels labels, By by, Instant at, IncidentFact.Signalled said) {}

    /** Its course: state, assessment and stand-down. */
    public record Course(
            State state,
            @Nullable Assessment assessment,
            @Nullable StoodDown stoodDown) {

        /** The first convening is the assessment; a later one, on another level, is not. */
        private Course activated(Entry by, IncidentFact.Activated a) {
            var first = assessment != null && assessment.convened()
                    ? assessment
                    : new Assessment(
                            by.by(), by.occurredAt(), true, a.reason(), a.communicationInvolved(), a.inSteadOf());
            return new Course(State.ACTIVATED, first, stoodDown);
        }

        private Course answered(Entry by, IncidentFact.Answered a) {
            var answer = new Assessment(by.by(), by.occurredAt(), false, a.reason(), a.communicationInvolved(), null);
            return new Course(State.ANSWERED, answer, stoodDown);
        }

        private Course ended(Entry by, IncidentFact.StoodDown d) {
            return new Course(
                    State.STOOD_DOWN, assessment, new StoodDown(by.by(), by.occurredAt(), d.reason(), d.handedOver()));
        }
    }

    /** The state before the first entry, and for readers who may not see it. */
    static final Incident NOTHING = of(new Signal(
            new UUID(0, 0),
            Labels.of("nobody"),
            new By("", "", ""),
            Instant.EPOCH,
            new IncidentFact.Signalled("", null, null, null, List.of(), null)));

    /** The state after the signal alone. */
    public static Incident of(Signal signal) {
        return new Incident(
                signal, signal.said().title(), null, new Course(State.SIGNALLED, null, null), HashTreePMap.empty());
    }

    public static final View<Incident> VIEW =
            View.of("incident", NOTHING, IncidentFact.class, (state, entry, fact) -> state.apply(entry, fact));

    /** The states of an incident. */
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
     * An exercise's clock: the time that it was set to, and when. A clock that was set to the real time runs with it;
     * any other stands still until it is moved, so that a scene can be played at any speed.
     */
    public record ExerciseClock(Instant shows, Instant setAt) {

        private static final Duration REAL = Duration.ofMinutes(1);

        public boolean runs() {
            return Duration.between(shows, setAt).abs().compareTo(REAL) < 0;
        }

        /** The time that it shows at a time of the server's clock. */
        public Instant at(Instant now) {
            return runs() ? shows.plus(Duration.between(setAt, now)) : shows;
        }

        /** The clock as the entry set it; empty: the entry is about something else. */
        public static Optional<ExerciseClock> setBy(Entry entry) {
            return switch (entry.fact()) {
                case IncidentFact.ClockMoved c -> Optional.of(new ExerciseClock(c.now(), entry.recordedAt()));
                case IncidentFact.Signalled s
                when s.exercise() != null -> Optional.of(new ExerciseClock(s.exercise(), entry.recordedAt()));
                default -> Optional.empty();
            };
        }

        /**
         * The last time, by the server's clock, at which an exercise's clock showed this time or an earlier one.
         *
         * @param settings of the clock, oldest first
         * @return empty: it still shows it
         */
        public static Optional<Instant> lastShowing(List<ExerciseClock> settings, Instant shown) {
            for (int i = 0; i < settings.size(); i++) {
                var set = settings.get(i);
                if (set.shows.isAfter(shown)) return Optional.of(set.setAt.minus(1, ChronoUnit.MICROS));
                if (!set.runs()) continue;
                var until = i + 1 < settings.size() ? settings.get(i + 1).setAt : Instant.MAX;
                var last = set.setAt.plus(Duration.between(set.shows, shown));
                if (last.isBefore(until)) return Optional.of(last);
            }
            return Optional.empty();
        }
    }

    public boolean exists() {
        return signal != NOTHING.signal;
    }

    public UUID id() {
        return signal.id();
    }

    public @Nullable String text() {
        return signal.said().text();
    }

    public @Nullable String kind() {
        return signal.said().kind();
    }

    public @Nullable String warning() {
        return signal.said().warning();
    }

    /** The labels whose holders see it: {@code members}, or the actors that it is restricted to. */
    public List<String> openedTo() {
        return signal.said().openedTo();
    }

    public boolean isOpenToMembers() {
        return openedTo().contains("members");
    }

    public Labels labels() {
        return signal.labels();
    }

    /**
     * Whether everybody who sees the incident sees an entry with these labels. Only such entries may decide anything in
     * it (DESIGN §2).
     */
    public boolean isSharedWith(Labels labels) {
        return labels.all().contains("incident:" + id()) || labels.all().contains(Labels.PUBLIC);
    }

    /** When it was signalled (I3). */
    public Instant signalled() {
        return signal.at();
    }

    /** Who signalled. */
    public By asked() {
        return signal.by();
    }

    public State state() {
        return course.state();
    }

    /** Null where nobody has assessed it yet. */
    public @Nullable Assessment assessment() {
        return course.assessment();
    }

    /** Null where it is not stood down. */
    public @Nullable StoodDown stoodDown() {
        return course.stoodDown();
    }

    public boolean isExercise() {
        return exercise != null;
    }

    /** Where lines that wait for somebody in this incident belong: its page and its clock. */
    public Waiting.Belongs belongs(Instant now) {
        return new Waiting.Belongs("/incidents/" + id(), clock(now), !isExercise());
    }

    /** Refuses after stand-down. @throws Refused incident.ended */
    public void mustGoOn() {
        if (state() == State.STOOD_DOWN) throw new Refused("incident.ended");
    }

    public boolean isOpen() {
        return state() == State.SIGNALLED || state() == State.ACTIVATED;
    }

    /** The time in this incident: the exercise's clock, or the real time. */
    public Instant clock(Instant now) {
        return exercise == null ? now : exercise.at(now);
    }

    public Optional<Concern> concern(String actor, @Nullable String unit) {
        return Optional.ofNullable(concerns.get(key(actor, unit)));
    }

    Incident apply(Entry by, IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.Signalled s ->
                of(new Signal(by.stream(), by.labels(), by.by(), by.occurredAt(), s))
                        .at(ExerciseClock.setBy(by).orElse(null));
            case IncidentFact.ClockMoved c -> at(ExerciseClock.setBy(by).orElse(exercise));
            case IncidentFact.Activated a -> on(course.activated(by, a));
            case IncidentFact.Answered a -> on(course.answered(by, a));
            case IncidentFact.Weighed w ->
                new Incident(
                        signal,
                        title,
                        exercise,
                        course,
                        concerns.plus(key(w.actor(), w.unit()), w.concern()),
                        joined,
                        titled);
            case IncidentFact.Retitled r ->
                new Incident(signal, r.title(), exercise, course, concerns, joined, by.id());
            case IncidentFact.Joined j ->
                new Incident(signal, title, exercise, course, concerns, joined.plus(j.other()), titled);
            case IncidentFact.StoodDown d -> on(course.ended(by, d));
        };
    }

    private Incident at(@Nullable ExerciseClock clock) {
        return new Incident(signal, title, clock, course, concerns, joined, titled);
    }

    private Incident on(Course further) {
        return new Incident(signal, title, exercise, further, concerns, joined, titled);
    }

    private static String key(String actor, @Nullable String unit) {
        return unit == null ? actor : actor + "/" + unit;
    }
}
