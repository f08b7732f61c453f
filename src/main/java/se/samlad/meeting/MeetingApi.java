package se.samlad.meeting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.meeting.MeetingFact.How;
import se.samlad.web.Done;
import se.samlad.web.Nothing;

/** Meetings, for programs and forms. Times are RFC 3339. */
@RestController
@RequestMapping("/api" + MeetingApi.PATH)
public class MeetingApi {

    public static final String PATH = "/meetings";

    /** @param signal an incident that is laid to the meeting; its title is taken where none is said */
    record Point(
            @Nullable String title,
            @Nullable String text,
            @Nullable UUID signal) {}

    record Attendance(@Nullable String actor, @Nullable How how) {}

    record Note(@Nullable UUID point, @Nullable String text) {}

    record Decision(
            @Nullable UUID point,
            @Nullable String text,
            @Nullable String reason) {}

    record Dissent(@Nullable UUID decision, @Nullable String text) {}

    /** @param by a day, or a time on it */
    record Undertaking(
            @Nullable UUID point,
            @Nullable String actor,
            @Nullable String what,
            @Nullable String by) {}

    record Word(
            @Nullable UUID undertaking,
            @Nullable Boolean stands,
            @Nullable String text) {}

    record CarriedOut(@Nullable UUID undertaking, @Nullable Boolean done) {}

    record Correction(
            @Nullable UUID line,
            @Nullable String text,
            @Nullable Boolean withdrawn,
            @Nullable String reason) {}

    record Closing(@Nullable String summary, @Nullable List<@Nullable String> adjusters) {}

    record Remark(@Nullable String remark) {}

    record Why(@Nullable String reason) {}

    private final Meetings meetings;

    MeetingApi(Meetings meetings) {
        this.meetings = meetings;
    }

    @GetMapping
    List<AllMeetings.Row> list(Viewer viewer) {
        return meetings.rows(viewer);
    }

    @GetMapping("/{id}")
    Told get(@PathVariable UUID id, Viewer viewer) {
        var m = meetings.get(id, viewer);
        return Told.of(m, meetings.due(m, viewer));
    }

    @PostMapping
    Done call(@RequestBody Convening.Said said, Acting by, Once once) {
        var recorded = meetings.call(said, by, once);
        return new Done(recorded, PATH + "/" + recorded.id());
    }

    @PostMapping("/{id}/points")
    Recorded put(@PathVariable UUID id, @RequestBody Point said, Acting by, Once once) {
        return meetings.put(id, said.title(), said.text(), said.signal(), by, once);
    }

    @PostMapping("/{id}/attendance")
    Recorded attend(@PathVariable UUID id, @RequestBody Attendance said, Acting by, Once once) {
        return meetings.attend(id, said.actor(), said.how(), by, once);
    }

    @PostMapping("/{id}/notes")
    Recorded note(@PathVariable UUID id, @RequestBody Note said, Acting by, Once once) {
        return meetings.lead(id, m -> Holding.note(m, said.point(), said.text(), by), by, once);
    }

    @PostMapping("/{id}/decisions")
    Recorded decide(@PathVariable UUID id, @RequestBody Decision said, Acting by, Once once) {
        return meetings.lead(id, m -> Holding.decide(m, said.point(), said.text(), said.reason(), by), by, once);
    }

    @PostMapping("/{id}/dissent")
    Recorded dissent(@PathVariable UUID id, @RequestBody Dissent said, Acting by, Once once) {
        return meetings.say(id, m -> Holding.dissent(m, said.decision(), said.text(), by), by, once);
    }

    @PostMapping("/{id}/undertakings")
    Recorded undertake(@PathVariable UUID id, @RequestBody Undertaking said, Acting by, Once once) {
        return meetings.undertake(id, said, by, once);
    }

    /** The actor's own word on what was noted as undertaken by it (A4). */
    @PostMapping("/{id}/own-word")
    Recorded own(@PathVariable UUID id, @RequestBody Word said, Acting by, Once once) {
        return meetings.say(id, m -> Holding.own(m, said.undertaking(), said.stands(), said.text(), by), by, once);
    }

    /** By the actor itself; {@code "done": false} takes it back. */
    @PostMapping("/{id}/carried-out")
    Recorded carryOut(@PathVariable UUID id, @RequestBody CarriedOut said, Acting by, Once once) {
        return meetings.say(id, m -> Holding.carryOut(m, said.undertaking(), said.done(), by), by, once);
    }

    @PostMapping("/{id}/corrections")
    Recorded correct(@PathVariable UUID id, @RequestBody Correction said, DrawnFrom from, Acting by, Once once) {
        return meetings.correct(id, said, from, by, once);
    }

    @PostMapping("/{id}/moving")
    Recorded move(@PathVariable UUID id, @RequestBody Convening.Said said, DrawnFrom from, Acting by, Once once) {
        return meetings.move(id, said, from, by, once);
    }

    @PostMapping("/{id}/calling-off")
    Recorded callOff(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return meetings.say(id, m -> Holding.callOff(m, said.reason(), by), by, once);
    }

    @PostMapping("/{id}/closing")
    Recorded close(@PathVariable UUID id, @RequestBody Closing said, Acting by, Once once) {
        return meetings.say(id, m -> Holding.close(m, said.summary(), said.adjusters(), by), by, once);
    }

    /** By who chairs, and by who adjusts. */
    @PostMapping("/{id}/approval")
    Recorded approve(@PathVariable UUID id, @RequestBody Remark said, DrawnFrom from, Acting by, Once once) {
        return meetings.approve(id, said.remark(), from, by, once);
    }

    /** The summary has reached the organisation (A7). */
    @PostMapping("/{id}/home")
    Recorded home(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return meetings.say(id, m -> Holding.takeHome(m, by), by, once);
    }
}
