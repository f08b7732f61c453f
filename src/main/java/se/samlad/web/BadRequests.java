package se.samlad.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Answers requests that the server refuses before any handler, such as one with NUL in its path, in the API's form for
 * errors.
 */
@Component
class BadRequests extends ErrorHandler implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private final Languages languages;

    BadRequests(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setErrorHandler(this));
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var asked = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        var text = languages.in(Languages.chosen(null, asked)).text("error.request");
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, Problem.TYPE)
                .put(HttpHeader.CONNECTION, "close"); // where the next request begins is unknown
        response.write(true, ByteBuffer.wrap(Problem.of(status, "error.request", text)), callback);
    }
}
