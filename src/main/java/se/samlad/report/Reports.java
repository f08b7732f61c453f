package se.samlad.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Marking;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Occurred;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Pick;
import se.samlad.journal.Recorded;
import se.samlad.journal.Verb;
import se.samlad.web.Times;

/** All reports and rows of the log, for those who write and those who read them. */
@Service
public class Reports {

    private static final int PAGE = 1_000;

    private final Journal journal;
    private final Incidents incidents;
    private final List<Aloud.Hearing> hearings;

    Reports(Journal journal, Incidents incidents, List<Aloud.Hearing> hearings) {
        this.journal = journal;
        this.incidents = incidents;
        this.hearings = List.copyOf(hearings);
    }

    /**
     * The situation in an incident as the viewer may see it.
     *
     * @param recordedBy as recorded by this time, by the server's clock; null: now
     * @throws NotThere if there is no such incident, or the viewer may not see it
     */
    public Situation in(UUID incident, Viewer viewer, @Nullable Instant recordedBy) {
        incidents.get(incident, viewer);
        return journal.view(Situation.VIEW, incident, viewer, recordedBy);
    }

    /**
     * The situation at a past time, as known now or as recorded by a given time. A correction counts from the time of
     * the entry that it corrects.
     *
     * @param was by the incident's own clock
     * @param recordedBy by the server's clock; null: now
     * @throws NotThere if there is no such incident, or the viewer may not see it
     */
    public Situation asItWas(UUID incident, Viewer viewer, Instant was, @Nullable Instant recordedBy) {
        return incidents.get(incident, viewer).isExercise()
                ? asItWasByItsClock(incident, viewer, was, recordedBy)
                : journal.asItWas(Situation.VIEW, incident, viewer, was, recordedBy);
    }

    /**
     * An exercise's clock does not tell when a row was recorded, so all its reports are read. An exercise lasts about a
     * day.
     */
    private Situation asItWasByItsClock(UUID incident, Viewer viewer, Instant was, @Nullable Instant recordedBy) {
        var kinds = journal.kindsOf(ReportFact.Pictured.class);
        var then = new ArrayList<Entry>();
        List<Entry> page;
        long after = 0;
        do {
            page = journal.list(Pick.after(incident, after, PAGE).only(kinds), viewer);
            for (Entry entry : page) {
                after = entry.position();
                if (entry.occurredAt().isAfter(was)) continue;
                if (recordedBy == null || !entry.recordedAt().isAfter(recordedBy)) then.add(entry);
            }
        } while (page.size() == PAGE);
        return Situation.VIEW.fold(then);
    }

    /**
     * A report or "nothing new", for the acting function's actor (A4), or its unit if it has one (A6).
     *
     * @param from the last report, where this one says that it still holds or was begun from its texts
     */
    Recorded report(UUID incident, Sent.Report said, DrawnFrom from, Acting by, Once once) {
        if (said.saysNothingNew()) return nothingNew(incident, said, from, by, once);
        var with = new Envelope(said.occurredAt(), said.lateBecause(), said.marking());
        return by.record(journal, once, facing -> {
            var frame = incidents.forDeciding(facing, incident, by);
            var situation = facing.state(Situation.VIEW, incident, by.viewer());
            if (from.isStated())
                situation.find(by.actor(), by.function().unit()).ifPresent(last -> from.mustBe(last.entry()));
            var drafts = new ArrayList<Draft>();
            drafts.add(draft(facing, frame, by, with, Reporting.report(by, said)));
            var now = Occurred.at(frame, null, null, facing.now());
            Reporting.ended(said, situation, by).forEach((stating, fact) -> drafts.add(about(stating, fact, by, now)));
            for (var need : Reporting.met(said, situation, by))
                drafts.add(about(need.subject(), new ReportFact.NeedMet(need.text(), null), by, now));
            drafts.addAll(heard(facing, frame, by, drafts.getFirst(), said));
            return drafts;
        });
    }

    /** A fact about one of the actor's own entries, with that entry's readers. */
    private Draft about(UUID entry, ReportFact fact, Acting by, @Nullable Instant at) {
        return Reporting.beside(journal.find(entry, by.viewer()).orElseThrow(NotThere::new), fact)
                .happened(at);
    }

    /** @param row the entry of the actor's own row with a need */
    Recorded met(UUID row, Sent.Met said, DrawnFrom from, Acting by, Once once) {
        var about = own(row, by.viewer());
        return by.record(journal, once, facing -> {
            var incident = incidents.forDeciding(facing, about.stream(), by);
            facing.guard(about.subject());
            var situation = facing.state(Situation.VIEW, about.stream(), by.viewer());
            situation.need(about).ifPresent(need -> from.mustBe(need.entry()));
            return List.of(Reporting.beside(about, Reporting.met(about, situation, by, said.how()))
                    .happened(Occurred.at(incident, null, null, facing.now())));
        });
    }

    /** Has the same readers as the report that it confirms, so that it reveals the report to nobody else. */
    private Recorded nothingNew(UUID incident, Sent.Report said, DrawnFrom from, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var frame = incidents.forDeciding(facing, incident, by);
            var last = Reporting.own(facing.state(Situation.VIEW, incident, by.viewer()), by);
            from.mustBe(last.entry());
            if (from.isStated()) facing.guard(last.report());
            var fact = Reporting.nothingNew(last, by, said);
            var confirmed = journal.find(last.entry(), by.viewer()).orElseThrow(NotThere::new);
            var at = Occurred.at(frame, Times.instant(said.occurredAt()), said.lateBecause(), facing.now());
            var drafts =
                    new ArrayList<>(List.of(Reporting.beside(confirmed, fact).happened(at)));
            drafts.addAll(heard(facing, frame, by, drafts.getFirst(), said));
            return drafts;
        });
    }

    /** What is not for all who see the incident is told to no other room. */
    private List<Draft> heard(Verb.Facing facing, Incident incident, Acting by, Draft report, Sent.Report said) {
        if (!incident.isSharedWith(report.labels())) return List.of();
        return hearings.stream()
                .flatMap(each -> each.heard(facing, incident, by, report, said.status(), said.happened()).stream())
                .toList();
    }

    Recorded note(UUID incident, Sent.Note said, Acting by, Once once) {
        return row(
                incident,
                by,
                once,
                new Envelope(said.occurredAt(), said.lateBecause(), said.marking()),
                () -> Reporting.note(said));
    }

    Recorded relay(UUID incident, Sent.Relay said, Acting by, Once once) {
        return row(
                incident,
                by,
                once,
                new Envelope(said.occurredAt(), said.lateBecause(), said.marking()),
                () -> Reporting.relay(said));
    }

    /** @param report the report's entry, or a correction of it */
    Recorded correct(UUID report, Sent.Correction said, DrawnFrom from, Acting by, Once once) {
        var about = own(report, by.viewer());
        if (!isReport(about)) throw new NotThere();
        return correct(about, from, by, once, (latest, clock) -> Reporting.correct(about, latest, by, said, clock));
    }

    /** @param row the entry of a row or of what was relayed, or a correction of it */
    Recorded correctNote(UUID row, Sent.NoteCorrection said, DrawnFrom from, Acting by, Once once) {
        var about = own(row, by.viewer());
        if (isReport(about)) throw new NotThere();
        return correct(about, from, by, once, (latest, clock) -> Reporting.correct(about, latest, by, said, clock));
    }

    /** The entry, if it is this room's and the viewer may see it. @throws NotThere also for another room's entry */
    Entry own(UUID entry, Viewer viewer) {
        return journal.find(entry, viewer)
                .filter(e -> e.fact() instanceof ReportFact)
                .orElseThrow(NotThere::new);
    }

    /** The entry that holds now: the given entry, or its latest correction. */
    Entry latestOf(Entry entry, Viewer viewer) {
        return journal.view(Situation.VIEW, entry.stream(), viewer)
                .correctionOf(entry.subject())
                .flatMap(latest -> journal.find(latest, viewer))
                .orElse(entry);
    }

    static boolean isReport(Entry entry) {
        return switch ((ReportFact) entry.fact()) {
            case ReportFact.Reported r -> true;
            case ReportFact.Confirmed c -> true;
            case ReportFact.Corrected c -> true;
            case ReportFact.Relayed r -> false;
            case ReportFact.LogRow n -> false;
            case ReportFact.NoteCorrected n -> false;
            case ReportFact.NeedMet m -> false;
            case ReportFact.Ended e -> false;
        };
    }

    /**
     * A correction has the time and the readers of the corrected entry. Two concurrent corrections are recorded one
     * after the other. The second is refused if it was drawn from what the first has changed.
     */
    private Recorded correct(
            Entry about, DrawnFrom from, Acting by, Once once, BiFunction<UUID, Instant, ReportFact> decide) {
        return by.record(journal, once, facing -> {
            var incident = incidents.forDeciding(facing, about.stream(), by);
            facing.guard(about.subject());
            var latest = facing.state(Situation.VIEW, about.stream(), by.viewer())
                    .correctionOf(about.subject())
                    .orElse(about.subject());
            from.mustBe(latest);
            var fact = decide.apply(latest, incident.clock(facing.now()));
            return List.of(Reporting.beside(about, fact).happened(about.occurredAt()));
        });
    }

    private record Envelope(
            @Nullable OffsetDateTime occurredAt,
            @Nullable String lateBecause,
            @Nullable Marking marking) {}

    private interface Said {
        ReportFact decide();
    }

    /**
     * Reports and rows may also be recorded after the incident has ended, so the only guard is on a seat in a forum.
     */
    private Recorded row(UUID id, Acting by, Once once, Envelope with, Said said) {
        return by.record(journal, once, facing -> {
            var incident = incidents.forDeciding(facing, id, by);
            return List.of(draft(facing, incident, by, with, said.decide()));
        });
    }

    private Draft draft(Verb.Facing facing, Incident incident, Acting by, Envelope with, ReportFact fact) {
        return Draft.ofNewSubject(incident.id(), fact, incidents.labels(facing, incident.id(), with.marking(), by))
                .happened(Occurred.at(incident, Times.instant(with.occurredAt()), with.lateBecause(), facing.now()))
                .marked(Marking.stored(with.marking()));
    }
}
