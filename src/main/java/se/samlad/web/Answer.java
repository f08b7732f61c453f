package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.samlad.journal.Recorded;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the answer of a verb. A program gets 201 with id and cursor. A person is redirected (303) to the page that the
 * verb names, or else to the page of the form, which gives the receipt of what was sent.
 */
final class Answer implements HandlerMethodReturnValueHandler {

    private final ReadYourWrites readYourWrites;
    private final JsonMapper json;

    Answer(ReadYourWrites readYourWrites, JsonMapper json) {
        this.readYourWrites = readYourWrites;
        this.json = json;
    }

    static boolean isVerbs(Class<?> returned) {
        return returned == Recorded.class || returned == Done.class;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return isVerbs(returned.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter returned, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        var request = web.getNativeRequest(HttpServletRequest.class);
        var response = web.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null) throw new IllegalStateException("no HTTP request");
        container.setRequestHandled(true);
        switch (value) {
            case Recorded recorded -> answer(request, response, recorded, request.getParameter("page"));
            case Done done -> answer(request, response, done.recorded(), done.page());
            case null, default -> throw new IllegalStateException("a verb has recorded nothing");
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, Recorded recorded, @Nullable String page)
            throws IOException {
        if (Errors.isApi(request)) {
            response.setStatus(HttpServletResponse.SC_CREATED);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(Created.of(recorded)));
            return;
        }
        readYourWrites.remember(recorded, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", LocalPage.after(page, recorded.id()));
    }
}
