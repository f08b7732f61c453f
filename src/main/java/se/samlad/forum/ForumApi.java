package se.samlad.forum;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import se.samlad.access.Level;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.forum.ForumFact.Affected;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.live.Shell;
import se.samlad.web.Nothing;
import se.samlad.web.Times;

/** The forums' verbs, for programs and forms, and the page with an incident's forums. Actors are given by code, functions as {@code actor/name}. */
@RestController
class ForumApi {

    /**
     * @param actors left out: the suggested ones, on a regional level
     * @param nextAt when it meets
     * @param reach the number or address of the meeting
     * @param chair the function that is to chair; left out: the one that convenes
     * @param plan the entry with an alarm plan; without a level the forums of all its levels are convened
     */
    record Calling(
            @Nullable Level level,
            @Nullable UUID plan,
            @Nullable List<@Nullable String> actors,
            @Nullable List<@Nullable String> indirectly,
            @Nullable String name,
            @Nullable String purpose,
            @Nullable OffsetDateTime nextAt,
            @Nullable String reach,
            @Nullable String reason,
            @Nullable String chair,
            @Nullable Marking marking) {}

    /** With neither list, it records that the need was weighed. */
    record Composition(
            @Nullable List<@Nullable String> callIn,
            @Nullable List<@Nullable String> release,
            @Nullable Affected affected,
            @Nullable String reason) {}

    record Chair(@Nullable String function, @Nullable String reason) {}

    record Initiation(@Nullable Level level, @Nullable String reason) {}

    record Next(@Nullable OffsetDateTime nextAt, @Nullable String reach) {}

    record Frame(@Nullable String text) {}

    record Reason(@Nullable String reason) {}

    /** @param suggested actors to call @param initiations requests for a forum that wait for an answer */
    record All(
            Summary.Clock clock,
            List<Summary> forums,
            List<Summary.Initiation> initiations,
            List<String> suggested,
            @Nullable String frame) {}

    private final Forums forums;
    private final StandingForums standing;
    private final Incidents incidents;
    private final Summoning summoning;

    ForumApi(Forums forums, StandingForums standing, Incidents incidents, Summoning summoning) {
        this.forums = forums;
        this.standing = standing;
        this.incidents = incidents;
        this.summoning = summoning;
    }

    @GetMapping("/incidents/{id}/forums")
    ModelAndView page(@PathVariable UUID id, Shell shell) {
        return new ModelAndView("forum/page", "incident", incidents.get(id, shell.viewer()));
    }

    /** The standing forums of ordinary mode (F1). */
    @GetMapping("/api/forums")
    List<StandingForums.Standing> standing(Viewer viewer) {
        return viewer.isMember() ? standing.all() : List.of();
    }

    @GetMapping("/api/incidents/{id}/forums")
    All all(@PathVariable UUID id, Viewer viewer) {
        Incident incident = incidents.get(id, viewer);
        var there = forums.in(id, viewer);
        var frame = there.frame().map(Forum.Said::text).orElse(null);
        return new All(
                Summary.Clock.of(incident, there),
                Summary.of(incident, there),
                Summary.Initiation.of(there),
                summoning.suggested(incident, viewer),
                frame);
    }

    @PostMapping("/api/incidents/{id}/forums")
    Recorded convene(@PathVariable UUID id, @RequestBody Calling said, Acting by, Once once) {
        var call = new Summoning.Asked(
                said.level(),
                said.plan(),
                said.actors() == null ? null : Forums.codes(said.actors()),
                said.indirectly() == null ? null : Forums.codes(said.indirectly()),
                said.name(),
                said.purpose(),
                new Forum.Meeting(Times.instant(said.nextAt()), said.reach()),
                said.reason(),
                said.chair());
        return summoning.convene(id, call, said.marking(), by, once);
    }

    /** An actor asks for a forum on its own behalf. */
    @PostMapping("/api/incidents/{id}/initiation")
    Recorded initiate(@PathVariable UUID id, @RequestBody Initiation said, Acting by, Once once) {
        return forums.initiate(id, null, level(said.level()), said.reason(), by, once);
    }

    /** Tells those who asked for a forum why none is convened (I2). */
    @PostMapping("/api/incidents/{id}/initiation/answer")
    Recorded decline(@PathVariable UUID id, @RequestBody Initiation said, Acting by, Once once) {
        return forums.decline(id, level(said.level()), said.reason(), by, once);
    }

    /** A running forum asks for a forum on another level. */
    @PostMapping("/api/forums/{id}/initiation")
    Recorded initiateIn(@PathVariable UUID id, @RequestBody Initiation said, Acting by, Once once) {
        var incident = forums.incidentOf(id, by.viewer());
        return forums.initiate(incident, id, level(said.level()), said.reason(), by, once);
    }

    @PostMapping("/api/forums/{id}/composition")
    Recorded compose(@PathVariable UUID id, @RequestBody Composition said, Acting by, Once once) {
        var change = new Leading.Change(
                Forums.codes(said.callIn()), Forums.codes(said.release()), said.affected(), said.reason());
        return forums.compose(id, change, by, once);
    }

    @PostMapping("/api/forums/{id}/chair")
    Recorded pass(@PathVariable UUID id, @RequestBody Chair said, DrawnFrom from, Acting by, Once once) {
        return forums.act(id, by, once, (scene, forum) -> {
            from.mustBe(forum.drawn().chair());
            return Leading.pass(scene, forum, by, said.function(), said.reason());
        });
    }

    @PostMapping("/api/forums/{id}/acknowledgement")
    Recorded acknowledge(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return forums.acknowledge(id, by, once);
    }

    @PostMapping("/api/forums/{id}/gathering")
    Recorded gather(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return forums.act(id, by, once, (scene, forum) -> Leading.gather(scene, forum, by));
    }

    @PostMapping("/api/forums/{id}/next")
    Recorded next(@PathVariable UUID id, @RequestBody Next said, DrawnFrom from, Acting by, Once once) {
        return forums.act(id, by, once, (scene, forum) -> {
            from.mustBe(forum.drawn().next());
            return Leading.next(scene, forum, by, Times.instant(said.nextAt()), said.reach());
        });
    }

    @PostMapping("/api/forums/{id}/frame")
    Recorded frame(@PathVariable UUID id, @RequestBody Frame said, DrawnFrom from, Acting by, Once once) {
        return forums.act(id, by, once, (scene, forum) -> {
            from.mustBe(forum.drawn().frame());
            return Leading.frame(scene, forum, by, said.text());
        });
    }

    /** Raises an executing forum to the coordinating level (F6). */
    @PostMapping("/api/forums/{id}/raising")
    Recorded raise(@PathVariable UUID id, @RequestBody Reason said, Acting by, Once once) {
        return forums.raise(id, said.reason(), by, once);
    }

    @PostMapping("/api/forums/{id}/closing")
    Recorded close(@PathVariable UUID id, @RequestBody Reason said, Acting by, Once once) {
        return forums.act(id, by, once, (scene, forum) -> Leading.close(scene, forum, by, said.reason()));
    }

    static Level level(@Nullable Level level) {
        if (level == null) throw new Refused("forum.level-missing").at("level");
        return level;
    }
}
