package se.samlad.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Refused;

/** The rules for reports and rows of the log, and who may record each. Pure: no clock, no database, no Spring. */
final class Reporting {

    private Reporting() {}

    /**
     * The own picture of an actor, or of its unit (C4, A6).
     *
     * @throws NotMandated report.mandate
     * @throws Refused report.status, text.missing, text.too-long
     */
    static ReportFact.Reported report(Acting by, Sent.Report said) {
        mustReport(by);
        return new ReportFact.Reported(
                own(by.function().unit(), said), Plain.optional(said.lateBecause(), "lateBecause"));
    }

    /**
     * What stands and is ended by the report, by the report that stated it. Nobody ends what was stated anew since they
     * read it.
     */
    static Map<UUID, ReportFact.Ended> ended(Sent.Report said, Situation situation, Acting by) {
        var ended = said.ended();
        var last = situation.find(by.actor(), by.function().unit()).orElse(null);
        if (ended == null || last == null) return Map.of();
        var what = new LinkedHashMap<UUID, List<ReportFact.Ended.Standing>>();
        last.said().lasting().forEach((field, text) -> {
            var stating = last.since(field).by();
            if (ended.contains(field) || ended.contains(field + ":" + stating))
                what.computeIfAbsent(stating, each -> new ArrayList<>())
                        .add(new ReportFact.Ended.Standing(field, text));
        });
        var facts = new LinkedHashMap<UUID, ReportFact.Ended>();
        what.forEach((stating, all) -> facts.put(stating, new ReportFact.Ended(all)));
        return facts;
    }

    /** The actor's own needs in the log that the report ends. */
    static List<Passed> met(Sent.Report said, Situation situation, Acting by) {
        var ended = said.ended();
        if (ended == null) return List.of();
        return situation.needs().getOrDefault(by.actor(), TreePVector.empty()).stream()
                .filter(need -> ended.contains(need.subject().toString()))
                .toList();
    }

    /** @throws NotMandated report.correct-whose @throws Refused report.not-a-need, text.too-long */
    static ReportFact.NeedMet met(Entry about, Situation situation, Acting by, @Nullable String how) {
        if (!about.by().actor().equals(by.actor())) throw new NotMandated("report.correct-whose");
        return situation
                .need(about)
                .map(need -> new ReportFact.NeedMet(need.text(), Plain.optional(how, "how")))
                .orElseThrow(() -> new Refused("report.not-a-need"));
    }

    private static ReportFact.OwnPicture own(@Nullable String unit, Sent.Own said) {
        var status = said.status();
        if (status == null) throw new Refused("report.status").at("status");
        return new ReportFact.OwnPicture(
                unit,
                status,
                Plain.text(said.happened(), "happened"),
                Plain.optional(said.consequences(), "consequences"),
                Plain.optional(said.measures(), "measures"),
                Plain.optional(said.resources(), "resources"),
                Plain.optional(said.needs(), "needs"),
                Plain.optional(said.communication(), "communication"),
                Plain.optional(said.forecast(), "forecast"),
                said.certainty(),
                line(said.source(), "source"));
    }

    /**
     * Confirms that the last report still holds (C1).
     *
     * @param last the last report of the acting function's actor or unit, as {@link #own} gives it
     * @throws NotMandated report.mandate
     * @throws Refused report.nothing-new-alone, if other fields are filled in
     */
    static ReportFact.Confirmed nothingNew(Stated last, Acting by, Sent.Report said) {
        mustReport(by);
        boolean more = Stream.of(
                        said.status(),
                        said.happened(),
                        said.consequences(),
                        said.measures(),
                        said.resources(),
                        said.needs(),
                        said.communication(),
                        said.forecast(),
                        said.certainty(),
                        said.source(),
                        said.ended(),
                        said.marking())
                .anyMatch(Objects::nonNull);
        if (more) throw new Refused("report.nothing-new-alone");
        return new ReportFact.Confirmed(
                true, last.unit(), last.report(), Plain.optional(said.lateBecause(), "lateBecause"));
    }

    /** The last report of the acting function's actor or unit. @throws Refused report.nothing-to-confirm */
    static Stated own(Situation situation, Acting by) {
        mustReport(by);
        return situation
                .find(by.actor(), by.function().unit())
                .orElseThrow(() -> new Refused("report.nothing-to-confirm"));
    }

    /**
     * The corrected report, which replaces the latest form of the report (C5).
     *
     * @param about the report, or a correction of it
     * @param latest the entry that holds now; it is the one that the new fact corrects
     * @throws NotMandated report.mandate, report.correct-whose
     * @throws Refused report.correct-anew for "nothing new"; report.status, report.reason, text.missing, text.too-long
     */
    static ReportFact.Corrected correct(Entry about, UUID latest, Acting by, Sent.Correction said, Instant clock) {
        mustReport(by);
        mustBeOwn(about, by);
        var own = own(unitOf(about), said);
        return new ReportFact.Corrected(latest, why(said.reason()), clock, own);
    }

    /** @throws Refused report.kind; report.decision-reason for a decision without one (C5); text.missing, text.too-long */
    static ReportFact.LogRow note(Sent.Note said) {
        var kind = said.kind();
        if (kind == null) throw new Refused("report.kind").at("kind");
        var text = Plain.text(said.text(), "text");
        var reason = Plain.optional(said.reason(), "reason");
        if (kind == ReportFact.Kind.DECISION && reason == null)
            throw new Refused("report.decision-reason").at("reason");
        var source = line(said.source(), "source");
        var late = Plain.optional(said.lateBecause(), "lateBecause");
        return kind.isPictured()
                ? new ReportFact.Noted(kind, text, reason, source, said.certainty(), late)
                : new ReportFact.Logged(kind, text, reason, source, said.certainty(), late);
    }

    /**
     * A statement passed on about somebody else, never as the actor's own (C3).
     *
     * @throws Refused text.missing, text.too-long
     */
    static ReportFact.Relayed relay(Sent.Relay said) {
        return new ReportFact.Relayed(
                Plain.title(said.about(), "about"),
                Plain.text(said.text(), "text"),
                line(said.source(), "source"),
                said.certainty(),
                Plain.optional(said.lateBecause(), "lateBecause"));
    }

    /** @throws NotMandated report.correct-whose @throws Refused report.reason, text.missing, text.too-long */
    static ReportFact.NoteCorrected correct(
            Entry about, UUID latest, Acting by, Sent.NoteCorrection said, Instant clock) {
        if (!about.by().actor().equals(by.actor())) throw new NotMandated("report.correct-whose");
        return new ReportFact.NoteCorrected(latest, Plain.text(said.text(), "text"), why(said.reason()), clock);
    }

    /**
     * A later fact about an entry: it has the same subject and the same readers as the entry, so it reveals the entry
     * to nobody else (S1).
     */
    static Draft beside(Entry about, ReportFact fact) {
        return Draft.on(about.stream(), about.subject(), fact, about.labels()).marked(about.marking());
    }

    private static void mustReport(Acting by) {
        if (!by.may(Mandate.REPORT)) throw new NotMandated("report.mandate");
    }

    /** Requires the actor's own entry; a unit's function may correct only its unit's entries (A6). */
    private static void mustBeOwn(Entry about, Acting by) {
        var unit = by.function().unit();
        if (!about.by().actor().equals(by.actor()) || (unit != null && !unit.equals(unitOf(about))))
            throw new NotMandated("report.correct-whose");
    }

    private static @Nullable String unitOf(Entry about) {
        return switch (about.fact()) {
            case ReportFact.Reported r -> r.said().unit();
            case ReportFact.Corrected c -> c.said().unit();
            default -> throw new Refused("report.correct-anew");
        };
    }

    private static String why(@Nullable String reason) {
        if (Plain.isEmpty(reason)) throw new Refused("report.reason").at("reason");
        return Plain.text(reason, "reason");
    }

    private static @Nullable String line(@Nullable String text, String field) {
        return Plain.optionalTitle(text, field);
    }
}
