package se.samlad.rota.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.rota.Gap;
import se.samlad.rota.Slice;
import se.samlad.web.Say;

/** Shifts as the rows of a table: four hours a column, and no piece of a gap so short that it is not seen. Pure. */
final class Plot {

    /** Columns a day. */
    static final int A_DAY = 6;

    static final int DAYS = 21;
    private static final int COLUMNS = DAYS * A_DAY;

    private Plot() {}

    /**
     * A cell of a row.
     *
     * @param account null: nobody
     * @param gap whether nobody is on duty
     */
    public record Cell(
            int columns,
            Instant from,
            Instant until,
            @Nullable String account,
            boolean gap) {}

    /** A row for each that is on duty at the same time. */
    static List<List<Cell>> rows(List<Slice> pieces, boolean needed, LocalDate first) {
        var begin = first.atStartOfDay(Say.STOCKHOLM).toInstant();
        var end = first.plusDays(DAYS).atStartOfDay(Say.STOCKHOLM).toInstant();
        var lanes = new ArrayList<List<Slice>>();
        for (var piece : pieces.stream()
                .filter(p -> p.overlaps(begin, end))
                .sorted(Slice.IN_ORDER)
                .toList()) free(lanes, piece).add(piece);
        if (lanes.isEmpty()) lanes.add(List.of());
        var gaps = needed ? Gap.between(begin, end, pieces) : List.<Gap>of();
        var rows = new ArrayList<List<Cell>>();
        for (var lane : lanes) rows.add(cells(lane, rows.isEmpty() ? gaps : List.of(), first));
        return rows;
    }

    private static List<Slice> free(List<List<Slice>> lanes, Slice piece) {
        for (var lane : lanes) if (!lane.getLast().until().isAfter(piece.from())) return lane;
        lanes.add(new ArrayList<>());
        return lanes.getLast();
    }

    private static List<Cell> cells(List<Slice> lane, List<Gap> gaps, LocalDate first) {
        var parts = Stream.concat(
                        lane.stream().map(p -> new Cell(0, p.from(), p.until(), p.account(), false)),
                        gaps.stream().map(g -> new Cell(0, g.from(), g.until(), null, true)))
                .sorted(java.util.Comparator.comparing(Cell::from))
                .toList();
        var cells = new ArrayList<Cell>();
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            int room = COLUMNS - (parts.size() - i - 1); // each that comes after needs a column
            int from = Math.clamp(column(part.from(), first), at, Math.max(at, room - 1));
            int until = Math.clamp(column(part.until(), first), from + 1, Math.max(from + 1, room));
            if (until > COLUMNS) break;
            if (from > at) cells.add(new Cell(from - at, part.from(), part.from(), null, false));
            cells.add(new Cell(until - from, part.from(), part.until(), part.account(), part.gap()));
            at = until;
        }
        if (at < COLUMNS) cells.add(new Cell(COLUMNS - at, Instant.EPOCH, Instant.EPOCH, null, false));
        return cells;
    }

    /** The nearest column, by what the clocks show. */
    private static int column(Instant at, LocalDate first) {
        var since = Duration.between(first.atStartOfDay(), LocalDateTime.ofInstant(at, Say.STOCKHOLM));
        return (int) Math.round(since.toMinutes() * A_DAY / (24 * 60.0));
    }
}
