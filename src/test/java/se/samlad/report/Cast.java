package se.samlad.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/** A few who act, and the entries of an incident that they make in order. Minute 0 is noon. */
final class Cast {

    static final Acting TABY = acting("taby", "tib", null, Mandate.REPORT);
    static final Acting POLICE = acting("polisen", "tib", null, Mandate.REPORT);
    static final Acting REGION = acting("region", "tib", null, Mandate.REPORT);
    static final Acting TRAFFIC = acting("region", "trafik", "trafik", Mandate.REPORT);
    static final Acting CARE = acting("region", "vard", "vard", Mandate.REPORT);
    static final Acting OFFICE = acting("ssr", "kansli", null, Mandate.KEEP);

    static final UUID INCIDENT = new UUID(7, 7);
    static final Labels ALL = Labels.of("incident:" + INCIDENT);
    private static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");

    private final List<Entry> entries = new ArrayList<>();

    static Instant minute(int minutes) {
        return NOON.plusSeconds(60L * minutes);
    }

    private static Acting acting(String actor, String name, @Nullable String unit, Mandate... mandates) {
        var function = new Function(actor, name, name, name, Level.COORDINATING, Set.of(mandates), unit, null);
        var account = actor + "." + name;
        return new Acting(account, function, Viewer.of(account, function, () -> Grants.NONE));
    }

    /** A new thing, recorded in the minute that it happened. */
    Entry says(Acting who, int minute, ReportFact fact) {
        return says(who, minute, fact, ALL);
    }

    Entry says(Acting who, int minute, ReportFact fact, Labels labels) {
        var id = new UUID(1, entries.size() + 1L);
        return add(who, id, id, minute, fact, labels);
    }

    /** More about a thing; happened when it says, shared as the thing is. */
    Entry on(Entry thing, Acting who, int minute, ReportFact fact) {
        var draft = Reporting.beside(thing, fact);
        return add(who, new UUID(1, entries.size() + 1L), draft.subject(), minute, fact, draft.labels());
    }

    private Entry add(Acting who, UUID id, UUID subject, int minute, ReportFact fact, Labels labels) {
        var labelled = labels.plus(List.of("actor:" + who.actor()));
        var entry = new Entry(
                entries.size() + 1L,
                id,
                INCIDENT,
                subject,
                who.by(),
                minute(10_000 + entries.size()),
                minute(minute),
                labelled,
                null,
                "kind",
                fact,
                "{}");
        entries.add(entry);
        return entry;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Situation situation() {
        return Situation.VIEW.fold(entries);
    }

    static ReportFact.Reported reported(@Nullable String unit, Status status, String happened) {
        return new ReportFact.Reported(own(unit, status, happened), null);
    }

    static ReportFact.OwnPicture own(@Nullable String unit, Status status, String happened) {
        return new ReportFact.OwnPicture(unit, status, happened, null, null, null, null, null, null, null, null);
    }

    static ReportFact.Confirmed confirmed(Entry report, @Nullable String unit) {
        return new ReportFact.Confirmed(true, unit, report.subject(), null);
    }

    static ReportFact.Corrected corrected(Entry what, @Nullable String unit, Status status, String happened) {
        return new ReportFact.Corrected(what.id(), "Fel siffra", minute(500), own(unit, status, happened));
    }

    static ReportFact.Noted noted(ReportFact.Kind kind, String text) {
        return new ReportFact.Noted(kind, text, null, null, null, null);
    }

    static Sent.Report report(@Nullable Status status, @Nullable String happened) {
        return new Sent.Report(
                null, status, happened, null, null, null, null, null, null, null, null, null, null, null);
    }

    static Sent.Correction correction(@Nullable String happened, @Nullable String reason) {
        return new Sent.Correction(Status.RED, happened, null, null, null, null, null, null, null, null, reason);
    }
}
