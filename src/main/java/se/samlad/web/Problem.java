package se.samlad.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** The API's answer to an error (RFC 9457). */
public final class Problem {

    public static final String TYPE = "application/problem+json;charset=UTF-8";
    private static final JsonMapper JSON = new JsonMapper();

    private Problem() {}

    /** @param key the text's key, by which programs identify the error */
    public static byte[] of(int status, String key, String text) {
        var reason = HttpStatus.resolve(status);
        return JSON.writeValueAsBytes(Map.of(
                "type",
                "about:blank",
                "status",
                status,
                "title",
                reason == null ? "" : reason.getReasonPhrase(),
                "detail",
                text,
                "code",
                key));
    }
}
