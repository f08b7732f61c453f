package se.samlad.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.given.Given;
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
    private final Given given = new Given(INCIDENT);

    static Instant minute(int minutes) {
        return Given.minute(minutes);
    }

    private static Acting acting(String actor, String name, @Nullable String unit, Mandate... mandates) {
        return Given.acting(actor, name, Level.COORDINATING, unit, mandates);
    }

    /** A new thing, recorded in the minute that it happened. */
    Entry says(Acting who, int minute, ReportFact fact) {
        return says(who, minute, fact, ALL);
    }

    Entry says(Acting who, int minute, ReportFact fact, Labels labels) {
        var id = given.nextId();
        return add(who, id, id, minute, fact, labels);
    }

    /** More about a thing; happened when it says, shared as the thing is. */
    Entry on(Entry thing, Acting who, int minute, ReportFact fact) {
        var draft = Reporting.beside(thing, fact);
        return add(who, given.nextId(), draft.subject(), minute, fact, draft.labels());
    }

    private Entry add(Acting who, UUID id, UUID subject, int minute, ReportFact fact, Labels labels) {
        var labelled = labels.plus(List.of("actor:" + who.actor()));
        var in = new Given.Envelope(minute(10_000 + given.count()), minute(minute), labelled, null);
        return given.add(id, subject, who.by(), fact, in);
    }

    List<Entry> entries() {
        return given.entries();
    }

    Situation situation() {
        return given.fold(Situation.VIEW);
    }

    static ReportFact.Reported reported(@Nullable String unit, Status status, String happened) {
        return reported(unit, status, happened, Map.of());
    }

    static ReportFact.Reported reported(
            @Nullable String unit, Status status, String happened, Map<String, String> lasting) {
        return new ReportFact.Reported(own(unit, status, happened).with(lasting), null);
    }

    static ReportFact.Ended ended(String... fields) {
        return new ReportFact.Ended(java.util.Arrays.stream(fields)
                .map(field -> new ReportFact.Ended.Standing(field, field))
                .toList());
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
                null, status, happened, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static Sent.Correction correction(@Nullable String happened, @Nullable String reason) {
        return new Sent.Correction(Status.RED, happened, null, null, null, null, null, null, null, null, reason);
    }
}
