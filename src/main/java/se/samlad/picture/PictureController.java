package se.samlad.picture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;

/** The page <em>Läge</em> and the wall. Read-only. */
@Controller
class PictureController {

    private static final String COOKIE = "looked";
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Incidents incidents;
    private final Pictures pictures;
    private final Actors actors;

    PictureController(Incidents incidents, Pictures pictures, Actors actors) {
        this.incidents = incidents;
        this.pictures = pictures;
        this.actors = actors;
    }

    /**
     * The joint picture, now or at a time.
     *
     * @param knew as it was known then;
     * @param was as it was then; both by the incident's own clock, RFC 3339 or seconds
     */
    @GetMapping("/incidents/{id}/picture")
    String picture(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant knew,
            @RequestParam(required = false) @Nullable Instant was,
            Shell shell,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var incident = incidents.get(id, shell.viewer());
        var asOf = atTheEnd(new AsOf(knew, was), incident, shell);
        model.addAttribute("incident", incident);
        model.addAttribute("actors", actors);
        model.addAttribute("ownMap", pictures.isMapOwn());
        model.addAttribute("here", shell.say().at(incident.clock(shell.say().now())));
        model.addAttribute("rails", pictures.rails(incident, shell.viewer(), asOf));
        if (!asOf.isNow()) {
            model.addAttribute("asOf", asOf);
            var picture = pictures.asOf(incident, shell.viewer(), asOf);
            model.addAttribute("picture", picture);
            model.addAttribute("shaded", pictures.shaded(picture, "then-"));
            return "picture/past";
        }
        remember(incident, shell, model, request, response);
        return "picture/page";
    }

    @GetMapping("/incidents/{id}/picture/own")
    String own(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        model.addAttribute("kind", "own");
        return "picture/kind";
    }

    @GetMapping("/incidents/{id}/picture/relayed")
    String relayed(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        model.addAttribute("kind", "relayed");
        return "picture/kind";
    }

    /** The wall, for the screen in the staff room. */
    @GetMapping("/incidents/{id}/wall")
    String wall(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        model.addAttribute("ownMap", pictures.isMapOwn());
        return "picture/wall";
    }

    /** Without script a form always sends both sliders; one at its right end means now. */
    private static AsOf atTheEnd(AsOf asked, Incident incident, Shell shell) {
        var now = incident.clock(shell.say().now());
        return new AsOf(before(asked.knew(), now), before(asked.was(), now));
    }

    private static @Nullable Instant before(@Nullable Instant at, Instant now) {
        return at == null || at.isBefore(now.minusSeconds(1)) ? at : null;
    }

    private void remember(
            Incident incident, Shell shell, Model model, HttpServletRequest request, HttpServletResponse response) {
        Viewer viewer = shell.viewer();
        var kept = WebUtils.getCookie(request, COOKIE);
        var looked = Looked.now(
                kept == null ? null : kept.getValue(),
                viewer.account(),
                shell.say().now());
        model.addAttribute("changes", pictures.changesSince(incident.id(), viewer, looked.since()));
        model.addAttribute("since", pictures.clockAt(incident, viewer, looked.since()));
        var cookie = ResponseCookie.from(COOKIE, looked.kept(viewer.account()))
                .path("/incidents/" + incident.id() + "/picture")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(REMEMBERED)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
