package se.samlad.report;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Marking;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/**
 * The composer's form as it was sent. One choice says what it records; choosing a status makes it a report, so
 * reporting takes one choice, one field and one press. A field that does not belong to the choice is refused, never
 * dropped silently.
 *
 * @param kind a {@link ReportFact.Kind}, a {@link Status}, or RELAY
 * @param stood what stood when the form was drawn, as {@link Sent.Report} names what is ended
 * @param stands the part of it that is still ticked
 * @param occurredAt null: now
 * @param share {@code incident}, {@code forum:<id>}, or {@code chosen} for those in {@code to}
 * @param ground a legal ground of the list; {@code otherGround} is one that was typed instead
 */
record Composed(
        @Nullable String kind,
        @Nullable String text,
        @Nullable String reason,
        @Nullable String consequences,
        @Nullable String measures,
        @Nullable String resources,
        @Nullable String needs,
        @Nullable String communication,
        @Nullable String forecast,
        @Nullable List<String> stood,
        @Nullable List<String> stands,
        @Nullable String about,
        @Nullable String source,
        ReportFact.@Nullable Certainty certainty,
        @Nullable OffsetDateTime occurredAt,
        @Nullable String lateBecause,
        @Nullable String share,
        @Nullable List<String> to,
        @Nullable String ground,
        @Nullable String otherGround,
        @Nullable String tlp) {

    static final String RELAY = "RELAY";
    static final String CHOSEN = "chosen";

    /** @throws Refused report.kind, report.not-for-kind, report.share-whom, report.share-which */
    Sent said() {
        var as = kind == null || kind.isBlank() ? ReportFact.Kind.NOTE.name() : kind;
        if (as.equals(RELAY)) return relay();
        for (Status status : Status.values()) if (status.name().equals(as)) return report(status);
        for (ReportFact.Kind note : ReportFact.Kind.values()) if (note.name().equals(as)) return note(note);
        throw new Refused("report.kind").at("kind");
    }

    /** A refusal of what was made of this form, at the form's own field. */
    Refused inItsFields(Refused no) {
        no.field()
                .map(field -> switch (field) {
                    case "status" -> "kind";
                    case "happened" -> "text";
                    case "marking.ground" -> isGiven(otherGround) ? "otherGround" : "ground";
                    case "marking.tlp" -> "tlp";
                    default -> field;
                })
                .ifPresent(no::at);
        return no;
    }

    private Sent.Report report(Status status) {
        mustBeEmpty("reason", reason);
        mustBeEmpty("about", about);
        return new Sent.Report(
                null,
                status,
                text,
                consequences,
                measures,
                resources,
                needs,
                communication,
                forecast,
                certainty,
                source,
                ended(),
                occurredAt,
                lateBecause,
                marking());
    }

    private @Nullable List<String> ended() {
        if (stood == null) return null;
        var ended = stood.stream()
                .filter(each -> stands == null || !stands.contains(each))
                .toList();
        return ended.isEmpty() ? null : ended;
    }

    private Sent.Note note(ReportFact.Kind note) {
        mustBeEmpty("about", about);
        mustBeNoReport();
        return new Sent.Note(note, text, reason, source, certainty, occurredAt, lateBecause, marking());
    }

    private Sent.Relay relay() {
        mustBeEmpty("reason", reason);
        mustBeNoReport();
        return new Sent.Relay(about, text, source, certainty, occurredAt, lateBecause, marking());
    }

    private void mustBeNoReport() {
        mustBeEmpty("consequences", consequences);
        mustBeEmpty("measures", measures);
        mustBeEmpty("resources", resources);
        mustBeEmpty("needs", needs);
        mustBeEmpty("communication", communication);
        mustBeEmpty("forecast", forecast);
    }

    private static void mustBeEmpty(String field, @Nullable String text) {
        if (isGiven(text)) throw new Refused("report.not-for-kind").at(field);
    }

    private static boolean isGiven(@Nullable String text) {
        return !Plain.isEmpty(text);
    }

    /** Ticked actors contradict sharing with all. The contradiction is refused, never settled by sharing wider. */
    private @Nullable Marking marking() {
        var chosen = to == null ? List.<String>of() : to;
        var with = share == null || share.isBlank() ? "incident" : share;
        if (with.equals(CHOSEN) && chosen.isEmpty()) throw new Refused("report.share-whom").at("to");
        if (!with.equals(CHOSEN) && !chosen.isEmpty()) throw new Refused("report.share-which").at("share");
        var audience = with.equals(CHOSEN)
                ? chosen.stream().map(code -> "actor:" + code).toList()
                : List.of(with);
        var marking = new Marking(audience, first(otherGround, ground), first(tlp));
        return marking.isDefault() ? null : marking;
    }

    private static @Nullable String first(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(Composed::isGiven)
                .map(String::valueOf)
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }
}
