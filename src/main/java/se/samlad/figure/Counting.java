package se.samlad.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samlad.figure.Course.Visible;
import se.samlad.figure.Mark.What;

/**
 * Counts the figures of one stream from what a reader may see of it, by what happened and by what was recorded. Where an
 * entry that a figure needs is missing, or hidden, there is no figure. Pure.
 */
final class Counting {

    /** So long after a direction was agreed, a stance is in time. */
    static final Duration IN_TIME = Duration.ofHours(2);

    private final Visible course;
    private final @Nullable String only;
    private final List<Counted> all = new ArrayList<>();

    private Counting(Visible course, @Nullable String only) {
        this.course = course;
        this.only = only;
    }

    /** @param only the code of the one actor that figures are counted of; null: of all together */
    static List<Counted> of(Visible course, @Nullable String only) {
        var counting = new Counting(course, only);
        course.beginning().ifPresent(counting::count);
        return counting.all.stream()
                .filter(each -> only == null || each.indicator().isOfActor())
                .toList();
    }

    private void count(Mark beginning) {
        switch (beginning.what()) {
            case EXPECTED -> summaries(beginning);
            case TRIAL -> trial(beginning);
            default -> incident(beginning);
        }
    }

    private void incident(Mark signal) {
        var called = called();
        called.ifPresent(forum -> calls(signal, forum));
        since(Indicator.CONFERENCE, signal, course.first(What.GATHERED));
        since(Indicator.STAFF, signal, course.first(What.STAFF));
        since(Indicator.PICTURE, signal, course.first(What.PICTURE));
        since(Indicator.MESSAGE, signal, course.first(What.MESSAGE));
        since(Indicator.DIRECTION, signal, course.first(What.AGREED));
        called.ifPresent(this::reports);
        pictureAge();
        directions();
    }

    /** The first regional forum; where there is none, the first of all (I3). */
    private Optional<Mark> called() {
        return course.all(What.CALLED)
                .min(Comparator.comparing((Mark forum) -> forum.about().isEmpty())
                        .thenComparing(Course.ORDER));
    }

    private void since(Indicator indicator, Mark signal, Optional<Mark> then) {
        then.ifPresent(mark -> add(indicator, minutes(signal, mark), 1, recorded(signal, mark), List.of(signal, mark)));
    }

    private static long minutes(Mark from, Mark until) {
        return Math.max(0, Duration.between(from.occurred(), until.occurred()).toMinutes());
    }

    private static long recorded(Mark from, Mark until) {
        return Math.max(0, Duration.between(from.recorded(), until.recorded()).toMinutes());
    }

    private void add(Indicator indicator, long value, long whole, @Nullable Long recorded, List<Mark> marks) {
        all.add(new Counted(indicator, course.stream(), course.isExercise(), value, whole, recorded, marks));
    }

    /** Being called does not reach the one who convened, who is not counted. */
    private void calls(Mark signal, Mark forum) {
        since(Indicator.NOTIFIED, signal, Optional.of(forum));
        var whom = forum.whom().stream()
                .filter(actor -> !actor.equals(forum.actor()) && isCounted(actor))
                .toList();
        var acknowledged = course.all(What.ACKNOWLEDGED)
                .filter(mark -> mark.about().equals(forum.entry().toString()) && whom.contains(mark.actor()))
                .toList();
        part(Indicator.ACKNOWLEDGED_50, 50, signal, forum, whom, acknowledged);
        part(Indicator.ACKNOWLEDGED_90, 90, signal, forum, whom, acknowledged);
        part(Indicator.ACKNOWLEDGED_100, 100, signal, forum, whom, acknowledged);
    }

    /** @param acknowledged the first to acknowledge first */
    private void part(
            Indicator indicator, int percent, Mark signal, Mark forum, List<String> whom, List<Mark> acknowledged) {
        int needed = (whom.size() * percent + 99) / 100;
        var first = firstOf(acknowledged, Mark::actor);
        if (needed == 0 || first.size() < needed) return;
        var counted = first.subList(0, needed);
        var from = only == null ? signal : forum;
        var marks = new ArrayList<>(counted);
        marks.add(signal);
        marks.add(forum);
        long later = first.stream()
                .map(mark -> recorded(from, mark))
                .sorted()
                .toList()
                .get(needed - 1);
        add(indicator, minutes(from, counted.getLast()), 1, later, marks);
    }

    private boolean isCounted(String actor) {
        return only == null || only.equals(actor);
    }

    private static List<Mark> firstOf(List<Mark> marks, Function<Mark, String> by) {
        var first = new LinkedHashMap<String, Mark>();
        marks.forEach(mark -> first.putIfAbsent(by.apply(mark), mark));
        return List.copyOf(first.values());
    }

    /** Own pictures before the first conference, and the hours from the call to each actor's own. */
    private void reports(Mark forum) {
        var whom = forum.whom().stream().filter(this::isCounted).toList();
        var first = firstOf(
                course.all(What.REPORT)
                        .filter(mark -> whom.contains(mark.actor()))
                        .toList(),
                Mark::actor);
        if (first.isEmpty()) return;
        course.first(What.GATHERED).ifPresent(gathered -> {
            var marks = new ArrayList<>(first);
            marks.add(forum);
            marks.add(gathered);
            long occurred = first.stream()
                    .filter(mark -> isBefore(mark.occurred(), gathered.occurred()))
                    .count();
            long recorded = first.stream()
                    .filter(mark -> isBefore(mark.recorded(), gathered.recorded()))
                    .count();
            add(Indicator.REPORTS, occurred, whom.size(), recorded, marks);
        });
        holes(forum, whom.size(), first);
    }

    private static boolean isBefore(Instant at, Instant until) {
        return !at.isAfter(until);
    }

    /** An actor that has not reported when the incident ends had a hole until then; before that, nobody knows how long. */
    private void holes(Mark forum, int called, List<Mark> first) {
        var ended = course.first(What.ENDED);
        if (first.size() < called && ended.isEmpty()) return;
        long occurred = 0;
        long recorded = 0;
        var marks = new ArrayList<>(first);
        marks.add(forum);
        for (var mark : first) {
            occurred += minutes(forum, mark);
            recorded += recorded(forum, mark);
        }
        if (first.size() < called && ended.isPresent()) {
            marks.add(ended.get());
            occurred += (called - first.size()) * minutes(forum, ended.get());
            recorded += (called - first.size()) * recorded(forum, ended.get());
        }
        add(Indicator.HOLES, occurred / 60, 1, recorded / 60, marks);
    }

    /** The age of the latest joint picture at each decision: the median. A decision before the first picture has none. */
    private void pictureAge() {
        var pictures = course.all(What.PICTURE).toList();
        var ages = new ArrayList<Long>();
        var later = new ArrayList<Long>();
        var marks = new ArrayList<Mark>();
        course.all(What.DECISION).forEach(decision -> {
            var picture = last(pictures, Mark::occurred, decision.occurred());
            if (picture == null) return;
            ages.add(minutes(picture, decision));
            marks.add(decision);
            marks.add(picture);
            var known = last(pictures, Mark::recorded, decision.recorded());
            if (known == null) return;
            later.add(recorded(known, decision));
            marks.add(known);
        });
        if (ages.isEmpty()) return;
        var recorded = later.size() == ages.size() ? Counted.median(later) : null;
        add(Indicator.PICTURE_AGE, Counted.median(ages), 1, recorded, marks);
    }

    private static @Nullable Mark last(List<Mark> marks, Function<Mark, Instant> clock, Instant until) {
        return marks.stream()
                .filter(mark -> isBefore(clock.apply(mark), until))
                .max(Comparator.comparing(clock).thenComparing(Mark::position))
                .orElse(null);
    }

    private void directions() {
        var agreed = new LinkedHashMap<String, Agreed>();
        course.all(What.AGREED).sorted(Comparator.comparing(Mark::position)).forEach(mark -> {
            var text = Agreed.of(mark, course);
            if (text != null) agreed.put(text.forum(), text); // a later one of the same forum takes its place
        });
        var stances = new Stances(course, this::isCounted);
        agreed.values().forEach(stances::add);
        if (stances.concerned > 0)
            add(Indicator.STANCES, stances.inTime, stances.concerned, stances.recordedInTime, stances.ofStances);
        if (stances.planned > 0)
            add(Indicator.MEASURES, stances.done, stances.planned, stances.done, stances.ofMeasures);
    }

    private void summaries(Mark called) {
        var closed = course.first(What.CLOSED);
        var whom = called.whom().stream().filter(this::isCounted).toList();
        if (closed.isEmpty() || whom.isEmpty()) return;
        var home = firstOf(
                course.all(What.HOME)
                        .filter(mark -> whom.contains(mark.actor()))
                        .toList(),
                Mark::actor);
        var marks = new ArrayList<>(home);
        marks.add(called);
        marks.add(closed.get());
        add(Indicator.SUMMARIES, home.size(), whom.size(), (long) home.size(), marks);
    }

    private void trial(Mark begun) {
        var ended = course.first(What.TRIED);
        var asked = begun.whom().stream()
                .filter(each -> isCounted(each.substring(each.indexOf('/') + 1)))
                .map(each -> each.substring(0, each.indexOf('/')))
                .toList();
        if (ended.isEmpty() || asked.isEmpty()) return;
        var answered = course.all(What.ANSWERED)
                .filter(mark -> asked.contains(mark.about())
                        && mark.position() < ended.get().position())
                .toList();
        var marks = new ArrayList<>(answered);
        marks.add(begun);
        marks.add(ended.get());
        add(Indicator.TRIALS, answered.size(), asked.size(), (long) answered.size(), marks);
    }
}
