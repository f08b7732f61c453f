package se.samlad.picture;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.journal.Entry;
import se.samlad.journal.View;
import se.samlad.report.ReportFact;
import se.samlad.report.ReportFact.Kind;
import se.samlad.report.Status;

/**
 * The log's rows on the wall: the last needs and decisions, and reports of a critical situation.
 *
 * @param rows at most {@value #MOST}, oldest first
 */
public record Important(PVector<Row> rows) {

    static final int MOST = 8;

    static final View<Important> VIEW = View.of(
            "picture.important",
            new Important(TreePVector.empty()),
            ReportFact.Pictured.class,
            (state, entry, fact) -> state.apply(entry, fact));

    /** @param subject the row's id, the same after corrections; @param kind NEED or DECISION; null: a report */
    public record Row(
            UUID subject,
            Instant occurredAt,
            String actor,
            @Nullable String unit,
            @Nullable Kind kind,
            String text) {

        private Row saying(String better) {
            return new Row(subject, occurredAt, actor, unit, kind, better);
        }
    }

    Important apply(Entry by, ReportFact.Pictured fact) {
        return switch (fact) {
            case ReportFact.Reported r -> reported(by, r.said());
            case ReportFact.Noted n ->
                n.kind() == Kind.NEED || n.kind() == Kind.DECISION ? plus(row(by, null, n.kind(), n.text())) : this;
            case ReportFact.Corrected c -> corrected(by, c.said());
            case ReportFact.NoteCorrected c -> retold(by, c.text());
            case ReportFact.NeedMet m -> without(indexOf(by.subject()));
            case ReportFact.Confirmed c -> this;
            case ReportFact.Ended e -> this;
            case ReportFact.Relayed r -> this;
        };
    }

    /** A new report replaces the actor's earlier one. */
    private Important reported(Entry by, ReportFact.OwnPicture r) {
        var others = rows.stream()
                .filter(row -> row.kind() != null
                        || !row.actor().equals(by.by().actor())
                        || !Objects.equals(row.unit(), r.unit()))
                .toList();
        var left = new Important(TreePVector.from(others));
        return r.status() == Status.RED ? left.plus(row(by, r.unit(), null, r.happened())) : left;
    }

    private static Row row(Entry by, @Nullable String unit, @Nullable Kind kind, String text) {
        return new Row(by.subject(), by.occurredAt(), by.by().actor(), unit, kind, text);
    }

    private Important plus(Row row) {
        var more = rows.plus(row);
        return new Important(more.size() > MOST ? more.minus(0) : more);
    }

    /** A report that was corrected to less than critical is removed. */
    private Important corrected(Entry by, ReportFact.OwnPicture c) {
        int at = indexOf(by.subject());
        if (c.status() == Status.RED)
            return at < 0 ? plus(row(by, c.unit(), null, c.happened())) : retold(by, c.happened());
        return without(at);
    }

    private Important without(int at) {
        return at < 0 ? this : new Important(rows.minus(at));
    }

    private Important retold(Entry by, String text) {
        int at = indexOf(by.subject());
        return at < 0 ? this : new Important(rows.with(at, rows.get(at).saying(text)));
    }

    private int indexOf(UUID subject) {
        for (int i = 0; i < rows.size(); i++) if (rows.get(i).subject().equals(subject)) return i;
        return -1;
    }
}
