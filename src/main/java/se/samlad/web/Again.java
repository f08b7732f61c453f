package se.samlad.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A refused form's page once more, with what was typed. The page is named by the form itself, so it is asked for as by a
 * GET of the same person; only a page that has the form answers, else what was written stands on a page of its own.
 */
final class Again implements HandlerInterceptor {

    private static final String OTHERWISE = "samlad.otherwise";

    /** Says the same on a page of its own. */
    interface Otherwise {
        void say() throws IOException;
    }

    /** Whether a form was sent, by somebody who has signed in, from a page that may be shown again. */
    static boolean isAskedFor(HttpServletRequest request) {
        var page = request.getParameter("page");
        return "POST".equals(request.getMethod())
                && page != null
                && LocalPage.is(page)
                && Asking.signedIn().isPresent();
    }

    /** @param otherwise for where the page is none, is no longer there, or has no such form */
    static void show(
            HttpServletRequest request, HttpServletResponse response, int status, String why, Otherwise otherwise)
            throws IOException, ServletException {
        var typed = new HashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
        if (status != 503) typed.remove("once"); // nobody knows whether it was recorded: the same key makes it once
        var form = request.getParameter("form");
        var page = LocalPage.of(request.getParameter("page"));
        request.setAttribute(Typed.ATTRIBUTE, new Typed(form == null ? "" : form, typed, why));
        request.setAttribute(OTHERWISE, otherwise);
        response.setStatus(status);
        request.getRequestDispatcher(page).forward(new AsGet(request, page), response);
    }

    /** True where a refused form's page could not be shown, and the same was said otherwise. */
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
