package se.samlad.session;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.web.Say;
import se.samlad.web.Typed;

/** A form that somebody without an account has sent: what was typed into it, and the key by which it is recorded once. */
public final class GuestForm {

    private GuestForm() {}

    /** An id as it stands in a link or a hidden field; empty for anything else. */
    public static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Sent again unchanged it is the same; a form without a key of its own is always a new one. */
    public static Once once(HttpServletRequest request) {
        var body = new StringBuilder(request.getRequestURI());
        request.getParameterMap()
                .forEach((name, each) ->
                        body.append('\n').append(name).append('=').append(String.join(",", each)));
        var digest = UUID.nameUUIDFromBytes(body.toString().getBytes(StandardCharsets.UTF_8));
        return new Once(id(request.getParameter("once")).orElseGet(UUID::randomUUID), digest.toString());
    }

    /** What was typed. @param form its name on the page */
    public static Typed typed(String form, HttpServletRequest request) {
        return new Typed(form, values(request), null, null, null);
    }

    /** What was typed, and in the reader's words why it is refused. */
    public static Typed refused(String form, HttpServletRequest request, Refused why, Say say) {
        var details = why.details().clone();
        // the first detail of a refused text is the name of its field, which is told in words
        if (why.key().startsWith("text.") && details.length > 0) details[0] = say.field(String.valueOf(details[0]));
        return new Typed(
                form, values(request), say.text(why.key(), details), why.field().orElse(null), null);
    }

    private static HashMap<String, List<String>> values(HttpServletRequest request) {
        var values = new HashMap<String, List<String>>();
        request.getParameterMap().forEach((name, each) -> values.put(name, List.of(each)));
        return values;
    }
}
