package se.samlad.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.feed.FeedFact.Way;
import se.samlad.feed.Watch.Item;
import se.samlad.feed.Watch.State;
import se.samlad.journal.Once;
import se.samlad.warning.Read;
import se.samlad.warning.Watched.Why;
import se.samlad.web.Malformed;
import se.samlad.web.Say;

/** The API of the watch: hand in a feed, list warnings. */
@RestController
class FeedApi {

    record Skipped(String id, String why) {}

    /** The answer to a body: every item received is among the items or skipped. */
    record Received(int received, List<Shown.Json> items, List<Skipped> skipped) {}

    record Feed(
            String source,
            Way way,
            @Nullable Instant lastOk,
            @Nullable Instant lastTried,
            @Nullable String error) {}

    record Watched(List<Shown.Json> items, List<Feed> feeds) {}

    private final Feeds feeds;
    private final Areas areas;

    FeedApi(Feeds feeds, Areas areas) {
        this.feeds = feeds;
        this.areas = areas;
    }

    /**
     * Takes the raw body of a feed, whatever content type it is sent as. Answers 200 with what it held, or 422 where it
     * can't be read at all; 404 for a format that is not supported; 403 without the mandate to relay. An empty list
     * brings no news and ends no warning.
     */
    @PostMapping("/api/watch/{format}")
    ResponseEntity<?> handIn(
            @PathVariable String format, HttpServletRequest request, Acting by, Once once, Viewer viewer, Say say)
            throws IOException {
        Feeds.mayHandIn(by);
        if (!format.equals(Feeds.SMHI)) return noSuchFormat(say);
        var taken = feeds.handIn(request.getInputStream().readAllBytes(), by, once);
        Map<String, Item> kept = feeds.list(viewer).stream()
                .filter(i -> i.way() == Way.HANDED_IN)
                .collect(Collectors.toMap(i -> i.warning().id(), Function.identity(), (a, b) -> a));
        var items = taken.notices().stream()
                .map(n -> json(n, Optional.ofNullable(kept.get(n.id())), taken, say))
                .toList();
        var skipped = taken.skipped().stream().map(s -> said(s, say)).toList();
        return ResponseEntity.ok(new Received(taken.received(), items, skipped));
    }

    private static Shown.Json json(Notice n, Optional<Item> item, Feeds.Taken taken, Say say) {
        var neverOpen = taken.ended().get(n.id()) == Why.REPLACED ? State.ENDED : State.CANCELLED;
        var state = item.map(i -> i.state(say.now())).orElse(neverOpen);
        return Shown.Json.of(n, Way.HANDED_IN, state, taken.recorded().contains(n.id()), item);
    }

    private static Skipped said(Read.Skipped skipped, Say say) {
        return new Skipped(skipped.id(), say.text(skipped.why(), skipped.about()));
    }

    private static ResponseEntity<?> noSuchFormat(Say say) {
        return ResponseEntity.status(404)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "type",
                        "about:blank",
                        "status",
                        404,
                        "title",
                        "Not Found",
                        "detail",
                        say.text("feed.no-such-format", Feeds.SMHI),
                        "code",
                        "feed.no-such-format"));
    }

    /**
     * All warnings, newest first; each says where it is cancelled, expired or ended.
     *
     * @param since only warnings recorded or ended from that time on (RFC 3339, or seconds since 1970)
     * @param area only warnings that may touch it, or whose area is unknown: "01" for the county, a municipality's code
     *     of four digits, or an actor's code: a municipality stands for its own area, every other actor for the county
     */
    @GetMapping("/api/watch")
    Watched watched(
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable String area,
            Viewer viewer,
            Say say) {
        var from = since == null ? Instant.MIN : since;
        var within = area == null
                ? null
                : areas.find(area).orElseThrow(() -> new Malformed("feed.area", area, areas.county()));
        var items = feeds.list(viewer).stream()
                .filter(i -> !i.changed().isBefore(from))
                .filter(i -> within == null || i.warning().concerns(within))
                .map(i -> Shown.Json.of(i.warning(), i.way(), i.state(say.now()), true, Optional.of(i)))
                .toList();
        return new Watched(
                items, feeds.conditions(viewer).stream().map(c -> feed(c, say)).toList());
    }

    private static Feed feed(Conditions.Condition c, Say say) {
        var problem = c.problem();
        var error = problem == null
                ? null
                : say.text(problem.key(), problem.details().toArray());
        return new Feed(c.source(), c.way(), c.lastOk(), c.lastTried(), error);
    }
}
