package se.samlad.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;

/** A room's part of <em>Your turn</em>: what waits for the viewer's function. */
public interface Waiting {

    /**
     * One thing to do.
     *
     * @param id unique on the page; contains the subject, such as {@code stance-<direction>}
     * @param urgency smaller is more urgent: -1 a signal to assess, 0 a call to answer, 1 a decision, 2 a report, 3 the rest
     * @param since when it began to wait, by the clock of the thing that it belongs to
     * @param due when it should be done; null: not stated
     * @param belongs null: it belongs to nothing with a page and a clock of its own
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
     * The thing that an item belongs to, such as an incident.
     *
     * @param page the path of its page
     * @param now the time by its own clock
     * @param ticks whether its clock is real time; an exercise's clock may stand still
     */
    record Belongs(String page, Instant now, boolean ticks) {}

    /** The button that settles the item: it sends a form or opens a page. */
    sealed interface Settle {
        /** @param fields the form's hidden fields */
        record Press(String label, String action, Map<String, String> fields) implements Settle {}

        record Go(String label, String path) implements Settle {}

        /** The button that settles it most often, and a page for all else. */
        record Either(Press press, Go other) implements Settle {}
    }

    List<Item> waiting(Viewer viewer, Say say);

    /**
     * What the viewer's function has taken on and not finished, and what it expects, a line each. It asks for no press:
     * whoever hands over a shift tells it on.
     */
    default List<String> ahead(Viewer viewer, Say say) {
        return List.of();
    }

    /**
     * Those of ordinary mode that the viewer's function is reminded of by its own paths too, gently and once: where something
     * waits for an actor as a whole, the function that is concerned.
     */
    default List<Item> reminds(Viewer viewer, Say say) {
        return List.of();
    }

    /** Whether the entry may change what waits for somebody. Called for every entry, so it must be quick. */
    boolean concerns(Entry entry);
}
