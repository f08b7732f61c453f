package se.samlad.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samlad.feed.FeedFact.Way;
import se.samlad.feed.Watch.Item;
import se.samlad.warning.County;
import se.samlad.warning.Read;
import se.samlad.warning.Warning;
import se.samlad.warning.Watched;
import se.samlad.warning.Watched.Change;

/** Decides what to record of a reading. Pure: no clock, no database, no Spring. */
final class Noting {

    private Noting() {}

    /** A body that was read, with the notice of each of its warnings by id. */
    record Reading(Read read, Map<String, Notice> notices) {

        static Reading of(Read read, County county) {
            Map<String, Notice> notices = new LinkedHashMap<>();
            for (Warning warning : read.warnings())
                notices.put(warning.id(), Notice.of(warning, county.reach(warning.extent())));
            return new Reading(read, notices);
        }

        private Notice notice(Warning warning) {
            var notice = notices.get(warning.id());
            if (notice == null) throw new IllegalArgumentException("not of this reading: " + warning.id());
            return notice;
        }
    }

    /** A known warning, to compare with a new reading. */
    private record Held(Item item, Notice notice, Reading next) implements Watched.Known {

        Held(Item item, Reading next) {
            this(item, item.warning(), next);
        }

        @Override
        public @Nullable Instant endedBy() {
            return item.endedBySource();
        }

        @Override
        public String id() {
            return notice.id();
        }

        @Override
        public Warning.Form form() {
            return notice.form();
        }

        @Override
        public boolean pretended() {
            return notice.pretended();
        }

        @Override
        public int version() {
            return notice.version();
        }

        @Override
        public Instant sent() {
            return notice.sent();
        }

        @Override
        public boolean says(Warning now) {
            return notice.equals(next.notice(now));
        }
    }

    /** The facts to record, by the warning's id. @param leftOut ids of new warnings beyond the limit */
    record Noted(Map<String, FeedFact> facts, Set<String> leftOut) {}

    /**
     * An empty body that was handed in brings no news; an empty list at the source's own address means that all
     * warnings have ended.
     *
     * @param kept the warnings that came the same way, open and ended
     * @param most how many warnings may be open at once; new ones beyond are left out, so that a broken feed can't fill
     *     the journal
     */
    static Noted note(Way way, Collection<Item> kept, Reading reading, int most) {
        if (way == Way.HANDED_IN && reading.read().received() == 0) return new Noted(Map.of(), Set.of());
        Map<String, Held> known = new HashMap<>();
        for (var item : kept) {
            if (item.isOpen() || item.endedBySource() != null)
                known.put(item.warning().id(), new Held(item, reading));
        }
        var open = kept.stream().filter(Item::isOpen).count();
        var changes = Watched.compare(known, reading.read());
        var ends = changes.stream().filter(Change.Ended.class::isInstance).count();
        var tooMany = changes.stream()
                .filter(Change.New.class::isInstance)
                .skip(Math.max(0, most - open + ends))
                .collect(Collectors.toSet());
        Map<String, FeedFact> facts = new LinkedHashMap<>();
        Set<String> leftOut = new HashSet<>();
        for (var change : changes) {
            switch (change) {
                case Change.New n
                when tooMany.contains(n) -> leftOut.add(n.warning().id());
                case Change.New n -> facts.put(n.warning().id(), new FeedFact.Seen(way, reading.notice(n.warning())));
                case Change.Updated u -> facts.put(u.now().id(), new FeedFact.Changed(way, reading.notice(u.now())));
                case Change.Ended e -> facts.put(e.id(), new FeedFact.Ended(e.id(), e.why(), e.sent()));
            }
        }
        return new Noted(facts, leftOut);
    }

    /** The items that were skipped, with those beyond the limit. */
    static List<Read.Skipped> skipped(Read read, Set<String> leftOut) {
        var all = new ArrayList<>(read.skipped());
        leftOut.stream().sorted().forEach(id -> all.add(new Read.Skipped(id, "feed.skipped.full", "")));
        return List.copyOf(all);
    }
}
