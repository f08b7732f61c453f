package se.samlad.lesson;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Things;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.web.Version;

/**
 * A lesson and all that has become of it: the fold of its stream.
 *
 * @param marking as its author chose
 * @param measures in the order in which they came, those that are out too
 * @param steps all that was recorded, the first first
 * @param proof what was last found out about what was done
 */
public record Lesson(
        UUID id,
        Labels labels,
        @Nullable String marking,
        LessonFact.Observed first,
        Says says,
        PVector<Measure> measures,
        PVector<Step> steps,
        Proof proof,
        boolean isEnded)
        implements Things.Thing {

    private static final int TITLE = 160;

    public enum State {
        /** It is seen, and nothing is said yet of what is to be learnt. */
        OBSERVED,
        /** Somebody has said what is to be learnt; it has no measure, or its measures were not enough. */
        LEARNED,
        /** Good practice that others can take up. */
        GOOD,
        /** A measure has an owner and a day, and is not done. */
        MEASURED,
        /** All is done, and nobody knows yet whether it works. */
        DONE,
        TESTED,
        ENDED;

        public boolean isOver() {
            return this == TESTED || this == GOOD || this == ENDED;
        }
    }

    /** What a test, or the same again, said of what was done. */
    public enum Proof {
        NONE,
        WORKED,
        FAILED
    }

    /**
     * What it says now.
     *
     * @param drawn the entry that last changed what was observed
     * @param lesson null: nothing is said yet
     * @param lessonDrawn the entry that last changed the lesson; null with it
     */
    public record Says(
            String observation,
            @Nullable String cause,
            boolean good,
            UUID drawn,
            @Nullable String lesson,
            @Nullable UUID lessonDrawn) {}

    /** One entry. */
    public record Step(UUID entry, By by, Instant at, LessonFact fact) {}

    static Optional<Lesson> begun(Entry by) {
        if (!(by.fact() instanceof LessonFact.Observed o)) return Optional.empty();
        var says = new Says(o.observation(), o.cause(), o.good(), by.id(), null, null);
        return Optional.of(new Lesson(
                by.stream(),
                by.labels(),
                by.marking(),
                o,
                says,
                TreePVector.empty(),
                TreePVector.singleton(step(by, o)),
                Proof.NONE,
                false));
    }

    private static Step step(Entry by, LessonFact fact) {
        return new Step(by.id(), by.by(), by.recordedAt(), fact);
    }

    Lesson after(Entry by, LessonFact fact) {
        var next = with(steps.plus(step(by, fact)));
        return switch (fact) {
            case LessonFact.Observed _ -> this;
            case LessonFact.Reworded r ->
                next.saying(new Says(r.observation(), r.cause(), r.good(), by.id(), says.lesson(), says.lessonDrawn()));
            case LessonFact.Learned l ->
                next.saying(new Says(says.observation(), says.cause(), says.good(), says.drawn(), l.text(), by.id()));
            case LessonFact.Measured m -> next.having(measures.plus(Measure.proposed(by, m)), proof, false);
            case LessonFact.Revised r -> next.changing(r.measure(), m -> m.revised(by, r), proof);
            case LessonFact.Answered a -> next.changing(a.measure(), m -> m.answered(by, a), proof);
            case LessonFact.Done d -> next.changing(d.measure(), m -> m.carried(by, d), Proof.NONE);
            case LessonFact.Tested t -> next.tried(t.worked());
            case LessonFact.Again _ -> says.good() ? next : next.again();
            case LessonFact.Ended _ -> next.having(measures, proof, true);
        };
    }

    private Lesson with(PVector<Step> now) {
        return new Lesson(id, labels, marking, first, says, measures, now, proof, isEnded);
    }

    private Lesson saying(Says now) {
        return new Lesson(id, labels, marking, first, now, measures, steps, proof, false);
    }

    private Lesson having(PVector<Measure> now, Proof known, boolean ended) {
        return new Lesson(id, labels, marking, first, says, now, steps, known, ended);
    }

    private Lesson changing(UUID measure, UnaryOperator<Measure> how, Proof known) {
        return having(each(m -> m.id().equals(measure) ? how.apply(m) : m), known, isEnded);
    }

    private PVector<Measure> each(UnaryOperator<Measure> how) {
        return TreePVector.from(measures.stream().map(how).toList());
    }

    /** What was not enough stays so beside what worked; where there is nothing else, it has worked after all. */
    private Lesson tried(boolean worked) {
        boolean afterAll = standing().noneMatch(m -> m.isDone() && !m.failed());
        if (!worked) return having(each(Measure::failing), Proof.FAILED, isEnded);
        return having(afterAll ? each(Measure::working) : measures, Proof.WORKED, isEnded);
    }

    /** What was done has not helped, and what was laid aside comes up again. */
    private Lesson again() {
        boolean wasDone = standing().anyMatch(Measure::isDone);
        return having(each(Measure::failing), wasDone ? Proof.FAILED : proof, false);
    }

    /** Those that are not out. */
    public Stream<Measure> standing() {
        return measures.stream().filter(m -> !m.isOut());
    }

    public Optional<Measure> measure(@Nullable UUID of) {
        return measures.stream().filter(m -> m.id().equals(of)).findFirst();
    }

    public State state() {
        if (isEnded) return State.ENDED;
        if (standing().anyMatch(Measure::isOpen)) return State.MEASURED;
        if (standing().anyMatch(m -> m.isDone() && !m.failed()))
            return proof == Proof.WORKED ? State.TESTED : State.DONE;
        if (says.lesson() == null && standing().findAny().isEmpty()) return State.OBSERVED;
        return says.good() ? State.GOOD : State.LEARNED;
    }

    /** The first line of what was observed. */
    public String title() {
        var line = says.observation().replaceAll("\\s+", " ").strip();
        if (line.length() <= TITLE) return line;
        int end = Character.isHighSurrogate(line.charAt(TITLE - 2)) ? TITLE - 2 : TITLE - 1;
        return line.substring(0, end) + "…";
    }

    public By by() {
        return steps.getFirst().by();
    }

    public Instant at() {
        return steps.getFirst().at();
    }

    /** When it last changed. */
    public Instant changed() {
        return steps.getLast().at();
    }

    /** The earliest day by which a measure of it is to be done; empty: none is. */
    public Optional<LocalDate> due() {
        return standing().filter(Measure::isOpen).map(m -> m.said().by()).min(Comparator.naturalOrder());
    }

    public boolean isLate(LocalDate today) {
        return standing().anyMatch(m -> m.isLate(today));
    }

    public List<Step> steps(Class<? extends LessonFact> kind) {
        return steps.stream().filter(step -> kind.isInstance(step.fact())).toList();
    }

    /** The versions of what is to be learnt. */
    public List<Version> versions() {
        return steps.stream()
                .filter(step -> step.fact() instanceof LessonFact.Learned)
                .map(step -> new Version(
                        step.entry(), step.by(), step.at(), step.at(), ((LessonFact.Learned) step.fact()).text()))
                .toList();
    }
}
