package se.samlad.figure;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import se.samlad.conference.ConferenceFact;
import se.samlad.direction.DirectionFact;
import se.samlad.edition.EditionFact;
import se.samlad.forum.ForumFact;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.Reader;
import se.samlad.journal.View;
import se.samlad.message.MessageFact;
import se.samlad.report.ReportFact;
import se.samlad.staff.StaffFact;
import se.samlad.trial.TrialFact;
import se.samlad.web.Say;

/**
 * What figures are counted from, of all years. It is not filtered: {@link Course#seen} is the gate. Reports are most of a long
 * incident and are left out; the figures that take them are counted for one incident at a time, by {@link #ONE}.
 *
 * @param byYear by Stockholm's year in which it began
 */
record Courses(PMap<UUID, Integer> years, TreePMap<Integer, PMap<UUID, Course>> byYear) {

    private static final Courses NONE = new Courses(HashTreePMap.empty(), TreePMap.empty());

    private static final List<Class<? extends Fact>> FEW = List.of(
            IncidentFact.class,
            ForumFact.class,
            StaffFact.Opened.class,
            EditionFact.class,
            MessageFact.Published.class,
            ReportFact.Noted.class,
            DirectionFact.class,
            ConferenceFact.CalledFirst.class,
            ConferenceFact.Called.class,
            ConferenceFact.Closed.class,
            ConferenceFact.TakenHome.class,
            TrialFact.class);

    static final Across<Courses> ACROSS = new Across<>(new View<>("figure.courses", NONE, FEW, Courses::after));

    /** One incident, with the actors' own reports. */
    static final View<Course> ONE = new View<>(
            "figure.course",
            Course.of(new UUID(0, 0)),
            Stream.concat(FEW.stream(), Stream.of(ReportFact.Reported.class)).toList(),
            Course::after);

    Courses after(Entry entry) {
        var year = years.get(entry.stream());
        if (year == null) return begun(entry);
        var there = byYear.getOrDefault(year, HashTreePMap.empty());
        var before = there.getOrDefault(entry.stream(), Course.of(entry.stream()));
        var after = before.after(entry);
        return after == before ? this : new Courses(years, byYear.plus(year, there.plus(entry.stream(), after)));
    }

    /** Only what has a beginning is counted. */
    private Courses begun(Entry entry) {
        var course = Course.of(entry.stream()).after(entry);
        if (course.seen(Reader.ALL).beginning().isEmpty()) return this;
        int year = entry.occurredAt().atZone(Say.STOCKHOLM).getYear();
        var there = byYear.getOrDefault(year, HashTreePMap.empty());
        return new Courses(years.plus(entry.stream(), year), byYear.plus(year, there.plus(entry.stream(), course)));
    }

    /** Those of the year, in no order, and not filtered. */
    Collection<Course> of(int year) {
        return byYear.getOrDefault(year, HashTreePMap.empty()).values();
    }
}
