package se.samlad.outside;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.journal.Refused;
import se.samlad.session.GuestForm;
import se.samlad.session.GuestLinks;
import se.samlad.web.Form;
import se.samlad.web.FormKey;
import se.samlad.web.LocalPage;
import se.samlad.web.Say;
import se.samlad.web.Typed;

/**
 * What a guest meets: the link, which one browser opens, and the forum's page.
 */
@Controller
class GuestPages {

    static final String OPEN = "/guest/open";
    private static final String NOTE = "note";
    private static final int GONE = 410;
    private static final int NOT_THERE = 404;

    private final GuestLinks links;
    private final Visit visit;
    private final Flood flood = new Flood(
            new Flood.Rate(20, Duration.ofSeconds(15)),
            new Flood.Rate(300, Duration.ofSeconds(1)),
            TimeMeter.SYSTEM_NANOTIME);

    GuestPages(GuestLinks links, Visit visit) {
        this.links = links;
        this.visit = visit;
    }

    /** Shows whose link it is, and asks to press: looking binds nothing, and a mail's preview opens no link. */
    @GetMapping(OPEN)
    String ask(
            @RequestParam(defaultValue = "") String guest,
            @RequestParam(defaultValue = "") String key,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletResponse response,
            Say say,
            Model model) {
        var found = GuestForm.id(guest).flatMap(visit::find);
        if (found.isEmpty() || !links.isLink(found.get().id(), key))
            return ended(response, NOT_THERE, "outside.guest.none", "", say, model);
        if (links.isHere(found.get().id(), browser))
            return LocalPage.redirect("/guest/" + found.get().id());
        model.addAttribute("say", say);
        model.addAttribute("guest", found.get());
        model.addAttribute("key", key);
        model.addAttribute("host", visit.host(found.get(), say));
        return "outside/open";
    }

    @PostMapping(OPEN)
    String open(
            @RequestParam(defaultValue = "") String guest,
            @RequestParam(defaultValue = "") String key,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        var found = GuestForm.id(guest).flatMap(visit::find).orElse(null);
        if (found == null) return ended(response, NOT_THERE, "outside.guest.none", "", say, model);
        if (found.state() != Guest.State.OPENED && !visit.mayBeOpened(found))
            return ended(response, GONE, "outside.guest." + found.state(), "", say, model);
        var own = links.browser(browser);
        switch (links.open(found.id(), key, own)) {
            case NONE -> {
                return ended(response, NOT_THERE, "outside.guest.none", "", say, model);
            }
            case ELSEWHERE -> {
                visit.tried(found);
                return ended(response, GONE, "outside.guest.elsewhere", "", say, model);
            }
            case HERE -> visit.opened(found);
        }
        links.give(own, request, response);
        return LocalPage.redirect("/guest/" + found.id());
    }

    @GetMapping("/guest/{id}")
    String page(
            @PathVariable UUID id,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletResponse response,
            Say say,
            Model model) {
        var guest = here(id, browser);
        if (guest.isEmpty()) return ended(response, NOT_THERE, "outside.guest.none", "", say, model);
        return page(guest.get(), Typed.NOTHING, response, say, model);
    }

    private String page(Guest guest, Typed typed, HttpServletResponse response, Say say, Model model) {
        var words = typed.value(NOTE, "text");
        var why = visit.whyNot(guest);
        if (why != null) return ended(response, GONE, why, words, say, model);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("say", say);
        model.addAttribute("guest", guest);
        model.addAttribute("sees", visit.sees(guest, say));
        var key = new FormKey(UUID.randomUUID().toString(), "");
        model.addAttribute("form", new Form(NOTE, "/guest/" + guest.id(), key, typed));
        return "outside/guest";
    }

    @PostMapping("/guest/{id}/notes")
    String say(
            @PathVariable UUID id,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        var text = request.getParameter("text");
        var guest = here(id, browser).orElse(null);
        if (guest == null)
            return ended(response, NOT_THERE, "outside.guest.none", text == null ? "" : text, say, model);
        try {
            if (!flood.lets(id.toString())) throw new TooFast();
            visit.say(guest, text, GuestForm.once(request));
            return LocalPage.redirect("/guest/" + id);
        } catch (Refused no) {
            response.setStatus(no.status());
            return page(guest, GuestForm.refused(NOTE, request, no, say), response, say, model);
        }
    }

    private static final class TooFast extends Refused {
        private static final long serialVersionUID = 1L;

        TooFast() {
            super("outside.too-fast");
        }

        @Override
        public int status() {
            return 429;
        }
    }

    @PostMapping("/guest/{id}/acknowledgement")
    String acknowledge(
            @PathVariable UUID id,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletResponse response,
            Say say,
            Model model) {
        var guest = here(id, browser);
        if (guest.isEmpty()) return ended(response, NOT_THERE, "outside.guest.none", "", say, model);
        var why = visit.whyNot(guest.get());
        if (why != null) return ended(response, GONE, why, "", say, model);
        visit.acknowledge(guest.get());
        return LocalPage.redirect("/guest/" + id);
    }

    private Optional<Guest> here(UUID id, @Nullable String browser) {
        return links.isHere(id, browser) ? visit.find(id) : Optional.empty();
    }

    /** @param written what was typed and could not be taken: it is shown, to be copied */
    private static String ended(
            HttpServletResponse response, int status, String why, String written, Say say, Model model) {
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("say", say);
        model.addAttribute("why", say.text(why));
        model.addAttribute("written", written);
        return "outside/ended";
    }
}
