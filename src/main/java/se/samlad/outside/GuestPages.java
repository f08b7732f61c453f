package se.samlad.outside;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.journal.Refused;
import se.samlad.session.GuestBrowser;
import se.samlad.session.GuestDoor;
import se.samlad.web.LocalPage;
import se.samlad.web.Typed;

/**
 * What a guest meets: the link, which one browser opens, and the forum's page.
 */
@Controller
class GuestPages {

    static final String OPEN = "/guest/open";
    private static final String NOTE = "note";
    private static final GuestDoor DOOR =
            new GuestDoor("outside.ended.title", "outside.guest.", "outside.ended.written");

    private final Visit visit;
    private final Flood flood = new Flood(
            new Flood.Rate(20, Duration.ofSeconds(15)),
            new Flood.Rate(300, Duration.ofSeconds(1)),
            TimeMeter.SYSTEM_NANOTIME);

    GuestPages(Visit visit) {
        this.visit = visit;
    }

    private static String path(UUID guest) {
        return "/guest/" + guest;
    }

    /** Shows whose link it is, and asks to press: looking binds nothing, and a mail's preview opens no link. */
    @GetMapping(OPEN)
    String ask(
            @RequestParam(defaultValue = "") String guest,
            @RequestParam(defaultValue = "") String key,
            GuestBrowser browser) {
        var found = GuestBrowser.id(guest).flatMap(visit::find).orElse(null);
        if (found == null || !browser.hasKey(found.id(), key)) return DOOR.none(browser, "");
        if (browser.isBoundTo(found.id())) return LocalPage.redirect(path(found.id()));
        browser.put("guest", found);
        browser.put("key", key);
        browser.put("host", visit.host(found, browser.say()));
        return "outside/open";
    }

    @PostMapping(OPEN)
    String open(
            @RequestParam(defaultValue = "") String guest,
            @RequestParam(defaultValue = "") String key,
            GuestBrowser browser) {
        var found = GuestBrowser.id(guest).flatMap(visit::find).orElse(null);
        if (found == null) return DOOR.none(browser, "");
        if (found.state() != Guest.State.OPENED && !visit.mayBeOpened(found))
            return DOOR.over(browser, found.state().name(), "");
        return DOOR.open(
                browser, found.id(), key, path(found.id()), () -> visit.opened(found), () -> visit.tried(found));
    }

    @GetMapping("/guest/{id}")
    String page(@PathVariable UUID id, GuestBrowser browser) {
        return here(id, browser)
                .map(guest -> page(guest, Typed.NOTHING, browser))
                .orElseGet(() -> DOOR.none(browser, ""));
    }

    private String page(Guest guest, Typed typed, GuestBrowser browser) {
        var why = visit.whyNot(guest);
        if (why != null) return DOOR.over(browser, why, typed.value(NOTE, "text"));
        browser.put("guest", guest);
        browser.put("sees", visit.sees(guest, browser.say()));
        browser.putForm(NOTE, path(guest.id()), typed);
        return "outside/guest";
    }

    @PostMapping("/guest/{id}/notes")
    String say(@PathVariable UUID id, GuestBrowser browser) {
        var guest = here(id, browser).orElse(null);
        if (guest == null) return DOOR.none(browser, browser.typed(NOTE).value(NOTE, "text"));
        try {
            if (!flood.lets(id.toString())) throw new TooFast();
            visit.say(guest, browser.sent("text"), browser.once());
            return LocalPage.redirect(path(id));
        } catch (Refused no) {
            return page(guest, browser.refused(NOTE, no), browser);
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
    String acknowledge(@PathVariable UUID id, GuestBrowser browser) {
        var guest = here(id, browser).orElse(null);
        if (guest == null) return DOOR.none(browser, "");
        var why = visit.whyNot(guest);
        if (why != null) return DOOR.over(browser, why, "");
        visit.acknowledge(guest);
        return LocalPage.redirect(path(id));
    }

    private Optional<Guest> here(UUID id, GuestBrowser browser) {
        return browser.isBoundTo(id) ? visit.find(id) : Optional.empty();
    }
}
