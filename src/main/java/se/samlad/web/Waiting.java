package se.samlad.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;

/** A room's part of <em>Your turn</em>: what waits for the function that looks. */
public interface Waiting {

    /**
     * One thing to do.
     *
     * @param id unique on the page, naming the subject, such as {@code stance-<direction>}
     * @param urgency smaller is sooner: 0 a call to answer, 1 a decision, 2 a report, 3 the rest
     * @param since when it began to wait, by the clock of what it belongs to
     * @param due when it is wanted; null: not said
     * @param belongs null: to nothing that has a page and a clock of its own
     */
    record Item(
            String id,
            int urgency,
            String title,
            String detail,
            Instant since,
            @Nullable Instant due,
            @Nullable Belongs belongs,
            Settle settle) {}

    /**
     * What a thing to do belongs to, such as an incident.
     *
     * @param page its page, as a path
     * @param now by its own clock
     * @param ticks whether that is the clock on the wall: an exercise's may stand
     */
    record Belongs(String page, Instant now, boolean ticks) {}

    /** The one button that settles it: a form that is sent, or a page to go to. */
    sealed interface Settle {
        /** @param fields hidden fields of the form */
        record Press(String label, String action, Map<String, String> fields) implements Settle {}

        record Go(String label, String path) implements Settle {}
    }

    List<Item> waiting(Viewer viewer, Say say);

    /** Whether after the entry something else may wait for somebody; asked for every entry, so it must be quick. */
    boolean concerns(Entry entry);
}
