package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form of ours that came when nothing could be done with it, to be sent again as it was, under the same key. */
public record Sent(String action, Map<String, List<String>> fields) {

    public static final Sent NOTHING = new Sent("", Map.of());

    /** Nothing where it is no form of ours. */
    public static Sent of(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod()) || request.getParameter("once") == null) return NOTHING;
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        return new Sent(LocalPage.of(Errors.address(request)), fields);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** What somebody wrote, as far as it can be told from what the form carries by itself. */
    public List<String> written() {
        return fields.entrySet().stream()
                .filter(field -> FormKey.isInWords(field.getKey()))
                .flatMap(field -> field.getValue().stream())
                .filter(text -> !text.isBlank())
                .toList();
    }
}
