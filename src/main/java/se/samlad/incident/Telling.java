package se.samlad.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.web.Say;

/** A room's part of the log: the row for each of its facts, for readers who may see the entry. */
public interface Telling {

    /** The kinds of rows, which the log's filter goes by. */
    enum Kind {
        NOTE,
        REPORT,
        NEED,
        DECISION,
        MEASURE,
        CALL,
        MESSAGE,
        /** Shown under <em>all</em> only. */
        OTHER
    }

    /**
     * A row.
     *
     * @param word the name of the kind, in the reader's language, such as <em>Rapport</em>; empty for a plain row
     * @param status GREEN, YELLOW, ORANGE or RED; null: none
     * @param text what was said, plain
     * @param points what else stands in the row, such as a need; their first lines are shown
     * @param more the text under <em>more</em>; null: none
     * @param corrects the entry that this one corrects; null: none
     */
    record Row(
            Kind kind,
            String word,
            @Nullable String status,
            String text,
            List<Point> points,
            @Nullable String more,
            @Nullable Corrects corrects) {

        public Row {
            points = List.copyOf(points);
        }

        public static Row of(Kind kind, String word, String text, @Nullable String more) {
            return new Row(kind, word, null, text, List.of(), more, null);
        }

        public static Row of(Kind kind, String word, String text) {
            return of(kind, word, text, null);
        }

        /** All that it says, for lists, files and searches. */
        public String all() {
            var lines = Stream.of(
                            points.stream().map(point -> point.word() + ": " + point.text()), Stream.ofNullable(more))
                    .flatMap(each -> each)
                    .toList();
            return String.join("\n", lines);
        }
    }

    /** A subject and what is said of it. */
    record Point(String word, String text) {}

    /** @param at when it was corrected, by the incident's own clock */
    record Corrects(UUID entry, Instant at) {}

    /** The row for a fact of the room, as {@link Telling#tell} gives it. */
    @FunctionalInterface
    interface Rows<F> {
        Optional<Row> row(F fact, Entry entry, Viewer viewer, Say say);
    }

    /** @param facts the room's sealed interface */
    static <F extends Fact> Telling of(Class<F> facts, Rows<F> rows) {
        return new Telling() {
            @Override
            public Class<? extends Fact> facts() {
                return facts;
            }

            @Override
            public Optional<Row> tell(Entry entry, Viewer viewer, Say say) {
                return rows.row(facts.cast(entry.fact()), entry, viewer, say);
            }
        };
    }

    /** The room's sealed interface. */
    Class<? extends Fact> facts();

    /**
     * Empty for a fact without a row, such as a moved clock. The row must not name anything that the viewer may not
     * see.
     */
    Optional<Row> tell(Entry entry, Viewer viewer, Say say);
}
