package se.samlad.week;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Dated;
import se.samlad.web.Done;
import se.samlad.web.Malformed;
import se.samlad.web.Nothing;
import se.samlad.web.Say;
import se.samlad.web.Times;

/** Notes, events and the calendar, for programs and forms. Times are RFC 3339. */
@RestController
class WeekApi {

    /**
     * @param subject what it is about, in a word or two
     * @param area SCB's code, an actor's code, or a place in words
     * @param certainty CAP's word: observed, likely, possible, unlikely or unknown
     */
    record Saying(
            @Nullable String text,
            @Nullable String subject,
            @Nullable String area,
            @Nullable OffsetDateTime until,
            @Nullable String source,
            @Nullable String certainty,
            @Nullable Marking marking) {

        Noting.Said said() {
            return new Noting.Said(text, subject, area, Times.instant(until), source, certainty);
        }
    }

    record Planning(
            @Nullable String title,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            @Nullable String area,
            @Nullable String text,
            @Nullable String permit,
            @Nullable Integer expected,
            @Nullable String risks,
            @Nullable Marking marking) {

        Noting.Plan said() {
            return new Noting.Plan(
                    title, Times.instant(from), Times.instant(until), area, text, permit, expected, risks);
        }
    }

    record Why(@Nullable String reason) {}

    /** @param changed when what it says last changed */
    record ToldNote(
            UUID id,
            String actor,
            String text,
            String subject,
            @Nullable String area,
            Instant until,
            @Nullable String source,
            WeekFact.@Nullable Certainty certainty,
            Instant at,
            Instant changed,
            List<String> calledNeedBy) {

        static ToldNote of(Note note) {
            var said = note.said();
            return new ToldNote(
                    note.id(),
                    note.by().actor(),
                    said.text(),
                    said.subject(),
                    said.area(),
                    said.until(),
                    said.source(),
                    said.certainty(),
                    note.at(),
                    note.changed(),
                    note.needs().stream().map(n -> n.by().actor()).toList());
        }
    }

    /** @param coincides ids of what goes on at the same time, in the same area first */
    record ToldEvent(
            UUID id,
            String actor,
            WeekFact.Planned event,
            Instant changed,
            @Nullable String calledOff,
            List<UUID> coincides) {}

    /** @param actors the codes of those concerned */
    record Concerned(@Nullable List<String> actors) {}

    private final Weeks weeks;
    private final PlanningForums planning;
    private final Calendar calendar;

    WeekApi(Weeks weeks, PlanningForums planning, Calendar calendar) {
        this.planning = planning;
        this.weeks = weeks;
        this.calendar = calendar;
    }

    @PostMapping("/api/watch/notes")
    Done note(@RequestBody Saying said, Acting by, Once once) {
        return new Done(weeks.note(said.said(), said.marking(), by, once), WeekPages.WEEK);
    }

    /** Says the caller's own note again; the earlier form stays beside it (C5). */
    @PostMapping("/api/watch/notes/{id}/correction")
    Recorded correct(@PathVariable UUID id, @RequestBody Saying said, DrawnFrom from, Acting by, Once once) {
        return weeks.correct(id, said.said(), from, by, once);
    }

    /** Calls the note a need of collaboration, in the caller's own name (A4). */
    @PostMapping("/api/watch/notes/{id}/need")
    Recorded need(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return weeks.need(id, by, once);
    }

    /** The caller's own note matters no more. */
    @PostMapping("/api/watch/notes/{id}/ending")
    Done end(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return new Done(weeks.end(id, said.reason(), by, once), WeekPages.WEEK);
    }

    /** The notes that matter now, the latest said first. */
    @GetMapping("/api/watch/notes")
    List<ToldNote> notes(Viewer viewer, Say say) {
        return weeks.mattering(say.now(), viewer).stream().map(ToldNote::of).toList();
    }

    @PostMapping("/api/events")
    Done plan(@RequestBody Planning said, Acting by, Once once) {
        var recorded = weeks.plan(said.said(), said.marking(), by, once);
        return new Done(recorded, WeekPages.EVENTS + "/" + recorded.id());
    }

    @PostMapping("/api/events/{id}/change")
    Done change(@PathVariable UUID id, @RequestBody Planning said, DrawnFrom from, Acting by, Once once) {
        return new Done(weeks.change(id, said.said(), from, by, once), WeekPages.EVENTS + "/" + id);
    }

    /** The event does not take place. */
    @PostMapping("/api/events/{id}/calling-off")
    Recorded callOff(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return weeks.callOff(id, said.reason(), by, once);
    }

    /** Makes the event an incident with a planning forum (I6); the answer is about the forum. */
    @PostMapping("/api/events/{id}/planning")
    Done planning(@PathVariable UUID id, @RequestBody Concerned said, Acting by, Once once) {
        var recorded = planning.plan(id, said.actors(), by, once);
        return new Done(recorded, "/incidents/" + recorded.stream() + "/forums");
    }

    @GetMapping("/api/events/{id}")
    ToldEvent event(@PathVariable UUID id, Viewer viewer, Say say) {
        var event = weeks.event(id, viewer);
        var off = event.off();
        return new ToldEvent(
                event.id(),
                event.by().actor(),
                event.said(),
                event.changed(),
                off == null ? null : off.reason(),
                calendar.coinciding(event, viewer, say).stream()
                        .map(Dated.Date::id)
                        .toList());
    }

    /**
     * What goes on at some time in the half-open interval, the earliest first.
     *
     * @param from left out: now
     * @param to left out: four weeks after {@code from}; at most 400 days after it
     * @throws Malformed week.span, where the interval is empty or too long
     */
    @GetMapping("/api/calendar")
    List<Dated.Date> calendar(
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "to", required = false) @Nullable Instant to,
            Viewer viewer,
            Say say) {
        var begin = from == null ? say.now() : from;
        var end = to == null ? Calendar.usualEnd(begin) : to;
        if (!end.isAfter(begin) || end.isAfter(begin.plus(Duration.ofDays(Calendar.DAYS))))
            throw new Malformed("week.span", Calendar.DAYS);
        return calendar.between(begin, end, viewer, say);
    }
}
