package se.samlad.list;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.web.Letters;
import se.samlad.web.Say;

/**
 * The definition of a list. Its columns decide what can be searched, chosen and sorted by, and what its files contain.
 *
 * @param path the path of its page
 * @param name the prefix of its text keys, and its files' name, such as {@code incidents}
 * @param undivided whether its page shows all rows at once; for what stays short and is shown in groups
 * @param <T> the type of a row's object
 */
public record Listing<T>(String path, String name, List<Column<T>> columns, boolean undivided) {

    /** The most rows that a list examines and a file contains. A longer list says that rows are left out. */
    public static final int MOST = 10_000;

    static final int PAGE = 50;

    private static final Collator SWEDISH = Collator.getInstance(Locale.of("sv"));

    /**
     * One column; the key of its heading is {@code list.<list>.<column>}.
     *
     * @param value a text, a time, a number or a boolean; null: an empty cell
     * @param link where the cell links to; null: nowhere
     * @param choices the values that rows can be filtered by, with their texts; empty: no filter
     * @param title its heading where that is no text of ours; null: by the key
     */
    public record Column<T>(
            String name,
            BiFunction<T, Say, @Nullable Object> value,
            @Nullable Function<T, String> link,
            List<Choice<T>> choices,
            @Nullable String title) {

        public static <T> Column<T> of(String name, BiFunction<T, Say, @Nullable Object> value) {
            return new Column<>(name, value, null, List.of(), null);
        }

        public Column<T> leadingTo(Function<T, String> page) {
            return new Column<>(name, value, page, choices, title);
        }

        /** With a heading that somebody wrote. */
        public Column<T> titled(String heading) {
            return new Column<>(name, value, link, choices, heading);
        }

        /** Lets rows be filtered by the enum's values. */
        public <E extends Enum<E>> Column<T> chosenBy(E[] values, BiFunction<E, Say, String> words, Function<T, E> of) {
            return chosenBy(Arrays.stream(values)
                    .map(value ->
                            new Choice<T>(value.name(), say -> words.apply(value, say), row -> of.apply(row) == value))
                    .toList());
        }

        public Column<T> chosenBy(List<Choice<T>> by) {
            return new Column<>(name, value, link, List.copyOf(by), title);
        }
    }

    /** @param lets whether a row passes when this choice is made */
    public record Choice<T>(String code, Function<Say, String> words, java.util.function.Predicate<T> lets) {}

    /** The rows to show. @param more whether rows follow after these */
    public record Shown<T>(Listing<T> listing, Asked asked, List<T> rows, boolean more) {
        public boolean isEmpty() {
            return rows.isEmpty();
        }

        /** The table's cells, row by row. */
        public List<List<Cell>> cells(Say say) {
            return rows.stream().map(row -> cells(row, say)).toList();
        }

        private List<Cell> cells(T row, Say say) {
            return listing.columns.stream()
                    .map(column -> new Cell(
                            column == listing.columns.getFirst(),
                            listing.heading(column.name, say),
                            column.value.apply(row, say),
                            column.link == null ? null : column.link.apply(row),
                            say))
                    .toList();
        }
    }

    /** One cell of the table. @param first whether it is its row's heading */
    public record Cell(
            boolean first,
            String heading,
            @Nullable Object value,
            @Nullable String link,
            Say say) {
        public String text() {
            return switch (value) {
                case null -> "";
                case Boolean truth -> say.text(truth ? "list.yes" : "list.no");
                case java.time.Instant at -> say.time(at);
                default -> String.valueOf(value);
            };
        }
    }

    public Listing {
        columns = List.copyOf(columns);
    }

    public Listing(String path, String name, List<Column<T>> columns) {
        this(path, name, columns, false);
    }

    Optional<Column<T>> column(String wanted) {
        return columns.stream().filter(each -> each.name().equals(wanted)).findFirst();
    }

    /** The rows that were asked for, sorted. @param rows in the list's own order */
    Shown<T> shown(Stream<T> rows, Asked asked, Say say) {
        var let = rows.filter(row -> lets(row, asked, say));
        var ordered = column(asked.sort())
                .map(by -> let.limit(MOST).sorted(order(by, asked.down(), say)))
                .orElse(let);
        int most = asked.whole() ? MOST : PAGE;
        long before = asked.whole() ? 0 : (long) PAGE * (asked.page() - 1);
        var found = ordered.skip(before).limit(most + 1L).toList();
        return new Shown<>(this, asked, found.stream().limit(most).toList(), found.size() > most);
    }

    private boolean lets(T row, Asked asked, Say say) {
        for (var column : columns) {
            var chosen = asked.chosen().get(column.name());
            if (chosen == null || chosen.isEmpty()) continue;
            if (column.choices().stream()
                    .noneMatch(c -> c.code().equals(chosen) && c.lets().test(row))) return false;
        }
        return asked.q().isEmpty() || says(row, asked.q(), say);
    }

    private boolean says(T row, String q, Say say) {
        return columns.stream()
                .map(column -> column.value().apply(row, say))
                .anyMatch(value -> value instanceof String text && Letters.contains(text, q));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Comparator<T> order(Column<T> by, boolean down, Say say) {
        Comparator<@Nullable Object> order = (a, b) -> a instanceof String one && b instanceof String other
                ? SWEDISH.compare(one, other)
                : ((Comparable) java.util.Objects.requireNonNull(a)).compareTo(b);
        return Comparator.comparing(
                (T row) -> by.value().apply(row, say), Comparator.nullsLast(down ? order.reversed() : order));
    }

    /** The values of a row, in the columns' order. */
    List<@Nullable Object> values(T row, Say say) {
        var values = new ArrayList<@Nullable Object>();
        for (var column : columns) values.add(column.value().apply(row, say));
        return values;
    }

    /** A column's heading in the reader's language. */
    public String heading(String column, Say say) {
        return column(column).map(Column::title).orElseGet(() -> say.text("list." + name + "." + column));
    }
}
