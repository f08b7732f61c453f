package se.samlad.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.samlad.access.Function;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.live.Streams;
import se.samlad.web.Asking;
import se.samlad.web.Errors;
import se.samlad.web.FormKey;
import se.samlad.web.LocalPage;
import se.samlad.web.Sent;
import se.samlad.web.WhichFunction;

/**
 * Keeps a form from acting as another function than the one it was rendered for: the person is asked which to use, and
 * what was written is kept.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Choosing implements HandlerInterceptor, WebMvcConfigurer {

    /** A function to choose, in the reader's words. Read by the template. */
    public record Choice(String id, String title, String actor) {}

    private final Asking asking;
    private final Viewers viewers;
    private final Actors actors;
    private final Streams streams;
    private final Errors errors;

    Choosing(Asking asking, Viewers viewers, Actors actors, Streams streams, Errors errors) {
        this.asking = asking;
        this.viewers = viewers;
        this.actors = actors;
        this.streams = streams;
        this.errors = errors;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!isForm(request) || asking.account().isEmpty()) return true;
        var said = request.getParameter(FormKey.ACT_AS);
        var drawn = request.getParameter(FormKey.AS);
        if (said != null) actAs(request, said);
        else if (drawn != null && !drawn.equals(acting(request))) throw WhichFunction.drawnFor(drawn);
        return true;
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !request.getRequestURI().startsWith("/api/")
                && !request.getRequestURI().equals("/error");
    }

    private String acting(HttpServletRequest request) {
        return asking.viewer(request).function().map(Function::id).orElse("");
    }

    /** Switches the session to another of the account's functions; the session's open streams end. */
    void actAs(HttpServletRequest request, String function) {
        asking.choose(request, function);
        streams.sessionChanged(request.getSession().getId());
    }

    @ExceptionHandler
    @Nullable
    ModelAndView which(
            WhichFunction no, HttpServletRequest request, HttpServletResponse response, se.samlad.web.Say say)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            errors.notHeld(request, response, no.function());
            return null;
        }
        var own = viewers.functionsOf(asking.account().orElse(""));
        var sent = Sent.of(request);
        var acting = no.isHeld() ? acting(request) : "";
        var offered = own.stream()
                .filter(f -> !no.isHeld() || f.id().equals(acting) || f.id().equals(no.function()))
                .map(f -> new Choice(f.id(), f.title(say.language()), actors.shortName(f.actor(), say.language())))
                .toList();
        var named = viewers.functions().byId().get(no.function());
        var text = say.text(
                no.isHeld() ? "which.drawn-for" : "which.not-held",
                named == null
                        ? no.function()
                        : named.title(say.language()) + ", " + actors.shortName(named.actor(), say.language()));
        var page = new ModelAndView("account/which", Map.of("say", say, "text", text, "offered", offered));
        page.addObject("sent", withoutWhom(sent));
        page.addObject("account", asking.account().orElse(""));
        page.addObject("page", page(request));
        response.setStatus(no.isHeld() ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_FORBIDDEN);
        return page;
    }

    private static Sent withoutWhom(Sent sent) {
        var fields = sent.fields().entrySet().stream()
                .filter(field -> !List.of(FormKey.AS, FormKey.ACT_AS).contains(field.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) -> one,
                        java.util.LinkedHashMap<String, List<String>>::new));
        return new Sent(sent.action(), fields);
    }

    /** The page that the person was on. */
    private static String page(HttpServletRequest request) {
        if (request.getMethod().equals("POST")) {
            var page = request.getParameter("page");
            return page == null ? "/" : LocalPage.of(page);
        }
        var query = request.getQueryString();
        return LocalPage.of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
