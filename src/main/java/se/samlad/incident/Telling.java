package se.samlad.incident;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.web.Say;

/** A room's part of the log: what each of its facts says as a row, for whoever may see the entry. */
public interface Telling {

    /** Which rows the filters of the log show. */
    enum Kind {
        NOTE,
        REPORT,
        NEED,
        DECISION,
        MEASURE,
        CALL,
        MESSAGE,
        /** Told in the log, but under <em>all</em> only. */
        OTHER
    }

    /**
     * A row.
     *
     * @param word what kind, in the reader's language, such as <em>Rapport</em>; empty for a plain row
     * @param status GREEN, YELLOW, ORANGE or RED; null: none
     * @param text what was said, plain
     * @param more what stands under <em>more</em>; null: nothing
     * @param corrects the id of the entry that this one stands beside; null: none
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

    /** Empty for what is no row, such as a clock that moved. No names that the viewer was not given. */
    Optional<Row> tell(Entry entry, Viewer viewer, Say say);
}
