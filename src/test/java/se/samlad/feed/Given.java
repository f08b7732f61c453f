package se.samlad.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.samlad.feed.FeedFact.Way;
import se.samlad.feed.Watch.Item;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.warning.Bodies;
import se.samlad.warning.Counties;
import se.samlad.warning.County;

/** A watch in memory: bodies go in, entries come out, folded as the journal would fold them. */
final class Given {

    static final County COUNTY = Counties.stockholm();
    static final Instant START = Instant.parse("2026-01-14T09:00:00Z");
    private static final By SOMEBODY = new By("lst.tib", "lst", "tib");

    final List<Entry> entries = new ArrayList<>();
    Watch watch = Watch.NOTHING;
    Instant now = START;
    int most = Watch.MOST;
    Set<String> leftOut = Set.of();

    /** Reads a body and returns the facts that it causes. */
    List<FeedFact> takes(Way way, byte[] body) {
        var reading = Noting.Reading.of(Bodies.read(body), COUNTY);
        var kept = watch.items().values().stream()
                .filter(item -> item.way() == way)
                .toList();
        var noted = Noting.note(way, kept, reading, most);
        leftOut = noted.leftOut();
        noted.facts().forEach((id, fact) -> record(way, id, fact));
        return List.copyOf(noted.facts().values());
    }

    List<FeedFact> takes(Way way, String body) {
        return takes(way, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    void record(Way way, String id, FeedFact fact) {
        var stream = Feeds.stream(Feeds.SMHI, way);
        var subject = UUID.nameUUIDFromBytes((stream + ":" + id).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var entry = new Entry(
                entries.size() + 1L,
                UUID.randomUUID(),
                stream,
                subject,
                SOMEBODY,
                now,
                now,
                Labels.of("members"),
                null,
                "",
                fact,
                "");
        entries.add(entry);
        watch = watch.apply(entry, fact);
    }

    Item item(Way way, String id) {
        return watch.items().values().stream()
                .filter(i -> i.way() == way && i.warning().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Map<UUID, Item> all() {
        return watch.items();
    }
}
