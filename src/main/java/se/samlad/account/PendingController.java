package se.samlad.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.samlad.access.NotThere;
import se.samlad.actor.Actors;
import se.samlad.live.Shell;
import se.samlad.session.OwnSignIn;
import se.samlad.web.FormKey;
import se.samlad.web.LocalPage;
import se.samlad.web.Say;

/**
 * Keeps forms that were sent after their session had ended. Such a form waits on the server while its sender signs in.
 * It is sent when the same account confirms it, on a page that shows what it does and in whose name.
 * {@code web.Origins} has already checked that it came from a page of ours.
 */
@Controller
public class PendingController implements HandlerInterceptor, WebMvcConfigurer {

    static final String SIGN_IN = "/sign-in/pending";
    static final String CONFIRM = "/sign-in/confirm";

    /** A pending form in the reader's language. Read by the template. */
    public record Waiting(
            UUID id, String act, String action, String page, Map<String, List<String>> fields, List<String> written) {

        static Waiting of(PendingForms.Form form, Say say) {
            return new Waiting(
                    form.id(), say.text(form.act()), form.action(), form.page(), form.fields(), form.written());
        }
    }

    private final PendingForms pending;
    private final OwnSignIn own;
    private final Actors actors;

    PendingController(Security.Parts parts, Actors actors) {
        this.pending = parts.pending();
        this.own = parts.own();
        this.actors = actors;
    }

    /** The sign-in page for a form that needs signing in; the request is forwarded here. */
    @PostMapping(SIGN_IN)
    String signIn(HttpServletRequest request, HttpServletResponse response, Say say, Model model) {
        if (request.getDispatcherType() != DispatcherType.FORWARD) throw new NotThere();
        var form =
                PendingForms.sent(request, String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)));
        boolean known = say.has(form.act());
        model.addAttribute("say", say);
        model.addAttribute("region", actors.region().name(say.language()));
        model.addAttribute("to", form.page());
        model.addAttribute("wrong", false);
        model.addAttribute("out", false);
        model.addAttribute("offered", List.of());
        model.addAttribute("own", own.offered(request, say.language()));
        if (known) {
            model.addAttribute("pending", pending.keep(form, request, response) ? "pending.kept" : "pending.not-kept");
            model.addAttribute("written", form.written());
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return "account/sign-in";
    }

    /** After signing in: shows what was written, what the form does and in whose name; one press sends it. */
    @GetMapping(CONFIRM)
    String confirm(@RequestParam(defaultValue = "/") String to, HttpServletRequest request, Shell shell, Model model) {
        var waiting = pending.of(request, shell.viewer().account());
        if (waiting.isEmpty()) return LocalPage.redirect(to);
        model.addAttribute("to", LocalPage.of(to));
        model.addAttribute(
                "waiting",
                waiting.stream().map(form -> Waiting.of(form, shell.say())).toList());
        return "account/confirm";
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Forgets a pending form that has now been sent. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception why) {
        if (request.getMethod().equals("POST") && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST)
            pending.forget(request.getParameter(FormKey.PENDING), request);
    }

    /** Forgets a pending form that its sender does not want. */
    @PostMapping(CONFIRM)
    String drop(HttpServletRequest request) {
        pending.forget(request.getParameter(FormKey.PENDING), request);
        return LocalPage.redirect(CONFIRM);
    }
}
