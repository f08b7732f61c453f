package se.samlad.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.incident.Telling;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.web.Say;
import se.samlad.web.Worded;

/** Turns this room's facts into rows of the log. */
@Component
class ReportTelling implements Telling, Worded {

    @Override
    public Class<? extends Fact> facts() {
        return ReportFact.class;
    }

    @Override
    public Optional<Row> tell(Entry entry, Viewer viewer, Say say) {
        return Optional.of(
                switch ((ReportFact) entry.fact()) {
                    case ReportFact.Reported r -> report(say, "report", r.said(), new Why(null, r.lateBecause()), null);
                    case ReportFact.Confirmed c ->
                        new Row(
                                Kind.REPORT,
                                say.text("report.word.report"),
                                null,
                                say.text("report.nothing-new"),
                                more(new Lines(say).and("lateBecause", c.lateBecause())),
                                null);
                    case ReportFact.Corrected c ->
                        report(say, "correction", c.said(), new Why(c.reason(), null), c.corrects());
                    case ReportFact.Relayed r ->
                        new Row(
                                Kind.NOTE,
                                say.text("report.word.RELAY"),
                                null,
                                say.text("report.about-text", r.about(), r.text()),
                                more(new Lines(say)
                                        .origin(r.source(), r.certainty())
                                        .and("lateBecause", r.lateBecause())),
                                null);
                    case ReportFact.LogRow n -> row(say, n);
                    case ReportFact.NoteCorrected c ->
                        new Row(
                                Kind.NOTE,
                                say.text("report.word.correction"),
                                null,
                                c.text(),
                                more(new Lines(say).and("correction-reason", c.reason())),
                                c.corrects());
                });
    }

    @Override
    public List<Field> fields(Entry entry, Say say) {
        return switch (entry.fact()) {
            case ReportFact.Reported r -> fields(r.said(), say);
            case ReportFact.Corrected c -> fields(c.said(), say);
            case ReportFact.Relayed r -> List.of(field("text", r.text(), say));
            case ReportFact.LogRow n -> List.of(field("text", n.text(), say));
            case ReportFact.NoteCorrected c -> List.of(field("text", c.text(), say));
            default -> List.of();
        };
    }

    private static List<Field> fields(ReportFact.OwnPicture r, Say say) {
        return List.of(
                Field.of("status", say.field("status"), say.text("status." + r.status())),
                field("happened", r.happened(), say),
                field("consequences", r.consequences(), say),
                field("measures", r.measures(), say),
                field("resources", r.resources(), say),
                field("needs", r.needs(), say),
                field("communication", r.communication(), say),
                field("forecast", r.forecast(), say),
                field("source", r.source(), say),
                field("certainty", r.certainty() == null ? "" : say.text("report.certainty." + r.certainty()), say));
    }

    private static Field field(String name, @Nullable String text, Say say) {
        return Field.of(name, say.text("report.field." + name), text);
    }

    private static Row row(Say say, ReportFact.LogRow n) {
        var kind =
                switch (n.kind()) {
                    case NOTE -> Kind.NOTE;
                    case NEED -> Kind.NEED;
                    case DECISION -> Kind.DECISION;
                    case MEASURE -> Kind.MEASURE;
                };
        var text = n.reason() == null ? n.text() : say.text("report.text-reason", n.text(), n.reason());
        var word = kind == Kind.NOTE ? "" : say.text("report.word." + n.kind());
        var lines = new Lines(say).origin(n.source(), n.certainty()).and("lateBecause", n.lateBecause());
        return new Row(kind, word, null, text, more(lines), null);
    }

    /** The reason for a correction, and the reason for being late. */
    private record Why(@Nullable String corrected, @Nullable String late) {}

    private static Row report(Say say, String word, ReportFact.OwnPicture r, Why why, @Nullable UUID corrects) {
        var lines = new Lines(say)
                .and("correction-reason", why.corrected())
                .and("consequences", r.consequences())
                .and("measures", r.measures())
                .and("resources", r.resources())
                .and("needs", r.needs())
                .and("communication", r.communication())
                .and("forecast", r.forecast())
                .origin(r.source(), r.certainty())
                .and("lateBecause", why.late());
        return new Row(
                Kind.REPORT, say.text("report.word." + word), r.status().name(), r.happened(), more(lines), corrects);
    }

    private static @Nullable String more(Lines lines) {
        return lines.all.isEmpty() ? null : String.join("\n", lines.all);
    }

    /** The lines under <em>more</em>: each field that was filled in, with its name. */
    private static final class Lines {
        private final Say say;
        private final List<String> all = new ArrayList<>();

        private Lines(Say say) {
            this.say = say;
        }

        private Lines and(String field, @Nullable String text) {
            if (text != null) all.add(say.text("report.line", say.text("report.field." + field), text));
            return this;
        }

        private Lines origin(@Nullable String source, ReportFact.@Nullable Certainty certainty) {
            and("source", source);
            return and("certainty", certainty == null ? null : say.text("report.certainty." + certainty));
        }
    }
}
