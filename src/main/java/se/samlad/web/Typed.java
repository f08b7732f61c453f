package se.samlad.web;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was typed into a form that was refused, and why; or nothing. */
public record Typed(
        String form,
        Map<String, List<String>> values,
        @Nullable String error) {

    public static final Typed NOTHING = new Typed("", Map.of(), null);
    static final String ATTRIBUTE = "samlad.typed";
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    /** What the request was refused for, or {@link #NOTHING}. */
    public static Typed of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Typed typed ? typed : NOTHING;
    }

    /** The value of a field of the form, or empty where another form, or none, was refused. */
    public String value(String form, String field) {
        return this.form.equals(form) ? values.getOrDefault(field, List.of("")).getFirst() : "";
    }

    public boolean has(String form, String field) {
        return this.form.equals(form) && values.containsKey(field);
    }

    /** The value that was typed, else the other. */
    public String value(String form, String field, String otherwise) {
        return this.form.equals(form) && values.containsKey(field) ? value(form, field) : otherwise;
    }

    public boolean chosen(String form, String field, String value) {
        return this.form.equals(form) && values.getOrDefault(field, List.of()).contains(value);
    }

    /** The page with the form that was refused having the key it was sent with, where nobody knows what became of it. */
    String withKey(String html) {
        var once = values.getOrDefault("once", List.of()).stream().findFirst().orElse("");
        if (!KEY.matcher(once).matches()) return html;
        var hidden = Pattern.compile(
                "(name=\"form\" value=\"" + Pattern.quote(form)
                        + "\"><input type=\"hidden\" name=\"page\" value=\"[^\"]*\"><input type=\"hidden\" name=\"once\" value=\")[^\"]*");
        return hidden.matcher(html).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + once));
    }

    /** Whether the page has the form that was refused; any page where none was. */
    boolean standsOn(Utf8ByteOutput page) {
        if (this == NOTHING) return true;
        var escaped = new StringOutput();
        Escape.htmlAttribute(form, escaped);
        return !form.isEmpty()
                && new String(page.toByteArray(), StandardCharsets.UTF_8)
                        .contains("name=\"form\" value=\"" + escaped + "\"");
    }

    /** What to mend, for the form that was refused. */
    public @Nullable String error(String form) {
        return this.form.equals(form) ? error : null;
    }
}
