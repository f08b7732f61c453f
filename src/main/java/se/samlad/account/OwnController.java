package se.samlad.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.NotThere;
import se.samlad.credential.Accounts;
import se.samlad.credential.CodeApp;
import se.samlad.credential.PasskeyList;
import se.samlad.credential.PasswordRule;
import se.samlad.credential.Persons;
import se.samlad.credential.SignIns;
import se.samlad.credential.SignIns.How;
import se.samlad.journal.Refused;
import se.samlad.live.Shell;
import se.samlad.session.Entering;
import se.samlad.web.Asking;
import se.samlad.web.LocalPage;
import se.samlad.web.Offer;
import se.samlad.web.Proved;

/**
 * A person's own page: name, what she signs in with, and where she is signed in. A person who changes
 * a way to sign in proves first who she is, and is signed out everywhere else.
 */
@Controller
class OwnController {

    private static final String PAGE = "/me";
    private static final String CODES = "samlad.codes";

    private final Accounts accounts;
    private final Persons persons;
    private final PasswordEncoder passwords;
    private final Entering entering;
    private final Asking asking;
    private final CodeApp codes;
    private final PasskeyList passkeys;
    private final SignIns signIns;

    OwnController(Arriving arriving, CodeApp codes, PasskeyList passkeys, SignIns signIns) {
        this.accounts = arriving.accounts();
        this.persons = arriving.persons();
        this.passwords = arriving.passwords();
        this.entering = arriving.entering();
        this.asking = arriving.asking();
        this.codes = codes;
        this.passkeys = passkeys;
        this.signIns = signIns;
    }

    /** Its door. */
    @Configuration(proxyBeanMethods = false)
    static class Room {
        @Bean
        Offer ownOffer() {
            return Offer.of(new Offer.Door(Offer.Menu.OWN, 5, "me", PAGE));
        }
    }

    @GetMapping(PAGE)
    String page(HttpServletRequest request, Shell shell, Model model) {
        var account = account(); // also of one who has no function yet
        model.addAttribute("person", persons.find(account).orElse(null));
        model.addAttribute("account", account);
        model.addAttribute("means", signIns.means(account));
        model.addAttribute("passkeys", passkeys.of(account));
        model.addAttribute("left", codes.recoveryCodesLeft(account));
        var secret = codes.begun(account).orElse(null);
        model.addAttribute("secret", secret);
        model.addAttribute("qr", secret == null ? null : Qr.of(CodeApp.address(secret, persons.nameOf(account))));
        model.addAttribute("devices", signIns.of(List.of(account)));
        var session = request.getSession(false);
        model.addAttribute("session", session == null ? "" : session.getId());
        model.addAttribute("first", request.getParameter("first") != null);
        model.addAttribute("fresh", request.getParameter("new") != null);
        model.addAttribute("recovery", take(request));
        return "account/me";
    }

    @SuppressWarnings("unchecked")
    private static List<String> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(CODES) instanceof List<?> shown)) return List.of();
        session.removeAttribute(CODES);
        return (List<String>) shown;
    }

    private String account() {
        return asking.account().orElseThrow(NotThere::new);
    }

    @PostMapping(PAGE + "/name")
    String rename(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String address) {
        persons.save(account(), Persons.name(name), Persons.address(address));
        return LocalPage.redirect(PAGE);
    }

    @PostMapping(PAGE + "/password")
    String changePassword(
            @RequestParam(defaultValue = "") String password,
            Proved proved,
            HttpServletRequest request,
            HttpServletResponse response) {
        proved.recently();
        var account = account();
        var person = persons.find(account);
        var address = person.map(Persons.Person::address).orElse("");
        var accepted = PasswordRule.of(
                password, person.map(Persons.Person::name).orElse(account), address == null ? "" : address);
        accounts.changePassword(account, Objects.requireNonNull(passwords.encode(accepted)));
        entering.enter(request, response, account, How.PASSWORD);
        return LocalPage.redirect(PAGE);
    }

    @PostMapping(PAGE + "/code-app/beginning")
    String beginApp(Proved proved) {
        proved.recently();
        codes.begin(account());
        return LocalPage.redirect(PAGE + "#app");
    }

    @PostMapping(PAGE + "/code-app")
    String confirmApp(@RequestParam(defaultValue = "") String code, Proved proved, HttpServletRequest request) {
        proved.recently();
        show(codes.confirm(account(), code), request);
        return LocalPage.redirect(PAGE + "#recovery");
    }

    private static void show(List<String> fresh, HttpServletRequest request) {
        request.getSession().setAttribute(CODES, new java.util.ArrayList<>(fresh));
    }

    @PostMapping(PAGE + "/recovery-codes")
    String newCodes(Proved proved, HttpServletRequest request) {
        proved.recently();
        var account = account();
        if (!codes.isUsedBy(account)) throw new Refused("me.no-app");
        show(codes.newRecoveryCodes(account), request);
        return LocalPage.redirect(PAGE + "#recovery");
    }

    @PostMapping(PAGE + "/code-app/removal")
    String removeApp(Proved proved) {
        proved.recently();
        codes.remove(account());
        return LocalPage.redirect(PAGE);
    }

    /** The last thing to sign in with can't be removed. Sessions that the key opened end. */
    @PostMapping(PAGE + "/passkeys/removal")
    String removeKey(
            @RequestParam(defaultValue = "") String key,
            Proved proved,
            HttpServletRequest request,
            HttpServletResponse response) {
        proved.recently();
        var account = account();
        if (signIns.means(account).passkeys() < 2 && !accounts.hasPassword(account)) throw new Refused("me.last-key");
        if (!passkeys.remove(account, key)) throw new NotThere();
        accounts.signOutEverywhere(account);
        entering.enter(request, response, account, How.PASSKEY);
        return LocalPage.redirect(PAGE);
    }

    /** Ends one of one's own sign-ins, or all but this one. */
    @PostMapping(PAGE + "/sign-outs")
    String signOut(
            @RequestParam(required = false) @Nullable UUID device,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = account();
        if (device == null) {
            accounts.signOutEverywhere(account);
            entering.enter(request, response, account, How.PASSWORD);
            return LocalPage.redirect(PAGE);
        }
        var signIn =
                signIns.find(device).filter(s -> s.account().equals(account)).orElseThrow(NotThere::new);
        entering.end(signIn.session());
        return LocalPage.redirect(PAGE);
    }
}
