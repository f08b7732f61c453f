package se.samlad.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer;

/** A room's part of <em>Your turn</em>: what waits for the function that looks. */
public interface Waiting {

    /**
     * One thing to do.
     *
     * @param id unique on the page, naming the subject, such as {@code stance-<direction>}
     * @param urgency smaller is sooner: 0 a call to answer, 1 a decision, 2 a report, 3 the rest
     * @param since when it began to wait, by the incident's clock
     * @param due when it is wanted; null: not said
     * @param incident the page of the incident it belongs to, as a path; null: none
     */
    record Item(
            String id,
            int urgency,
            String title,
            String detail,
            Instant since,
            @Nullable Instant due,
            @Nullable String incident,
            Settle settle) {}

    /** The one button that settles it: a form that is sent, or a page to go to. */
    sealed interface Settle {
        /** @param fields hidden fields of the form */
        record Press(String label, String action, Map<String, String> fields) implements Settle {}

        record Go(String label, String path) implements Settle {}
    }

    List<Item> waiting(Viewer viewer, Say say);
}
