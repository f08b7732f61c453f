package se.samlad.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                    case ReportFact.Reported r -> report(say, r);
                    case ReportFact.Confirmed c ->
                        Row.of(
                                Kind.REPORT,
                                say.text("report.word.report"),
                                say.text("report.nothing-new"),
                                more(new Lines(say).and("lateBecause", c.lateBecause())));
                    case ReportFact.Corrected c -> correction(say, c);
                    case ReportFact.Relayed r ->
                        Row.of(
                                Kind.NOTE,
                                say.text("report.word.RELAY"),
                                say.text("report.about-text", r.about(), r.text()),
                                more(new Lines(say)
                                        .origin(r.source(), r.certainty())
                                        .and("lateBecause", r.lateBecause())));
                    case ReportFact.LogRow n -> row(say, n);
                    case ReportFact.NoteCorrected c ->
                        new Row(
                                Kind.NOTE,
                                say.text("report.word.correction"),
                                null,
                                c.text(),
                                List.of(),
                                more(new Lines(say).and("correction-reason", c.reason())),
                                new Corrects(c.corrects(), c.correctedAt()));
                    case ReportFact.Ended e -> ended(say, e);
                    case ReportFact.NeedMet m -> met(say, m);
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

    private static Row ended(Say say, ReportFact.Ended e) {
        var what = e.what().stream()
                .map(each -> say.text("report.line", say.text("report.short." + each.field()), each.text()))
                .toList();
        return Row.of(Kind.REPORT, say.text("report.word.ended"), String.join("; ", what));
    }

    private static Row met(Say say, ReportFact.NeedMet m) {
        var text = m.how() == null ? m.need() : say.text("report.met-how", m.need(), m.how());
        return Row.of(Kind.NEED, say.text("report.word.met"), text);
    }

    private static Row row(Say say, ReportFact.LogRow n) {
        var kind =
                switch (n.kind()) {
                    case NOTE -> Kind.NOTE;
                    case NEED -> Kind.NEED;
                    case DECISION -> Kind.DECISION;
                    case MEASURE -> Kind.MEASURE;
                };
        var points = n.reason() == null ? List.<Point>of() : List.of(point(say, "reason", n.reason()));
        var word = kind == Kind.NOTE ? "" : say.text("report.word." + n.kind());
        var lines = new Lines(say).origin(n.source(), n.certainty()).and("lateBecause", n.lateBecause());
        return new Row(kind, word, null, n.text(), points, more(lines), null);
    }

    private static Row report(Say say, ReportFact.Reported r) {
        var more = rest(say, r.said()).and("lateBecause", r.lateBecause());
        return reported(say, "report", r.said(), points(say, r.said()), more, null);
    }

    private static Row correction(Say say, ReportFact.Corrected c) {
        var more = new Lines(say).and("correction-reason", c.reason()).and(rest(say, c.said()));
        return reported(
                say, "correction", c.said(), points(say, c.said()), more, new Corrects(c.corrects(), c.correctedAt()));
    }

    private static Row reported(
            Say say,
            String word,
            ReportFact.OwnPicture said,
            List<Point> points,
            Lines more,
            @Nullable Corrects corrects) {
        var status = said.status().name();
        return new Row(
                Kind.REPORT, say.text("report.word." + word), status, said.happened(), points, more(more), corrects);
    }

    /** What others must know: consequences and needs. */
    private static List<Point> points(Say say, ReportFact.OwnPicture said) {
        var points = new ArrayList<Point>();
        if (said.consequences() != null) points.add(point(say, "consequences", said.consequences()));
        if (said.needs() != null) points.add(point(say, "needs", said.needs()));
        return points;
    }

    private static Point point(Say say, String field, String text) {
        return new Point(say.text("report.short." + field), text);
    }

    private static Lines rest(Say say, ReportFact.OwnPicture said) {
        return new Lines(say)
                .and("measures", said.measures())
                .and("resources", said.resources())
                .and("communication", said.communication())
                .and("forecast", said.forecast())
                .origin(said.source(), said.certainty());
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

        private Lines and(Lines more) {
            all.addAll(more.all);
            return this;
        }

        private Lines origin(@Nullable String source, ReportFact.@Nullable Certainty certainty) {
            and("source", source);
            return and("certainty", certainty == null ? null : say.text("report.certainty." + certainty));
        }
    }
}
