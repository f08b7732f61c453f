package se.samlad.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** <em>Your turn</em>: what waits for the viewer, from all rooms, most urgent first; in all incidents or in one. */
public final class Turn implements Panel {

    /**
     * One item, by its incident's clock.
     *
     * @param ticks whether the page's script may update its age: false if the clock is an exercise's
     */
    public record Due(Waiting.Item item, Say on, boolean ticks) {

        /** How long it has waited, how long is left, or how late it is. */
        public String length() {
            var due = item.due();
            if (due == null) return on.age(item.since());
            return isLate() ? on.age(due) : on.at(due).age(on.now());
        }

        /** From a minute on. */
        public boolean isLate() {
            return item.due() != null && !item.due().plus(A_MINUTE).isAfter(on.now());
        }

        /** Whether it has waited long enough for that to tell anything: a quarter of an hour. */
        public boolean hasWaited() {
            return !item.since().plus(WORTH_SAYING).isAfter(on.now());
        }

        public Instant when() {
            return item.due() == null ? item.since() : item.due();
        }
    }

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration WORTH_SAYING = Duration.ofMinutes(15);
    /** What is real comes before what is exercised. */
    private static final Comparator<Waiting.Item> URGENT_FIRST = Comparator.comparingInt(Waiting.Item::urgency)
            .thenComparing(item -> item.belongs() != null && !item.belongs().ticks())
            .thenComparing(Waiting.Item::since)
            .thenComparing(Waiting.Item::id);

    /** The items that a panel shows. */
    enum Part {
        /** The most urgent ones, so that the rest of the start page stays in view. */
        FIRST("desk.turn"),
        ALL("desk.turn-all"),
        /** Those of the panel's incident. */
        HERE("desk.turn-here");

        private final String panel;

        Part(String panel) {
            this.panel = panel;
        }

        private String page(UUID subject) {
            return switch (this) {
                case FIRST -> "/";
                case ALL -> "/turn";
                case HERE -> "/incidents/" + subject;
            };
        }
    }

    private static final int FIRST = 8;

    private final Part part;
    private final List<Waiting> rooms;

    Turn(Part part, List<Waiting> rooms) {
        this.part = part;
        this.rooms = rooms;
    }

    static List<Waiting.Item> inOrder(List<Waiting.Item> items) {
        return items.stream().sorted(URGENT_FIRST).toList();
    }

    @Override
    public String name() {
        return part.panel;
    }

    @Override
    public Scope scope() {
        return Scope.PERSON;
    }

    @Override
    public boolean concerns(Entry entry) {
        return rooms.stream().anyMatch(room -> room.concerns(entry));
    }

    @Override
    public Content content(Ask ask) {
        var page = part.page(ask.subject());
        var items = new ArrayList<Waiting.Item>();
        for (var room : rooms) items.addAll(room.waiting(ask.viewer(), ask.say()));
        if (part == Part.HERE)
            items.removeIf(item ->
                    item.belongs() == null || !page.equals(item.belongs().page()));
        var due = inOrder(items).stream()
                .limit(part == Part.FIRST ? FIRST : Long.MAX_VALUE)
                .map(item -> due(item, ask))
                .toList();
        return new Content(
                "desk/turn",
                Map.of(
                        "name",
                        name(),
                        "page",
                        page,
                        "items",
                        due,
                        "count",
                        items.size(),
                        "who",
                        ask.viewer()
                                .function()
                                .map(f -> f.title(ask.say().language()))
                                .orElse("")));
    }

    private static Due due(Waiting.Item item, Ask ask) {
        var belongs = item.belongs();
        return belongs == null
                ? new Due(item, ask.say(), true)
                : new Due(item, ask.say().at(belongs.now()), belongs.ticks());
    }
}
