package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form that could not be processed when it arrived. It can be sent again unchanged, under the same key. */
public record Sent(String action, Map<String, List<String>> fields) {

    public static final Sent NOTHING = new Sent("", Map.of());

    /** The form of the request; {@link #NOTHING} if it is not one of ours. */
    public static Sent of(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod()) || request.getParameter("once") == null) return NOTHING;
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        return new Sent(LocalPage.of(Errors.address(request)), fields);
    }

    /** The same form, drawn from another version of the text that it edits. */
    Sent drawnFrom(String version) {
        var now = new LinkedHashMap<>(fields);
        now.put(FormKey.DRAWN, List.of(version));
        return new Sent(action, now);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The texts that a person typed, judged by the names of the fields. */
    public List<String> written() {
        return fields.entrySet().stream()
                .filter(field -> FormKey.isInWords(field.getKey()))
                .flatMap(field -> field.getValue().stream())
                .filter(text -> !text.isBlank())
                .toList();
    }
}
