package se.samlad.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** The API's answer to an error (RFC 9457). */
public final class Problem {

    public static final String TYPE = "application/problem+json;charset=UTF-8";
    private static final JsonMapper JSON = new JsonMapper();

    private Problem() {}

    /** @param key the text's key, by which programs identify the error */
    public static byte[] of(int status, String key, String text) {
        return JSON.writeValueAsBytes(members(status, key, text));
    }

    /**
     * With the field that must be corrected, and with both versions of a text that was changed meanwhile: {@code
     * drawnFrom} and {@code now}, each with the id of its entry and its fields.
     */
    static byte[] of(Told what, String text) {
        var members = members(what.status(), what.key(), text);
        if (what.field() != null) members.put("field", what.field());
        var meanwhile = what.meanwhile();
        if (meanwhile != null) {
            members.put("drawnFrom", version(meanwhile.drawnFrom(), meanwhile.before()));
            members.put("now", version(meanwhile.now(), meanwhile.after()));
        }
        return JSON.writeValueAsBytes(members);
    }

    private static Map<String, Object> version(UUID entry, List<Worded.Field> fields) {
        return Map.of("id", entry.toString(), "fields", Meanwhile.texts(fields));
    }

    private static Map<String, Object> members(int status, String key, String text) {
        var reason = HttpStatus.resolve(status);
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "about:blank");
        members.put("status", status);
        members.put("title", reason == null ? "" : reason.getReasonPhrase());
        members.put("detail", text);
        members.put("code", key);
        return members;
    }
}
