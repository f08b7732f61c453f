package se.samlad.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.session.OwnSignIn;
import se.samlad.web.LocalPage;
import se.samlad.web.Say;

/** Signing in, switching function, and choosing the language. */
@Controller
public class SignInController {

    /** A demo account offered on the sign-in page. Read by the template. */
    public record Offered(String account, String title, String actor) {}

    private final Choosing choosing;
    private final PendingForms pending;
    private final OwnSignIn own;
    private final Viewers viewers;
    private final Actors actors;
    private final boolean demo;

    SignInController(
            Choosing choosing,
            Security.Parts parts,
            Viewers viewers,
            Actors actors,
            @Value("${samlad.demo:false}") boolean demo) {
        this.choosing = choosing;
        this.pending = parts.pending();
        this.own = parts.own();
        this.viewers = viewers;
        this.actors = actors;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam(defaultValue = "/") String to, HttpServletRequest request, Say say, Model model) {
        model.addAttribute("say", say);
        model.addAttribute("region", actors.region().name(say.language()));
        model.addAttribute("to", LocalPage.of(to));
        model.addAttribute("wrong", request.getParameter("wrong") != null);
        model.addAttribute("out", request.getParameter("out") != null);
        if (pending.any(request)) model.addAttribute("pending", "pending.kept");
        else if (request.getParameter("kept") != null) model.addAttribute("pending", "sign-in.kept");
        model.addAttribute("own", own.offered(request, say.language()));
        model.addAttribute("why", why(request.getParameter("own"), request.getParameter("at"), say));
        model.addAttribute("offered", demo ? offered(say.language()) : List.of());
        return "account/sign-in";
    }

    /** Why signing in through an organisation came to nothing. Both are from the address, so neither is shown as it is. */
    private String why(@Nullable String reason, @Nullable String actor, Say say) {
        if (reason == null || !reason.matches("[a-z]{1,20}") || !say.has("sign-in.own." + reason)) return "";
        var name = actor != null && actors.exists(actor)
                ? actors.shortName(actor, say.language())
                : say.text("sign-in.own.organisation");
        return say.text("sign-in.own." + reason, name);
    }

    /**
     * The sign-in page after too many mistakes from this address. It says when to try again, never whether the password
     * was right.
     */
    @PostMapping(SigningIn.WAIT)
    String mustWait(
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        if (request.getAttribute(SigningIn.SECONDS) instanceof Long seconds) model.addAttribute("wait", seconds);
        model.addAttribute("account", Objects.requireNonNullElse(request.getParameter("account"), ""));
        return page(to, request, say, model);
    }

    /** The demo's accounts, those who lead first. */
    private List<Offered> offered(String language) {
        Functions functions = viewers.functions();
        var common = actors.common();
        var first = List.of(common.joint(), common.countyBoard());
        return functions.byAccount().keySet().stream()
                .sorted(Comparator.<String>comparingInt(a -> -first.indexOf(actorOf(functions, a)))
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(account -> functions.of(account).stream()
                        .limit(1)
                        .map(f -> new Offered(account, f.title(language), actors.shortName(f.actor(), language))))
                .toList();
    }

    private static String actorOf(Functions functions, String account) {
        return functions.of(account).stream().findFirst().map(Function::actor).orElse("");
    }

    /** Switches to another of the account's functions; the session's open streams end. */
    @PostMapping("/acting")
    String acting(
            @RequestParam String function, @RequestParam(defaultValue = "/") String page, HttpServletRequest request) {
        choosing.actAs(request, function);
        return LocalPage.redirect(page);
    }

    @GetMapping("/language/{language}")
    String language(
            @PathVariable String language,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie = ResponseCookie.from("language", language.equals("en") ? "en" : "sv")
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(java.time.Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return LocalPage.redirect(to);
    }
}
