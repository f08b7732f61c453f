package se.samlad.oidc;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.access.Functions;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.credential.OwnSignIns;
import se.samlad.credential.SignIns;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.live.Shell;
import se.samlad.web.Nothing;
import se.samlad.web.Proved;

/** An actor's administrators set up its own sign-in. It decides who gets in, so it is grave. */
@Controller
class SettingController {

    /** As the API tells it; the secret is told nobody. */
    record Told(
            UUID version,
            String issuer,
            String client,
            String accountClaim,
            @Nullable String functionClaim,
            boolean administers,
            boolean required) {}

    private final Journal journal;
    private final Actors actors;
    private final OwnSignIns accounts;
    private final SignIns signIns;

    SettingController(Journal journal, Actors actors, OwnSignIns accounts, SignIns signIns) {
        this.journal = journal;
        this.actors = actors;
        this.accounts = accounts;
        this.signIns = signIns;
    }

    private Settings settings() {
        return journal.across(Settings.ACROSS);
    }

    @GetMapping("/actors/{code}/sign-in")
    String page(@PathVariable String code, Shell shell, Acting by, Model model) {
        model.addAttribute("actor", actors.get(code));
        SettingUp.mustAdminister(by, code);
        var setting = settings().of(code);
        model.addAttribute("setting", setting.map(Settings.Setting::said).orElse(null));
        model.addAttribute("drawn", setting.map(Settings.Setting::entry).orElse(null));
        model.addAttribute("hasSecret", accounts.secret(code).isPresent());
        return "oidc/setting";
    }

    @GetMapping("/api/actors/{code}/sign-in")
    @ResponseBody
    Told told(@PathVariable String code, Acting by) {
        actors.get(code);
        SettingUp.mustAdminister(by, code);
        var setting = settings().of(code).orElseThrow(se.samlad.access.NotThere::new);
        var said = setting.said();
        return new Told(
                setting.entry(),
                said.issuer(),
                said.client(),
                said.accountClaim(),
                said.functionClaim(),
                said.administers(),
                said.required());
    }

    @PostMapping("/api/actors/{code}/sign-in")
    @ResponseBody
    Recorded set(
            @PathVariable String code,
            @RequestBody SettingUp.Asked asked,
            DrawnFrom from,
            Acting by,
            Once once,
            Proved proved) {
        proved.recently();
        actors.get(code);
        SettingUp.mustAdminister(by, code);
        boolean hasPasskey = signIns.means(by.account()).passkeys() > 0;
        var recorded = by.record(journal, once, facing -> {
            facing.guard(Functions.stream(code));
            from.mustBe(settings().of(code).map(Settings.Setting::entry).orElse(null));
            return drafts(code, SettingUp.set(code, asked, hasPasskey));
        });
        if (asked.secret() != null) accounts.keepSecret(code, asked.secret().strip());
        return Objects.requireNonNull(recorded);
    }

    @PostMapping("/api/actors/{code}/sign-in/removal")
    @ResponseBody
    Recorded remove(@PathVariable String code, @RequestBody Nothing nothing, Acting by, Once once, Proved proved) {
        proved.recently();
        SettingUp.mustAdminister(by, code);
        var recorded = by.record(journal, once, facing -> {
            facing.guard(Functions.stream(code));
            if (settings().of(code).isEmpty()) throw new Refused("oidc.none");
            return drafts(code, new OidcFact.SignInRemoved(code));
        });
        accounts.keepSecret(code, null);
        return recorded;
    }

    /** It decides who gets in, so its subject is that of the actor's functions. */
    private static java.util.List<Draft> drafts(String actor, OidcFact fact) {
        var stream = Functions.stream(actor);
        return java.util.List.of(Draft.on(stream, stream, fact, Labels.of("admin:" + actor)));
    }
}
