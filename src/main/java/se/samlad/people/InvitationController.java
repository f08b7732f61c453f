package se.samlad.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.account.Arriving;
import se.samlad.actor.Actors;
import se.samlad.credential.SignIns.How;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.web.Say;

/**
 * The page behind an invitation's link, for people who have no account yet. A link is used by a press, never by being
 * opened, since programs open links too.
 */
@Controller
public class InvitationController {

    private final People people;
    private final Links links;
    private final Actors actors;
    private final Arriving arriving;
    private final Mailing mailing;

    InvitationController(People people, Links links, Actors actors, Arriving arriving, Mailing mailing) {
        this.people = people;
        this.links = links;
        this.actors = actors;
        this.arriving = arriving;
        this.mailing = mailing;
    }

    @GetMapping("/invitation")
    String page(@RequestParam(defaultValue = "") String key, HttpServletResponse response, Say say, Model model) {
        return page(key, null, response, say, model);
    }

    private String page(String key, @Nullable Refused no, HttpServletResponse response, Say say, Model model) {
        model.addAttribute("say", say);
        var invitation = links.open(key);
        if (invitation.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return "people/invitation-over";
        }
        var to = invitation.get();
        model.addAttribute("key", key);
        model.addAttribute("actor", actors.get(to.actor()));
        model.addAttribute(
                "function", people.functions().find(to.actor(), to.function()).orElse(null));
        model.addAttribute("invitation", new Shown(to.from(), to.until(), to.validUntil()));
        model.addAttribute(
                "whom", to.account() == null ? null : arriving.persons().nameOf(to.account()));
        model.addAttribute(
                "signedIn",
                arriving.asking().account().map(arriving.persons()::nameOf).orElse(null));
        model.addAttribute(
                "address", mailing.find(to.id()).map(Mailing.Sent::address).orElse(""));
        if (no != null) {
            response.setStatus(no.status());
            model.addAttribute("wrong", no.field().orElse(""));
            model.addAttribute("why", say.text(no.key(), no.details()));
        }
        return "people/invitation";
    }

    /** Read by the template. */
    public record Shown(
            java.time.@Nullable Instant from, java.time.@Nullable Instant until, java.time.Instant validUntil) {}

    @PostMapping("/invitation")
    String accept(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String by,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        var open = links.open(key);
        if (open.isEmpty()) return page(key, null, response, say, model);
        var invitation = open.get();
        try {
            if (invitation.isWayIn()) {
                people.useWayIn(invitation, once());
                arriving.entering().enter(request, response, String.valueOf(invitation.account()), How.LINK);
                return "redirect:/me?new";
            }
            var account = arriving.asking().account();
            if (by.equals("account") && account.isPresent()) {
                people.accept(invitation, account.get(), once());
                mailing.forget(invitation.id());
                return "redirect:/";
            }
            var fresh = begin(invitation, name, address, by.equals("passkey") ? null : password);
            mailing.forget(invitation.id());
            arriving.entering().enter(request, response, fresh, How.LINK);
            return by.equals("passkey") ? "redirect:/me?first" : "redirect:/me?new";
        } catch (Refused no) {
            model.addAttribute("name", name);
            model.addAttribute("typedAddress", address);
            if (no.key().equals("invitation.over")) return page("", null, response, say, model);
            return page(key, no, response, say, model);
        }
    }

    private static Once once() {
        return new Once(UUID.randomUUID(), "invitation");
    }

    /**
     * Refuses mistakes before anything is recorded. The journal decides who of two is the first, and only then is there
     * an account.
     */
    private String begin(Invitation invitation, String name, String address, @Nullable String password) {
        var newcomer = arriving.newcomer(name, address, password);
        people.accept(invitation, newcomer.account(), once());
        arriving.admit(newcomer);
        return newcomer.account();
    }
}
