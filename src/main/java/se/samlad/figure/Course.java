package se.samlad.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import se.samlad.access.Level;
import se.samlad.conference.ConferenceFact;
import se.samlad.direction.DirectionFact;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.edition.EditionFact;
import se.samlad.figure.Mark.Slot;
import se.samlad.figure.Mark.What;
import se.samlad.forum.ForumFact;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.Reader;
import se.samlad.message.MessageFact;
import se.samlad.report.ReportFact;
import se.samlad.staff.StaffFact;
import se.samlad.trial.TrialFact;

/**
 * What figures are counted from in one stream: an incident's, a conference's or a test call's. Of entries that say the same
 * thing again it keeps one for each set of labels. So it stays small, and what a reader may see of it is exactly what its
 * own entries would have made.
 */
record Course(UUID stream, PMap<Slot, Mark> marks, PSet<Labels> labels) {

    static Course of(UUID stream) {
        return new Course(stream, HashTreePMap.empty(), HashTreePSet.empty());
    }

    Course after(Entry entry) {
        var course = this;
        for (var mark : marks(entry)) course = course.with(mark);
        return course;
    }

    private Course with(Mark mark) {
        var before = marks.get(mark.slot());
        var kept = before == null ? mark : before.or(mark);
        if (kept.equals(before)) return this;
        return new Course(stream, marks.plus(mark.slot(), kept), labels.plus(mark.labels()));
    }

    /** Those of its label sets that the reader sees: two who see the same of them see the same of it. */
    Set<Labels> sight(Reader reader) {
        return labels.stream().filter(reader::sees).collect(Collectors.toSet());
    }

    /** What the reader may see of it, in the order in which it happened. */
    Visible seen(Reader reader) {
        return Visible.of(
                stream,
                marks.values().stream()
                        .filter(mark -> reader.sees(mark.labels()))
                        .sorted(ORDER)
                        .toList());
    }

    static final Comparator<Mark> ORDER = Comparator.comparing(Mark::occurred).thenComparing(Mark::position);

    /** @param by the marks of each kind, in the order in which they happened */
    record Visible(UUID stream, Map<What, List<Mark>> by) {

        private static final List<What> BEGINNINGS = List.of(What.SIGNAL, What.EXERCISE, What.EXPECTED, What.TRIAL);

        private static Visible of(UUID stream, List<Mark> marks) {
            return new Visible(stream, marks.stream().collect(Collectors.groupingBy(Mark::what)));
        }

        Stream<Mark> all(What what) {
            return by.getOrDefault(what, List.of()).stream();
        }

        Optional<Mark> first(What what) {
            return all(what).findFirst();
        }

        /** The entry that began it; empty where the reader may not see that: then there is nothing to count from. */
        Optional<Mark> beginning() {
            return BEGINNINGS.stream().flatMap(this::all).min(ORDER);
        }

        boolean isExercise() {
            return first(What.EXERCISE).isPresent();
        }
    }

    /** Empty: the entry says nothing that is counted. Two where one entry says two things. */
    private static List<Mark> marks(Entry e) {
        return switch (e.fact()) {
            case IncidentFact.Signalled s ->
                List.of(Mark.of(s.exercise() == null ? What.SIGNAL : What.EXERCISE, "", "", List.of(), e));
            case IncidentFact.StoodDown s -> List.of(Mark.of(What.ENDED, "", "", List.of(), e));
            case ForumFact f -> list(forum(e, f));
            case StaffFact.Opened s -> List.of(Mark.of(What.STAFF, "", "", List.of(), e));
            case EditionFact.Issued i ->
                i.incident() == null ? List.of() : List.of(Mark.of(What.PICTURE, e.id().toString(), "", List.of(), e));
            case MessageFact.Published p -> List.of(Mark.of(What.MESSAGE, "", "", List.of(), e));
            case ReportFact r -> list(report(e, r));
            case DirectionFact d -> direction(e, d);
            case ConferenceFact c -> list(conference(e, c));
            case TrialFact t -> trial(e, t);
            default -> List.of();
        };
    }

    private static List<Mark> list(@Nullable Mark mark) {
        return mark == null ? List.of() : List.of(mark);
    }

    private static @Nullable Mark forum(Entry e, ForumFact fact) {
        return switch (fact) {
            case ForumFact.Convened c ->
                Mark.of(What.CALLED, e.id().toString(), c.level() == Level.EXECUTING ? "" : "regional", c.actors(), e);
            case ForumFact.Acknowledged a ->
                Mark.of(
                        What.ACKNOWLEDGED,
                        a.forum() + "/" + e.by().actor(),
                        a.forum().toString(),
                        List.of(),
                        e);
            case ForumFact.Gathered g ->
                Mark.of(What.GATHERED, e.subject().toString(), e.subject().toString(), List.of(), e);
            default -> null;
        };
    }

    private static @Nullable Mark report(Entry e, ReportFact fact) {
        return switch (fact) {
            case ReportFact.Noted n ->
                n.kind() == ReportFact.Kind.DECISION
                        ? Mark.of(What.DECISION, e.id().toString(), "", List.of(), e)
                        : null;
            case ReportFact.Reported r -> Mark.of(What.REPORT, e.by().actor(), "", List.of(), e);
            default -> null;
        };
    }

    private static List<Mark> direction(Entry e, DirectionFact fact) {
        var id = e.subject().toString();
        return switch (fact) {
            case DirectionFact.Proposed p ->
                List.of(Mark.of(
                        What.WORDED, e.id().toString(), id, whom(p, p.forum().toString()), e));
            case DirectionFact.Reworded r -> List.of(Mark.of(What.WORDED, e.id().toString(), id, whom(r, ""), e));
            case DirectionFact.Agreed a ->
                List.of(
                        Mark.of(What.AGREED, id, id, List.of(), e),
                        Mark.of(What.DECISION, e.id().toString(), "", List.of(), e));
            case DirectionFact.Withdrawn w -> List.of(Mark.of(What.WITHDRAWN, id, id, List.of(), e));
            case DirectionFact.StanceTaken s ->
                List.of(Mark.of(What.STANCE, id + "/" + s.actor(), id, List.of(s.actor()), e));
            case DirectionFact.CarriedOut c -> {
                var key = c.measure() + "/" + c.actor();
                yield List.of(Mark.of(
                        c.state() == Progress.DONE ? What.DONE : What.NOT_DONE, key, key, List.of(c.actor()), e));
            }
            case DirectionFact.Prepared _, DirectionFact.PreparedAdopted _ -> List.of();
        };
    }

    /** Each measure with each actor that it concerns; first the forum, where the text says it. */
    private static List<String> whom(DirectionFact.Worded said, String forum) {
        var whom = new ArrayList<String>();
        whom.add(forum);
        for (var measure : said.measures()) for (var actor : measure.concerned()) whom.add(measure.id() + "/" + actor);
        return whom;
    }

    private static @Nullable Mark conference(Entry e, ConferenceFact fact) {
        return switch (fact) {
            case ConferenceFact.Begun b ->
                Mark.of(What.EXPECTED, "", "", b.now().expected(), e);
            case ConferenceFact.Closed c -> Mark.of(What.CLOSED, "", "", List.of(), e);
            case ConferenceFact.TakenHome t -> Mark.of(What.HOME, e.by().actor(), "", List.of(), e);
            default -> null;
        };
    }

    private static List<Mark> trial(Entry e, TrialFact fact) {
        return switch (fact) {
            case TrialFact.Begun b
            when b.whole() -> {
                var marks = new ArrayList<Mark>();
                marks.add(Mark.of(
                        What.TRIAL,
                        "",
                        "",
                        b.asked().stream()
                                .map(asked -> asked.id() + "/" + asked.actor())
                                .toList(),
                        e));
                yield marks;
            }
            case TrialFact.Answered a ->
                List.of(Mark.of(What.ANSWERED, a.asked().toString(), a.asked().toString(), List.of(), e));
            case TrialFact.Ended t -> List.of(Mark.of(What.TRIED, "", "", List.of(), e));
            default -> List.of();
        };
    }
}
