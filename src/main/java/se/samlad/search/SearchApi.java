package se.samlad.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.journal.Journal;
import se.samlad.live.EntryJson;
import se.samlad.search.Search.Order;
import se.samlad.search.Search.Wanted;
import se.samlad.web.Malformed;

/** The API of searching. */
@RestController
class SearchApi {

    private static final int AT_MOST = 200;
    private final Search search;
    private final Journal journal;

    SearchApi(Search search, Journal journal) {
        this.search = search;
        this.journal = journal;
    }

    /**
     * The entries with all of the words that the caller may see: {@code {"entries":[…],"count":N,"more":false}}.
     * Counting stops at 50, or at {@code limit} where that is higher; {@code more} says whether there are further ones.
     *
     * @param q words, each matched as a prefix, in Swedish; numbers are matched whole
     * @param kind stored names such as {@code report.reported.1}; none: all
     * @param from RFC 3339 or seconds since 1970, recorded then or later; until: before then
     * @param order NEWEST or BEST, which ranks the newest 200 matches
     */
    @GetMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] search(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable UUID incident,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(defaultValue = "") List<String> kind,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "NEWEST") Order order,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        if (limit < 1 || limit > AT_MOST) throw new Malformed("search.limit", limit, AT_MOST);
        var found = search.find(new Wanted(q, incident, actor, kind, from, until), order, limit, viewer);
        var json = new StringBuilder("{\"entries\":[");
        for (var entry : found.entries()) {
            if (entry != found.entries().getFirst()) json.append(',');
            json.append(EntryJson.of(entry, journal.cursors()));
        }
        return json.append("],\"count\":")
                .append(found.count())
                .append(",\"more\":")
                .append(found.more())
                .append('}')
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
