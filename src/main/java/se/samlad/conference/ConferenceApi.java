package se.samlad.conference;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.conference.ConferenceFact.How;
import se.samlad.conference.ConferenceFact.Kind;
import se.samlad.conference.ConferenceFact.Role;
import se.samlad.conference.ConferenceFact.Turn;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Done;
import se.samlad.web.Nothing;
import se.samlad.web.Times;

/** Conferences, for programs and forms: before, during and after. What is said in them is {@link SayingApi}. */
@RestController
class ConferenceApi {

    static final String PATH = "/conferences/";

    /** @param at null: now @param reach addresses to ring, the first first @param points what else is to be taken up */
    record Calls(
            @Nullable Kind kind,
            @Nullable OffsetDateTime at,
            @Nullable Integer minutes,
            @Nullable List<@Nullable String> reach,
            @Nullable List<@Nullable String> points) {}

    record Agendas(
            @Nullable OffsetDateTime at,
            @Nullable Integer minutes,
            @Nullable List<@Nullable String> reach,
            @Nullable List<@Nullable String> points) {}

    /** @param actor null: the caller's own @param by who has its word, where it is represented */
    record Attendance(
            @Nullable String actor,
            @Nullable How how,
            @Nullable String by) {}

    record Whom(@Nullable String actor) {}

    /** @param step counted from 1 */
    record Where(@Nullable Integer step) {}

    /** @param function null: the caller's own */
    record Passing(@Nullable Role role, @Nullable String function) {}

    record Why(@Nullable String reason) {}

    record Closing(@Nullable String summary, @Nullable OffsetDateTime nextAt) {}

    record Remark(@Nullable String remark) {}

    private final Conferences conferences;
    private final Calling calling;
    private final Rounds rounds;
    private final Actors actors;
    private final Viewers viewers;

    ConferenceApi(Conferences conferences, Calling calling, Rounds rounds, Actors actors, Viewers viewers) {
        this.conferences = conferences;
        this.calling = calling;
        this.rounds = rounds;
        this.actors = actors;
        this.viewers = viewers;
    }

    @PostMapping("/api/forums/{id}/conferences")
    Done call(@PathVariable UUID id, @RequestBody Calls said, Acting by, Once once) {
        var wanted = new Planning.Wanted(Times.instant(said.at()), said.minutes(), said.reach(), said.points());
        var recorded = calling.call(id, said.kind(), wanted, by, once);
        return new Done(recorded, PATH + recorded.id());
    }

    @GetMapping("/api/forums/{id}/conferences")
    List<Told> of(@PathVariable UUID id, Viewer viewer) {
        return conferences.seenBy(viewer).stream()
                .filter(c -> c.called().forum().equals(id))
                .map(c -> Told.of(c, rounds.order(c, viewer)))
                .toList();
    }

    @GetMapping("/api/conferences/{id}")
    Told get(@PathVariable UUID id, Viewer viewer) {
        var conference = conferences.get(id, viewer);
        return Told.of(conference, rounds.order(conference, viewer));
    }

    @PostMapping("/api/conferences/{id}/agenda")
    Recorded plan(@PathVariable UUID id, @RequestBody Agendas said, DrawnFrom from, Acting by, Once once) {
        var wanted = new Planning.Wanted(Times.instant(said.at()), said.minutes(), said.reach(), said.points());
        return conferences.act(id, by, once, scene -> {
            from.mustBe(scene.conference().drawn());
            return Planning.plan(scene.conference(), by, wanted, scene.clock());
        });
    }

    @PostMapping("/api/conferences/{id}/reminder")
    Recorded remind(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return conferences.act(
                id,
                by,
                once,
                scene -> Planning.remind(
                        scene.conference(),
                        by,
                        rounds.order(scene.conference(), by.viewer()).missing()));
    }

    @PostMapping("/api/conferences/{id}/calling-off")
    Recorded callOff(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return conferences.turn(
                id, by, once, Turn.CALLED_OFF, scene -> Planning.callOff(scene.conference(), by, said.reason()));
    }

    @PostMapping("/api/conferences/{id}/opening")
    Recorded open(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return conferences.turn(id, by, once, Turn.OPENED, scene -> {
            if (scene.incident() != null) scene.incident().mustGoOn();
            return Planning.open(scene.conference(), by);
        });
    }

    @PostMapping("/api/conferences/{id}/attendance")
    Recorded attend(@PathVariable UUID id, @RequestBody Attendance said, Acting by, Once once) {
        return conferences.beside(
                id,
                by,
                once,
                scene -> Speaking.attend(scene.conference(), by, said.actor(), said.how(), said.by(), actors::exists));
    }

    /** Gives the word to an actor. */
    @PostMapping("/api/conferences/{id}/word")
    Recorded give(@PathVariable UUID id, @RequestBody Whom said, DrawnFrom from, Acting by, Once once) {
        return conferences.act(id, by, once, scene -> {
            from.mustBe(scene.conference().round().drawn());
            return Speaking.give(scene.conference(), by, said.actor());
        });
    }

    @PostMapping("/api/conferences/{id}/step")
    Recorded step(@PathVariable UUID id, @RequestBody Where said, Acting by, Once once) {
        return conferences.act(id, by, once, scene -> Speaking.step(scene.conference(), by, said.step()));
    }

    @PostMapping("/api/conferences/{id}/roles")
    Recorded pass(@PathVariable UUID id, @RequestBody Passing said, Acting by, Once once) {
        return conferences.act(
                id,
                by,
                once,
                scene -> Speaking.pass(
                        scene.conference(),
                        by,
                        said.role(),
                        said.function(),
                        viewers.functions().byId()::containsKey));
    }

    @PostMapping("/api/conferences/{id}/closing")
    Recorded close(@PathVariable UUID id, @RequestBody Closing said, Acting by, Once once) {
        return conferences.turn(
                id,
                by,
                once,
                Turn.CLOSED,
                scene -> Planning.close(
                        scene.conference(), by, said.summary(), Times.instant(said.nextAt()), scene.clock()));
    }

    /** The caller's actor confirms the protocol, with a remark if there is something to say. */
    @PostMapping("/api/conferences/{id}/confirmation")
    Recorded confirm(@PathVariable UUID id, @RequestBody Remark said, Acting by, Once once) {
        return conferences.forActor(
                id, by, once, "confirmed:", scene -> Planning.confirm(scene.conference(), by, said.remark()));
    }

    /** The caller's own organisation has received the summary (A7). */
    @PostMapping("/api/conferences/{id}/home")
    Recorded home(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return conferences.forActor(id, by, once, "home:", scene -> Planning.takeHome(scene.conference(), by));
    }
}
