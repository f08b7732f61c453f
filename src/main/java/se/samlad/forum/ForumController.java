package se.samlad.forum;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Level;
import se.samlad.access.Viewer.Acting;
import se.samlad.forum.ForumFact.Affected;
import se.samlad.incident.Incidents;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.live.Shell;
import se.samlad.web.Say;
import se.samlad.web.Seen;

/** An incident's forums, for people. Fields are named as in the API; times are Stockholm's, {@code 2026-01-14T15:30}. */
@Controller
class ForumController {

    /** What a form of a forum sends, whichever it is; each takes its own. */
    record Form(
            @Nullable List<@Nullable String> callIn,
            @Nullable List<@Nullable String> release,
            @Nullable String affected,
            @Nullable String function,
            @Nullable String level,
            @Nullable String nextAt,
            @Nullable String reach,
            @Nullable String text,
            @Nullable String reason) {}

    private final Forums forums;
    private final Incidents incidents;
    private final Seen seen;

    ForumController(Forums forums, Incidents incidents, Seen seen) {
        this.forums = forums;
        this.incidents = incidents;
        this.seen = seen;
    }

    @GetMapping("/incidents/{id}/forums")
    String page(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        return "forum/page";
    }

    @PostMapping("/incidents/{id}/forums")
    String convene(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> actors,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String purpose,
            Form said,
            Acting by,
            Once once,
            HttpServletResponse response) {
        var call = new Convening.Call(
                level(said.level()),
                actors == null ? List.of() : actors,
                null,
                name,
                purpose,
                new Forum.Meeting(time(said.nextAt()), said.reach()),
                said.reason());
        return seen.at(path(id), forums.convene(id, call, null, by, once), response);
    }

    @PostMapping("/incidents/{id}/initiation")
    String initiate(@PathVariable UUID id, Form said, Acting by, Once once, HttpServletResponse response) {
        return seen.at(path(id), forums.initiate(id, null, level(said.level()), said.reason(), by, once), response);
    }

    @PostMapping("/incidents/{id}/initiation/answer")
    String decline(@PathVariable UUID id, Form said, Acting by, Once once, HttpServletResponse response) {
        return seen.at(path(id), forums.decline(id, level(said.level()), said.reason(), by, once), response);
    }

    @PostMapping("/forums/{id}/initiation")
    String initiateIn(@PathVariable UUID id, Form said, Acting by, Once once, HttpServletResponse response) {
        var incident = forums.incidentOf(id, by.viewer());
        return back(forums.initiate(incident, id, level(said.level()), said.reason(), by, once), response);
    }

    @PostMapping("/forums/{id}/composition")
    String compose(@PathVariable UUID id, Form said, Acting by, Once once, HttpServletResponse response) {
        var change = new Leading.Change(
                Forums.codes(said.callIn()), Forums.codes(said.release()), affected(said.affected()), said.reason());
        return back(forums.compose(id, change, by, once), response);
    }

    @PostMapping("/forums/{id}/chair")
    String pass(@PathVariable UUID id, Form said, Acting by, Once once, HttpServletResponse response) {
        return back(forums.pass(id, said.function(), said.reason(), by, once), response);
    }

    /** One press, from wherever the notice stands. */
    @PostMapping("/forums/{id}/acknowledgement")
    String acknowledge(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String page,
            Acting by,
            Once once,
            HttpServletResponse response) {
        var recorded = forums.acknowledge(id, by, once);
        return page.isBlank() ? back(recorded, response) : seen.at(Seen.local(page), recorded, response);
    }

    @PostMapping("/forums/{id}/gathering")
    String gather(@PathVariable UUID id, Acting by, Once once, HttpServletResponse response) {
        return back(forums.gather(id, by, once), response);
    }

    @PostMapping("/forums/{id}/next")
    String next(@PathVariable UUID id, Form said, Acting by, Once once, HttpServletResponse response) {
        return back(forums.next(id, time(said.nextAt()), said.reach(), by, once), response);
    }

    @PostMapping("/forums/{id}/frame")
    String frame(@PathVariable UUID id, Form said, Acting by, Once once, HttpServletResponse response) {
        return back(forums.frame(id, said.text(), by, once), response);
    }

    @PostMapping("/forums/{id}/raising")
    String raise(@PathVariable UUID id, Form said, Acting by, Once once, HttpServletResponse response) {
        return back(forums.raise(id, said.reason(), by, once), response);
    }

    @PostMapping("/forums/{id}/closing")
    String close(@PathVariable UUID id, Form said, Acting by, Once once, HttpServletResponse response) {
        return back(forums.close(id, said.reason(), by, once), response);
    }

    private String back(Recorded recorded, HttpServletResponse response) {
        return seen.at(path(recorded.stream()), recorded, response);
    }

    private static String path(UUID incident) {
        return "/incidents/" + incident + "/forums";
    }

    private static Level level(@Nullable String said) {
        for (Level level : Level.values()) {
            if (level.name().equals(said)) return level;
        }
        throw new Refused("forum.level-missing");
    }

    private static @Nullable Affected affected(@Nullable String said) {
        for (Affected affected : Affected.values()) {
            if (affected.name().equals(said)) return affected;
        }
        return null;
    }

    /** @throws Refused forum.time for what is no time */
    static @Nullable Instant time(@Nullable String local) {
        if (local == null || local.isBlank()) return null;
        try {
            return LocalDateTime.parse(local.strip()).atZone(Say.STOCKHOLM).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("forum.time");
        }
    }
}
