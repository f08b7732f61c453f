package se.samlad.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Level;
import se.samlad.access.Viewer;
import se.samlad.forum.Forum;
import se.samlad.forum.Forums;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.Incidents;
import se.samlad.journal.Journal;
import se.samlad.journal.Pick;
import se.samlad.live.EntryJson;
import se.samlad.local.Locals;
import se.samlad.web.Malformed;

/** Incidents with their clock and forums, and the journal itself, for programs. Times are RFC 3339. */
@RestController
class IncidentsApi {

    static final int AT_MOST = 1_000;

    record Listed(UUID id, String title, Incident.State state, Instant signalledAt, boolean exercise) {}

    /**
     * The clock that runs from the signal (I3).
     *
     * @param notifiedAt when the first regional forum was called; null: not yet
     * @param acknowledged when each actor first acknowledged a call
     * @param inConferenceAt when the first of the forums gathered; null: not yet
     * @param now the time in the incident, by the exercise's own clock if it is one
     */
    record Clock(
            Instant signalledAt,
            @Nullable Instant notifiedAt,
            Map<String, Instant> acknowledged,
            @Nullable Instant inConferenceAt,
            Instant now) {}

    record Sitting(
            UUID id,
            Level level,
            String name,
            String mode,
            String chair,
            List<String> actors,
            boolean open,
            Instant convenedAt,
            @Nullable Instant nextAt,
            @Nullable String reach) {}

    /**
     * The outcome of a signal's assessment.
     *
     * @param convened false: it was answered without convening, for the reason given
     */
    record Assessed(
            boolean convened,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable String inSteadOf) {}

    record Ended(String by, Instant at, String reason, List<se.samlad.incident.IncidentFact.HandOver> handedOver) {}

    /** @param parent the regional incident above a local one @param locals the local ones below a regional one (F5) */
    record Whole(
            UUID id,
            String title,
            @Nullable String text,
            @Nullable String kind,
            @Nullable String warning,
            Incident.State state,
            String signalledBy,
            boolean exercise,
            Clock clock,
            List<Sitting> forums,
            Map<String, Concern> concerns,
            List<UUID> joined,
            @Nullable Assessed assessment,
            @Nullable Ended stoodDown,
            @Nullable UUID parent,
            List<UUID> locals) {}

    private static final int A_PAGE = 200;
    private final Incidents incidents;
    private final Forums forums;
    private final Journal journal;
    private final Locals locals;

    IncidentsApi(Incidents incidents, Forums forums, Journal journal, Locals locals) {
        this.locals = locals;
        this.incidents = incidents;
        this.forums = forums;
        this.journal = journal;
    }

    /**
     * The incidents that the caller may see: those that are going on, then those that have ended; in each group the
     * latest first. At most two hundred.
     *
     * @param open true: only those that are going on
     * @param after the last incident of the page before
     */
    @GetMapping("/api/incidents")
    List<Listed> list(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable UUID after,
            Viewer viewer) {
        var from = incidents.all(viewer).filter(i -> i.isOpen() || !open);
        if (after != null) from = from.dropWhile(i -> !i.id().equals(after)).skip(1);
        return from.limit(A_PAGE)
                .map(i -> new Listed(i.id(), i.title(), i.state(), i.signalled(), i.isExercise()))
                .toList();
    }

    @GetMapping("/api/incidents/{id}")
    Whole get(@PathVariable UUID id, Viewer viewer) {
        var i = incidents.get(id, viewer);
        var sat = forums.in(id, viewer).all();
        return new Whole(
                i.id(),
                i.title(),
                i.text(),
                i.kind(),
                i.warning(),
                i.state(),
                i.asked().actor(),
                i.isExercise(),
                clock(i, sat),
                sat.stream().map(IncidentsApi::sitting).toList(),
                new TreeMap<>(i.concerns()),
                i.joined(),
                assessed(i.assessment()),
                ended(i.stoodDown()),
                locals.parent(id, viewer).map(Incident::id).orElse(null),
                locals.below(id, viewer).stream().map(Incident::id).toList());
    }

    private static Sitting sitting(Forum f) {
        return new Sitting(
                f.id(),
                f.level(),
                f.name(),
                "ACTIVATED",
                f.chair(),
                f.seats().actors(),
                f.isOpen(),
                f.opening().at(),
                f.next().at(),
                f.next().reach());
    }

    private Clock clock(Incident incident, List<Forum> sat) {
        var acknowledged = new TreeMap<String, Instant>();
        for (var forum : sat) {
            forum.seats().in().forEach((actor, seat) -> {
                var at = seat.acknowledged();
                if (at != null) acknowledged.merge(actor, at, IncidentsApi::earlier);
            });
        }
        return new Clock(
                incident.signalled(),
                sat.stream()
                        .filter(Forum::isRegional)
                        .map(f -> f.opening().at())
                        .min(Instant::compareTo)
                        .orElse(null),
                acknowledged,
                sat.stream()
                        .map(f -> f.course().gathered())
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                incident.clock(journal.now()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable Assessed assessed(Incident.@Nullable Assessment a) {
        return a == null ? null : new Assessed(a.convened(), a.by().actor(), a.at(), a.reason(), a.inSteadOf());
    }

    private static @Nullable Ended ended(Incident.@Nullable StoodDown d) {
        return d == null ? null : new Ended(d.by().actor(), d.at(), d.reason(), d.handedOver());
    }

    /**
     * The entries that the caller may see, in the journal's order: {@code {"entries":[…],"next":CURSOR}}. {@code next}
     * is the cursor of the last entry, or {@code after} if there was none.
     *
     * @param after a cursor; none: from the beginning
     * @param limit 1 to 1,000
     * @param incident limits the answer to its entries; 404 if the caller may not see it
     */
    @GetMapping(path = "/api/journal", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] journal(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable UUID incident,
            Viewer viewer) {
        if (limit < 1 || limit > AT_MOST) throw new Malformed("desk.limit", limit, AT_MOST);
        if (incident != null) incidents.get(incident, viewer);
        long from = after == null
                ? 0
                : journal.cursors().position(after).orElseThrow(() -> new Malformed("error.cursor", after));
        var entries = journal.list(Pick.after(incident, from, limit), viewer);
        var next = entries.isEmpty()
                ? after
                : journal.cursors().of(entries.getLast().position());
        var json = new StringBuilder("{\"entries\":[");
        for (var entry : entries) {
            if (entry != entries.getFirst()) json.append(',');
            json.append(EntryJson.of(entry, journal.cursors()));
        }
        json.append("],\"next\":")
                .append(next == null ? "null" : '"' + next + '"')
                .append('}');
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
