package se.samlad.incident;

import java.util.Optional;
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
     * @param more the text under <em>more</em>; null: none
     * @param corrects the id of the entry that this one corrects; null: none
     */
    record Row(
            Kind kind,
            String word,
            @Nullable String status,
            String text,
            @Nullable String more,
            java.util.@Nullable UUID corrects) {
        public static Row of(Kind kind, String word, String text) {
            return new Row(kind, word, null, text, null, null);
        }
    }

    /** The room's sealed interface. */
    Class<? extends Fact> facts();

    /**
     * Empty for a fact without a row, such as a moved clock. The row must not name anything that the viewer may not
     * see.
     */
    Optional<Row> tell(Entry entry, Viewer viewer, Say say);
}
