package se.samlad.web;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.journal.Changed;
import se.samlad.journal.Outdated;
import se.samlad.journal.Refused;
import se.samlad.journal.Unavailable;
import se.samlad.journal.ViewFailed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Gives every error its status and a text about what to correct. The API gets {@code application/problem+json} (RFC
 * 9457); a form gets its page again with what was typed; all others get a page of their own. Never a stack trace.
 */
@Controller
@ControllerAdvice
public class Errors implements ErrorController {

    public static final String HTML = "text/html;charset=UTF-8";

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private final Languages languages;
    private final Templates templates;
    private final Meantime meantime;

    Errors(Languages languages, Templates templates, Meantime meantime) {
        this.languages = languages;
        this.templates = templates;
        this.meantime = meantime;
    }

    @ExceptionHandler
    void refused(Refused no, HttpServletRequest request, HttpServletResponse response) throws Exception {
        int status = no instanceof NotMandated ? 403 : no.status();
        var meanwhile = no instanceof Outdated o ? meantime.between(o, request, languages.of(request)) : null;
        answer(request, response, new Told(status, no.key(), no.field().orElse(null), meanwhile, no.details()));
    }

    @ExceptionHandler
    void changed(Changed no, HttpServletRequest request, HttpServletResponse response) throws Exception {
        answer(request, response, 409, "error.changed");
    }

    @ExceptionHandler(Unavailable.class)
    void cannotBeDone(Exception no, HttpServletRequest request, HttpServletResponse response) throws Exception {
        away(no, response);
        answer(request, response, 503, key(no));
    }

    private static String key(Exception no) {
        return ViewFailed.isSaidBy(no) ? "error.view-failed" : "error.unavailable";
    }

    @ExceptionHandler({NotThere.class, NoResourceFoundException.class})
    void notThere(Exception no, HttpServletRequest request, HttpServletResponse response) throws Exception {
        var parted = isApi(request) ? Optional.<String>empty() : meantime.parted(request, languages.of(request));
        answer(
                request,
                response,
                parted.map(why -> Told.of(404, "error.parted", why)).orElseGet(() -> Told.of(404, "error.not-there")));
    }

    @ExceptionHandler
    void malformed(Malformed no, HttpServletRequest request, HttpServletResponse response) throws Exception {
        answer(request, response, 400, no.key(), no.details());
    }

    @ExceptionHandler
    void mismatch(TypeMismatchException no, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (no.getMostSpecificCause() instanceof Malformed value) malformed(value, request, response);
        else if (no.getRequiredType() == java.util.UUID.class) answer(request, response, 404, "error.not-there");
        else answer(request, response, 400, "error.value", String.valueOf(no.getPropertyName()));
    }

    @ExceptionHandler
    void missing(MissingServletRequestParameterException no, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        boolean asking = "GET".equals(request.getMethod());
        answer(request, response, asking ? 400 : 422, "error.missing", no.getParameterName());
    }

    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException no, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        switch (no.getCause()) {
            case UnrecognizedPropertyException field ->
                answer(
                        request,
                        response,
                        400,
                        "error.unknown-field",
                        field.getPropertyName(),
                        String.join(
                                ", ",
                                field.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .toList()));
            case JacksonException json
            when !json.getPath().isEmpty() ->
                answer(request, response, new Told(400, "error.field", path(json), null, path(json)));
            case null, default -> answer(request, response, 400, "error.json");
        }
    }

    private static String path(JacksonException json) {
        var path = new StringBuilder();
        for (var step : json.getPath()) {
            if (step.getPropertyName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return path.toString();
    }

    @ExceptionHandler
    void signedOut(AuthenticationException no, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        answer(request, response, 401, "error.sign-in");
    }

    @ExceptionHandler
    void framework(ErrorResponseException no, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        answer(request, response, no.getStatusCode().value(), "error.request");
    }

    @ExceptionHandler
    void anything(Exception no, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (no instanceof org.springframework.web.ErrorResponse known) {
            answer(request, response, known.getStatusCode().value(), "error.request");
            return;
        }
        if (response.isCommitted()) return;
        if (Unavailable.isSaidBy(no)) {
            cannotBeDone(no, request, response);
            return;
        }
        answer(request, response, 500, "error.unexpected", logged(no, request));
    }

    /** For filters, which run before any handler: the database can't be reached. */
    public void unavailable(Exception no, HttpServletRequest request, HttpServletResponse response) throws IOException {
        away(no, response);
        say(request, response, 503, "error.unavailable");
    }

    private static void away(Exception no, HttpServletResponse response) {
        LOG.warn("not available: {}, because: {}", no.getMessage(), String.valueOf(getMostSpecificCause(no)));
        if (!ViewFailed.isSaidBy(no)) response.setHeader("Retry-After", "3"); // a failed view needs a new release
    }

    /** Errors outside handlers: a page that could not be rendered, a request that a filter refused. */
    @RequestMapping("/error")
    void last(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotThere) {
                say(request, response, 404, "error.not-there");
                return;
            }
        }
        if (thrown instanceof Exception e && Unavailable.isSaidBy(e)) {
            away(e, response);
            say(request, response, 503, key(e));
            return;
        }
        if (thrown instanceof Exception e) {
            say(request, response, 500, "error.unexpected", logged(e, request));
            return;
        }
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status == null || status == 404) say(request, response, 404, "error.not-there");
        else say(request, response, status, "error.request");
    }

    /** The request's short reference, which people are shown. */
    private static String logged(Exception no, HttpServletRequest request) {
        LOG.error("{} {}", request.getMethod(), address(request), no);
        return Reference.current();
    }

    /** The request's parameters are unreadable and must not be accessed again. */
    void unreadableForm(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        say(request, response, status, status == 413 ? "error.too-many-fields" : "error.form");
    }

    /** A malformed request (400). */
    void refused(HttpServletRequest request, HttpServletResponse response, String key) throws IOException {
        say(request, response, 400, key);
    }

    public void otherSite(HttpServletRequest request, HttpServletResponse response) throws IOException {
        say(request, response, 403, "error.other-site");
    }

    /** The server is overloaded. Nothing was begun, so the same request may be sent again. */
    public void tryAgain(
            HttpServletRequest request, HttpServletResponse response, int status, String key, Object... details)
            throws IOException {
        request.setAttribute(Reference.SAID, true);
        say(request, response, status, key, details);
    }

    public void notSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        say(request, response, 401, "error.sign-in");
    }

    /** The caller may not do this (403). */
    public void forbidden(HttpServletRequest request, HttpServletResponse response, String key) throws IOException {
        say(request, response, 403, key);
    }

    /** The account asks to act in a function that it does not hold. */
    public void notHeld(HttpServletRequest request, HttpServletResponse response, String function) throws IOException {
        say(request, response, 403, "error.not-held", function);
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, int status, String key, Object... details)
            throws IOException, ServletException {
        answer(request, response, Told.of(status, key, details));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Told what)
            throws IOException, ServletException {
        if (response.isCommitted() || Again.isSaidOtherwise(request)) return;
        if (isApi(request) || !Again.isAskedFor(request) || request.getAttribute(Typed.ATTRIBUTE) != null) {
            say(request, response, what);
            return;
        }
        var why = new Again.Why(what.inWords(languages.of(request)), what.field(), what.meanwhile());
        Again.show(request, response, what.status(), why, () -> say(request, response, what));
    }

    private void say(HttpServletRequest request, HttpServletResponse response, int status, String key, Object... more)
            throws IOException {
        say(request, response, Told.of(status, key, more));
    }

    private void say(HttpServletRequest request, HttpServletResponse response, Told what) throws IOException {
        var say = languages.of(request);
        response.setStatus(what.status());
        if (isApi(request)) {
            response.setContentType(Problem.TYPE);
            response.getOutputStream().write(Problem.of(what, what.text(say)));
            return;
        }
        boolean again = "GET".equals(request.getMethod()) && response.containsHeader("Retry-After");
        response.setContentType(HTML);
        response.getOutputStream().write(ErrorPage.of(templates, say, what, Sent.of(request), again));
    }

    static boolean isApi(HttpServletRequest request) {
        return address(request).startsWith("/api/");
    }

    /** The address of the original request, also after the container's dispatch to the error page. */
    static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }
}
