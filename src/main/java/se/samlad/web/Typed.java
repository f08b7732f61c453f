package se.samlad.web;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Refused;

/**
 * What was typed into a refused form, and why it was refused; or nothing.
 *
 * @param field the field that must be corrected; null: no single one
 * @param meanwhile what others have changed since the form was drawn; null: nothing
 */
public record Typed(
        String form,
        Map<String, List<String>> values,
        @Nullable String error,
        @Nullable String field,
        @Nullable Meanwhile meanwhile) {

    public static final Typed NOTHING = new Typed("", Map.of(), null, null, null);
    static final String ATTRIBUTE = "samlad.typed";
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    /** The refused form of the request, or {@link #NOTHING}. */
    public static Typed of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Typed typed ? typed : NOTHING;
    }

    /** What was sent in the form, which is not refused yet. */
    public static Typed sent(String form, HttpServletRequest request) {
        return new Typed(form, values(request), null, null, null);
    }

    /** What was sent in the form, and in the reader's words why it is refused. */
    public static Typed refused(String form, HttpServletRequest request, Refused why, Say say) {
        var details = why.details().clone();
        // the first detail of a refused text is the name of its field, which is told in words
        if (why.key().startsWith("text.") && details.length > 0) details[0] = say.field(String.valueOf(details[0]));
        return new Typed(
                form, values(request), say.text(why.key(), details), why.field().orElse(null), null);
    }

    /** All that was sent, by the names of the fields. */
    static Map<String, List<String>> values(HttpServletRequest request) {
        var values = new HashMap<String, List<String>>();
        request.getParameterMap().forEach((name, each) -> values.put(name, List.of(each)));
        return values;
    }

    /** The typed value of the form's field; empty if this form was not refused. */
    public String value(String form, String field) {
        return this.form.equals(form) ? values.getOrDefault(field, List.of("")).getFirst() : "";
    }

    public boolean has(String form, String field) {
        return this.form.equals(form) && values.containsKey(field);
    }

    /** The typed value, else the given one. */
    public String value(String form, String field, String otherwise) {
        return this.form.equals(form) && values.containsKey(field) ? value(form, field) : otherwise;
    }

    public boolean chosen(String form, String field, String value) {
        return this.form.equals(form) && values.getOrDefault(field, List.of()).contains(value);
    }

    /**
     * The page with the original idempotency key in the refused form, for when it is unknown whether the form was
     * recorded.
     */
    String withKey(String html) {
        var once = values.getOrDefault("once", List.of()).stream().findFirst().orElse("");
        if (!KEY.matcher(once).matches()) return html;
        var hidden = Pattern.compile(
                "(name=\"form\" value=\"" + Pattern.quote(form)
                        + "\"><input type=\"hidden\" name=\"page\" value=\"[^\"]*\"><input type=\"hidden\" name=\"once\" value=\")[^\"]*");
        return hidden.matcher(html).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + once));
    }

    /** Whether the page contains the refused form; true for every page if no form was refused. */
    boolean standsOn(Utf8ByteOutput page) {
        if (this == NOTHING) return true;
        var escaped = new StringOutput();
        Escape.htmlAttribute(form, escaped);
        return !form.isEmpty()
                && new String(page.toByteArray(), StandardCharsets.UTF_8)
                        .contains("name=\"form\" value=\"" + escaped + "\"");
    }

    /** What others have changed since this form was drawn. */
    public @Nullable Meanwhile meanwhile(String form) {
        return this.form.equals(form) ? meanwhile : null;
    }

    /** The field of the form that must be corrected. */
    public @Nullable String wrong(String form) {
        return this.form.equals(form) ? field : null;
    }

    /**
     * The version that the form is drawn from, for its hidden field. A refused form keeps its own, so that nobody
     * corrects a mistake and by that overwrites what he has not seen; one that was shown what has changed goes on from
     * that.
     *
     * @param now the version that the page shows
     */
    public String drawn(String form, String now) {
        if (!this.form.equals(form)) return now;
        return meanwhile != null ? meanwhile.now().toString() : value(form, FormKey.DRAWN, now);
    }

    /** The refusal's text, if this form was refused. */
    public @Nullable String error(String form) {
        return this.form.equals(form) ? error : null;
    }
}
