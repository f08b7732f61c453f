package se.samlad.loan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.resource.Loan;
import se.samlad.resource.Need;

/**
 * The loans of an incident in time, all on the same scale, as a picture and a table show them. Pure.
 *
 * @param first its left end
 * @param last its right end
 * @param now where the present is in the picture
 */
public record Course(List<Row> rows, Instant first, Instant last, long now) {

    /** The width of the picture, in its own units. */
    public static final int WIDTH = 1_000;

    /** So many loans are drawn. */
    static final int MOST = 100;

    /** @param lender the code @param back null: not all is back */
    public record Row(
            Need need, String lender, Loan loan, @Nullable Instant back, List<Bar> bars) {}

    /**
     * A part of a loan's time.
     *
     * @param kind promised (not yet gone), going (on its way), out (with the borrower), late (after its day)
     * @param x where it begins in the picture
     */
    public record Bar(String kind, long x, long width) {}

    /** @param needs in their order @param now by the incident's clock */
    static Course of(List<Need> needs, Instant now) {
        var loans = needs.stream()
                .flatMap(need -> need.loans().entrySet().stream()
                        .filter(each -> each.getValue().promised() > 0)
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(each -> new Row(need, each.getKey(), each.getValue(), back(each.getValue()), List.of())))
                .limit(MOST)
                .toList();
        var first = loans.stream()
                .map(row -> row.loan().since())
                .min(Comparator.naturalOrder())
                .orElse(now);
        var last = Stream.concat(
                        Stream.of(now),
                        loans.stream()
                                .flatMap(row -> Stream.of(row.need().due(row.loan()), row.back()))
                                .filter(Objects::nonNull))
                .max(Comparator.naturalOrder())
                .orElse(now);
        var rows = loans.stream()
                .map(row -> new Row(
                        row.need(), row.lender(), row.loan(), row.back(), bars(row, new Scale(first, last), now)))
                .toList();
        return new Course(rows, first, last, new Scale(first, last).at(now));
    }

    private static @Nullable Instant back(Loan loan) {
        return loan.returned() > 0 && loan.returned() >= loan.promised()
                ? loan.agreed().times().returned()
                : null;
    }

    private record Scale(Instant first, Instant last) {
        long at(Instant time) {
            long whole = Math.max(1, Duration.between(first, last).toMillis());
            return Math.clamp(WIDTH * Duration.between(first, time).toMillis() / whole, 0, WIDTH);
        }
    }

    private static List<Bar> bars(Row row, Scale scale, Instant now) {
        var times = row.loan().agreed().times();
        var end = row.back() == null ? now : row.back();
        var gone = times.departed() == null ? end : times.departed();
        var there = times.arrived() == null ? end : times.arrived();
        var due = row.need().due(row.loan());
        var late = due == null || due.isAfter(end) || row.loan().departed() == 0 ? end : due;
        var bars = new ArrayList<Bar>();
        add(bars, "promised", row.loan().since(), gone, scale);
        add(bars, "going", gone, there, scale);
        add(bars, "out", there, late, scale);
        add(bars, "late", late.isBefore(there) ? there : late, end, scale);
        return List.copyOf(bars);
    }

    private static void add(List<Bar> bars, String kind, Instant from, Instant until, Scale scale) {
        if (!until.isAfter(from)) return;
        long x = scale.at(from);
        bars.add(new Bar(kind, x, Math.max(2, scale.at(until) - x)));
    }
}
