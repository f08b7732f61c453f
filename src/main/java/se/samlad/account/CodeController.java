package se.samlad.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samlad.credential.Accounts;
import se.samlad.credential.CodeApp;
import se.samlad.credential.SignIns;
import se.samlad.credential.SignIns.How;
import se.samlad.session.Entering;
import se.samlad.web.Asking;
import se.samlad.web.LocalPage;
import se.samlad.web.Proved;
import se.samlad.web.Say;

/** The second step of signing in, a code; and proving again who one is before something grave. */
@Controller
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CodeController {

    static final String CODE = "/sign-in/code";
    static final String AGAIN = "/sign-in/again";

    private static final String HALF = "samlad.half";
    private static final Duration HALF_FOR = Duration.ofMinutes(10);

    /** The password was right, and the account gives a code too. */
    static final class CodeNeeded extends AccountStatusException {
        private final String account;

        CodeNeeded(String account) {
            super("code needed");
            this.account = account;
        }

        String account() {
            return account;
        }
    }

    private final Accounts accounts;
    private final CodeApp codes;
    private final SignIns signIns;
    private final PasswordEncoder passwords;
    private final Entering entering;
    private final Guesses guesses;
    private final PendingForms pending;
    private final Asking asking;
    private final Clock clock;
    private final Security.Parts parts;

    CodeController(Security.Parts parts, SignIns signIns, PasswordEncoder passwords, Asking asking, Clock clock) {
        this.accounts = parts.accounts();
        this.codes = parts.codes();
        this.signIns = signIns;
        this.passwords = passwords;
        this.entering = parts.entering();
        this.guesses = parts.guesses();
        this.pending = parts.pending();
        this.asking = asking;
        this.clock = clock;
        this.parts = parts;
    }

    /** Remembers in a fresh session that the password was right, for a short time. */
    static void passwordWasRight(HttpServletRequest request, String account) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(HALF, account + " " + System.currentTimeMillis());
    }

    private Optional<String> half(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(HALF) instanceof String half)) return Optional.empty();
        var parts = half.split(" ", 2);
        boolean fresh = clock.millis() - Long.parseLong(parts[1]) < HALF_FOR.toMillis();
        return fresh ? Optional.of(parts[0]) : Optional.empty();
    }

    @GetMapping(CODE)
    String code(@RequestParam(defaultValue = "/") String to, HttpServletRequest request, Say say, Model model) {
        if (half(request.getSession(false)).isEmpty())
            return LocalPage.redirect("/sign-in?to="
                    + java.net.URLEncoder.encode(LocalPage.of(to), java.nio.charset.StandardCharsets.UTF_8));
        return page(model, say, CODE, to, "");
    }

    @PostMapping(CODE)
    String enter(
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        var account = half(request.getSession(false));
        if (account.isEmpty()) return LocalPage.redirect("/sign-in?late");
        var why = why(request, account.get(), say, () -> codes.matches(account.get(), code));
        if (why.isPresent()) return refused(response, model, say, CODE, to, why.get());
        request.getSession().removeAttribute(HALF);
        var instead = parts.instead(request, account.get(), How.CODE);
        if (instead.isPresent()) return "redirect:" + instead.get();
        entering.enter(request, response, account.get(), How.CODE);
        return "redirect:" + Security.next(request, pending);
    }

    @GetMapping(AGAIN)
    String again(@RequestParam(defaultValue = "/") String to, Say say, Model model) {
        return page(model, say, AGAIN, to, "");
    }

    @PostMapping(AGAIN)
    String proved(
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        var account = asking.account().orElseThrow();
        var why = why(request, account, say, () -> isRight(account, password, code));
        if (why.isPresent()) return refused(response, model, say, AGAIN, to, why.get());
        entering.proved(request);
        return "redirect:" + Security.next(request, pending);
    }

    private boolean isRight(String account, String password, String code) {
        var known = accounts.loadUserByUsername(account);
        return accounts.hasPassword(account)
                && passwords.matches(password, known.getPassword())
                && (!codes.isUsedBy(account) || codes.matches(account, code));
    }

    private Optional<String> why(
            HttpServletRequest request, String account, Say say, java.util.function.BooleanSupplier right) {
        long seconds = guesses.take(request.getRemoteAddr(), account);
        if (seconds > 0) return Optional.of(say.text("sign-in.wait", seconds));
        if (!right.getAsBoolean()) return Optional.of(say.text("code.wrong"));
        guesses.wasRight(request.getRemoteAddr(), account);
        return Optional.empty();
    }

    private String refused(HttpServletResponse response, Model model, Say say, String action, String to, String why) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(model, say, action, to, why);
    }

    private String page(Model model, Say say, String action, String to, String why) {
        model.addAttribute("say", say);
        model.addAttribute("action", action);
        model.addAttribute("to", LocalPage.of(to));
        model.addAttribute("why", why);
        var account = asking.account();
        model.addAttribute("means", account.map(signIns::means).orElse(null));
        model.addAttribute(
                "own",
                account.flatMap(who -> parts.own().of(who, say.language())).orElse(null));
        return "account/code";
    }

    /** Something grave was sent a long time after its sender proved who it is: it waits until that is done again. */
    @ExceptionHandler
    ModelAndView again(Proved.ProveAgain no, HttpServletRequest request, HttpServletResponse response) {
        var form = PendingForms.sent(request, request.getRequestURI());
        boolean kept = pending.keep(form, request, response);
        var page = new ModelAndView(
                "redirect:" + AGAIN + "?to="
                        + java.net.URLEncoder.encode(form.page(), java.nio.charset.StandardCharsets.UTF_8)
                        + (kept ? "" : "&lost"),
                Map.of());
        page.setStatus(HttpStatus.SEE_OTHER);
        return Objects.requireNonNull(page);
    }
}
