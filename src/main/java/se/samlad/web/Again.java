package se.samlad.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Shows the page of a refused form again, with what was typed. The form names its page, which is rendered as for a GET
 * by the same person. If that page does not contain the form, what was typed is shown on a page of its own.
 */
final class Again implements HandlerInterceptor {

    private static final String OTHERWISE = "samlad.otherwise";

    /** Answers the same refusal on a page of its own. */
    interface Otherwise {
        void say() throws IOException;
    }

    /** Whether a signed-in person sent a form from a page that may be shown again. */
    static boolean isAskedFor(HttpServletRequest request) {
        var page = request.getParameter("page");
        return "POST".equals(request.getMethod())
                && page != null
                && LocalPage.is(page)
                && Asking.signedIn().isPresent();
    }

    /** Why the form was refused. @param field as in {@link Typed} @param meanwhile as in {@link Typed} */
    record Why(
            String text, @Nullable String field, @Nullable Meanwhile meanwhile) {}

    /** @param otherwise answers if the page does not exist, exists no longer, or lacks the form */
    static void show(HttpServletRequest request, HttpServletResponse response, int status, Why why, Otherwise otherwise)
            throws IOException, ServletException {
        var typed = Typed.values(request);
        if (status != 503) typed.remove("once"); // after 503 it may be recorded already
        var form = request.getParameter("form");
        var page = LocalPage.of(request.getParameter("page"));
        request.setAttribute(
                Typed.ATTRIBUTE, new Typed(form == null ? "" : form, typed, why.text(), why.field(), why.meanwhile()));
        request.setAttribute(OTHERWISE, otherwise);
        response.setStatus(status);
        request.getRequestDispatcher(page).forward(new AsGet(request, page), response);
    }

    /** Whether the form's page could not be shown, so that the refusal was answered on a page of its own. */
    static boolean isSaidOtherwise(HttpServletRequest request) throws IOException {
        if (!(request.getAttribute(OTHERWISE) instanceof Otherwise otherwise)) return false;
        request.removeAttribute(OTHERWISE);
        otherwise.say();
        return true;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        return isPage(handler) || !isSaidOtherwise(request);
    }

    private static boolean isPage(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> Frame.class.isAssignableFrom(parameter.getParameterType()));
    }
}
