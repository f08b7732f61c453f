package se.samlad.lesson;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Seat;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.web.Say;

/** The rules for lessons: who may say what of them, and when (G5, A4). Pure: no clock, no database, no Spring. */
final class Learning {

    private static final int MEASURES = 40;
    private static final int YEARS_AHEAD = 10;
    private static final int LONGEST_DAY = 40;

    private Learning() {}

    /** What is typed of a measure. @param measure the one that is revised; null: a new one @param owner an actor's code @param by an ISO date, or a time on it */
    record Planned(
            @Nullable UUID measure,
            @Nullable String what,
            @Nullable String owner,
            @Nullable String by,
            @Nullable UUID activity,
            @Nullable String reason) {}

    /** @throws NotMandated lesson.members, for who is no member; lesson.who, for who only administers */
    static void mayAct(Acting by) {
        if (!by.viewer().isMember()) throw new NotMandated("lesson.members");
        if (by.function().onlyAdministers()) throw new NotMandated("lesson.who");
    }

    /** Whether the acting one keeps the lesson: its author's actor, and the secretariat for all. */
    static boolean keeps(Lesson of, Acting by) {
        return of.by().actor().equals(by.actor()) || Seat.COORDINATING.isOf(by);
    }

    private static void mustKeep(Lesson of, Acting by) {
        mayAct(by);
        if (!keeps(of, by)) throw new NotMandated("lesson.not-yours");
    }

    /** @throws Refused text.missing, text.too-long, at the field */
    static LessonFact.Observed observe(
            @Nullable String observation,
            @Nullable String cause,
            @Nullable UUID incident,
            @Nullable UUID review,
            @Nullable Boolean good,
            Acting by) {
        mayAct(by);
        return new LessonFact.Observed(
                Plain.text(observation, "observation"),
                Plain.optional(cause, "cause"),
                incident,
                review,
                Boolean.TRUE.equals(good));
    }

    /** @throws Refused text.missing; lesson.same-words, where nothing is otherwise */
    static LessonFact.Reworded reword(
            Lesson of,
            @Nullable String observation,
            @Nullable String cause,
            @Nullable Boolean good,
            @Nullable String reason,
            Acting by) {
        mustKeep(of, by);
        var says = of.says();
        var text = Plain.text(observation, "observation");
        var why = Plain.optional(cause, "cause");
        boolean isGood = Boolean.TRUE.equals(good);
        if (text.equals(says.observation()) && java.util.Objects.equals(why, says.cause()) && isGood == says.good())
            throw new Refused("lesson.same-words").at("observation");
        return new LessonFact.Reworded(text, why, isGood, Plain.text(reason, "reason"));
    }

    /** @throws Refused lesson.over, lesson.same-words, text.missing */
    static LessonFact.Learned learn(Lesson of, @Nullable String text, Acting by) {
        mustKeep(of, by);
        mustGoOn(of);
        var lesson = Plain.text(text, "text");
        if (lesson.equals(of.says().lesson())) throw new Refused("lesson.same-words").at("text");
        return new LessonFact.Learned(lesson);
    }

    /** Whether there is such an actor, and such an activity that who writes may see. */
    record Known(Predicate<String> actor, Predicate<UUID> activity) {}

    /**
     * A measure of one's own, or one that is proposed to another, whose own word it waits for (A4). Everything that is promised
     * has an owner and a day.
     *
     * @param known what it may name
     * @throws NotMandated lesson.not-yours, for who neither keeps the lesson nor promises for itself
     * @throws Refused lesson.over, lesson.no-lesson, lesson.measures-most; text.missing, lesson.owner, lesson.day, lesson.activity-wrong at the field
     */
    static LessonFact measure(Lesson of, Planned said, Known known, LocalDate today, Acting by) {
        mayAct(by);
        mustGoOn(of);
        if (said.measure() != null) return revise(of, said, known, today, by);
        if (of.says().lesson() == null) throw new Refused("lesson.no-lesson");
        if (of.measures().size() >= MEASURES) throw new Refused("lesson.measures-most", MEASURES);
        var what = Plain.title(said.what(), "what");
        var owner = said.owner() == null || said.owner().isBlank()
                ? by.actor()
                : said.owner().strip();
        if (!known.actor().test(owner)) throw new Refused("lesson.owner").at("owner");
        if (!owner.equals(by.actor()) && !keeps(of, by)) throw new NotMandated("lesson.not-yours");
        mayName(said.activity(), null, known);
        return new LessonFact.Measured(
                what, owner, day(said.by(), today, today.plusYears(YEARS_AHEAD)), said.activity());
    }

    /** What stands may be named on, also where the activity has ended since. */
    private static void mayName(@Nullable UUID activity, @Nullable UUID before, Known known) {
        if (activity != null && !activity.equals(before) && !known.activity().test(activity))
            throw new Refused("lesson.activity-wrong").at("activity");
    }

    /** By its owner, or by who keeps the lesson as long as its owner has not said anything. */
    private static LessonFact revise(Lesson of, Planned said, Known known, LocalDate today, Acting by) {
        var before = open(of, said.measure());
        boolean owns = before.owner().equals(by.actor());
        if (!owns && !(before.waits() && keeps(of, by))) throw new NotMandated("lesson.not-owner");
        if (said.owner() != null
                && !said.owner().isBlank()
                && !said.owner().strip().equals(before.owner())) throw new Refused("lesson.owner-stays").at("owner");
        mayName(said.activity(), before.said().activity(), known);
        return new LessonFact.Revised(
                before.id(),
                Plain.title(said.what(), "what"),
                day(said.by(), today, today.plusYears(YEARS_AHEAD)),
                said.activity(),
                Plain.text(said.reason(), "reason"));
    }

    /**
     * The owner's own word on what was proposed to it (A4); it may take back what it promised, and who proposed it may take that
     * back before the owner has said anything.
     *
     * @throws NotMandated lesson.not-owner
     * @throws Refused lesson.no-measure, lesson.stands, lesson.done-already; text.missing, where it does not stand
     */
    static LessonFact.Answered answer(
            Lesson of, @Nullable UUID measure, @Nullable Boolean stands, @Nullable String text, Acting by) {
        mayAct(by);
        var m = of.measure(measure).orElseThrow(() -> new Refused("lesson.no-measure").at("measure"));
        if (stands == null) throw new Refused("lesson.stands").at("stands");
        boolean owns = m.owner().equals(by.actor());
        boolean takesBack = !stands && m.waits() && (m.proposedBy().actor().equals(by.actor()) || keeps(of, by));
        if (!owns && !takesBack) throw new NotMandated("lesson.not-owner");
        if (m.done() != null) throw new Refused("lesson.done-already");
        var answer = m.answer();
        if (answer != null && !answer.by().actor().equals(m.owner())) throw new Refused("lesson.taken-back");
        if (answer != null && answer.stands() == stands) throw new Refused("lesson.said-already");
        return new LessonFact.Answered(
                m.id(), stands, stands ? Plain.optional(text, "text") : Plain.text(text, "text"));
    }

    /**
     * By the owner in its own name; {@code done} false takes it back.
     *
     * @param measure null: the acting one's only one
     * @throws Refused lesson.no-measure, lesson.waits, lesson.done-already, lesson.not-done
     */
    static LessonFact.Done done(
            Lesson of, @Nullable UUID measure, @Nullable Boolean done, @Nullable String text, Acting by) {
        mayAct(by);
        boolean isDone = done == null || done;
        var m = measure == null ? only(of, isDone, by) : of.measure(measure).orElse(null);
        if (m == null || m.isOut()) throw new Refused("lesson.no-measure").at("measure");
        if (!m.owner().equals(by.actor())) throw new NotMandated("lesson.not-owner");
        if (m.waits()) throw new Refused("lesson.waits");
        if (isDone && m.done() != null) throw new Refused("lesson.done-already");
        if (!isDone && m.done() == null) throw new Refused("lesson.not-done");
        return new LessonFact.Done(m.id(), isDone, Plain.optional(text, "text"));
    }

    /** The acting one's own that it can mean; of several it must say which. */
    private static @Nullable Measure only(Lesson of, boolean done, Acting by) {
        var own = of.standing()
                .filter(m -> m.owner().equals(by.actor()) && m.isOpen() == done)
                .toList();
        if (own.size() > 1) throw new Refused("lesson.which-measure").at("measure");
        if (own.isEmpty() && of.standing().anyMatch(m -> m.isOpen() == done)) throw new NotMandated("lesson.not-owner");
        return own.isEmpty() ? null : own.getFirst();
    }

    /** Whether there is something to test, and the acting one may say how it went. */
    static boolean mayTest(Lesson of, Acting by) {
        return (keeps(of, by) || of.standing().anyMatch(m -> m.owner().equals(by.actor())))
                && of.state() != Lesson.State.ENDED
                && of.standing().findAny().isPresent()
                && of.standing().noneMatch(Measure::isOpen);
    }

    /**
     * What was done is tested, in an incident, an exercise or a test call; where it did not work, the lesson is open again.
     *
     * @param in the occasion, which {@link Lessons} has looked up; null: there is none that all readers of the lesson see
     * @param on an ISO date, or a time on it; null: today
     * @throws Refused lesson.over, lesson.nothing-done, lesson.in, lesson.worked-needed, lesson.day at the field
     */
    static LessonFact.Tested test(
            Lesson of,
            @Nullable UUID in,
            @Nullable String on,
            @Nullable Boolean worked,
            @Nullable String text,
            LocalDate today,
            Acting by) {
        mayAct(by);
        if (of.state() == Lesson.State.ENDED) throw new Refused("lesson.over");
        if (of.standing().findAny().isEmpty() || of.standing().anyMatch(Measure::isOpen))
            throw new Refused("lesson.nothing-done");
        if (!mayTest(of, by)) throw new NotMandated("lesson.not-yours");
        if (in == null) throw new Refused("lesson.in").at("in");
        if (worked == null) throw new Refused("lesson.worked-needed").at("worked");
        var said = on == null || on.isBlank() ? today.toString() : on;
        return new LessonFact.Tested(
                in,
                day("on", said, LocalDate.of(2000, 1, 1), today),
                worked,
                worked ? Plain.optional(text, "text") : Plain.text(text, "text"));
    }

    /** In the acting one's own name. Of good practice it says that the actor does so too. */
    static LessonFact.Again again(@Nullable String text, @Nullable UUID incident, Acting by) {
        mayAct(by);
        return new LessonFact.Again(Plain.optional(text, "text"), incident);
    }

    /** @param there whether the acting one sees the other lesson @throws Refused lesson.over, lesson.into, text.missing */
    static LessonFact.Ended end(Lesson of, @Nullable String reason, @Nullable UUID into, boolean there, Acting by) {
        mustKeep(of, by);
        mustGoOn(of);
        if (into != null && (into.equals(of.id()) || !there)) throw new Refused("lesson.into").at("into");
        return new LessonFact.Ended(Plain.text(reason, "reason"), into);
    }

    private static Measure open(Lesson of, @Nullable UUID measure) {
        return of.measure(measure).filter(Measure::isOpen).orElseThrow(() -> new Refused("lesson.no-measure")
                .at("measure"));
    }

    private static LocalDate day(@Nullable String typed, LocalDate first, LocalDate last) {
        return day("by", typed, first, last);
    }

    /** @throws Refused lesson.day, lesson.day-outside, at the field */
    private static LocalDate day(String field, @Nullable String typed, LocalDate first, LocalDate last) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty() || text.length() > LONGEST_DAY) throw new Refused("lesson.day").at(field);
        try {
            var day = text.length() <= 10
                    ? LocalDate.parse(text)
                    : LocalDate.ofInstant(OffsetDateTime.parse(text).toInstant(), Say.STOCKHOLM);
            if (day.isBefore(first) || day.isAfter(last))
                throw new Refused("lesson.day-outside", first, last).at(field);
            return day;
        } catch (DateTimeException e) {
            throw new Refused("lesson.day").at(field);
        }
    }

    private static void mustGoOn(Lesson of) {
        if (of.isEnded()) throw new Refused("lesson.over");
    }
}
