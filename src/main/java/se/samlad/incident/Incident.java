package se.samlad.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Grant;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
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

        private Course taken() {
            return state == State.SIGNALLED || state == State.ANSWERED
                    ? new Course(State.LOCAL, assessment, stoodDown)
                    : this;
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

    /** As it begins with a signal that is about to be recorded. */
    static Incident begun(Draft signal, Acting by, Instant now) {
        var said = (IncidentFact.Signalled) signal.fact();
        var at = signal.occurredAt() == null ? now : signal.occurredAt();
        return of(new Signal(signal.stream(), signal.labels(), by.by(), at, said))
                .at(said.exercise() == null ? null : new ExerciseClock(said.exercise(), now));
    }

    public static final View<Incident> VIEW =
            View.of("incident", NOTHING, IncidentFact.class, (state, entry, fact) -> state.apply(entry, fact));

    /** The states of an incident. */
    public enum State {
        SIGNALLED,
        /** The municipality that signalled answers for it (F5); no regional forum was convened in it. */
        LOCAL,
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

    /** Whether the acting one's actor signalled it. A function that only looks after people speaks for nobody. */
    public boolean isSignalledBy(Acting by) {
        return by.actor().equals(asked().actor()) && !by.function().onlyAdministers();
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

    /** An entry that steers it, by its clock. */
    Draft steered(IncidentFact fact, Instant now) {
        boolean moved = fact instanceof IncidentFact.ClockMoved;
        return Draft.on(id(), id(), fact, labels()).happened(isExercise() && !moved ? clock(now) : null);
    }

    /** Whether the acting one may end it now: who convenes, or the municipality that answers for a local one (F5, I5). */
    public boolean mayBeEndedBy(Acting by) {
        return Handling.mayEnd(this, by);
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
        return state() != State.ANSWERED && state() != State.STOOD_DOWN;
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
            case IncidentFact.TakenLocally t -> taken();
            case IncidentFact.Weighed w -> with(concerns.plus(key(w.actor(), w.unit()), w.concern()));
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

    Incident taken() {
        return on(course.taken());
    }

    private Incident with(PMap<String, Concern> weighed) {
        return new Incident(signal, title, exercise, course, weighed, joined, titled);
    }

    private Incident on(Course further) {
        return new Incident(signal, title, exercise, further, concerns, joined, titled);
    }

    /** Gives the label of those who see both incidents, whichever is named first. */
    public static Grant together(UUID one, UUID other) {
        var first = one.compareTo(other) <= 0 ? one : other;
        var second = first.equals(one) ? other : one;
        return Grant.ofBoth("incidents:" + first + "+" + second, "incident:" + first, "incident:" + second);
    }

    private static String key(String actor, @Nullable String unit) {
        return unit == null ? actor : actor + "/" + unit;
    }
}
