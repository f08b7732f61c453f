package se.samlad.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed into a form that was refused, and why; or nothing. */
public record Typed(
        String form,
        Map<String, List<String>> values,
        @Nullable String error) {

    public static final Typed NOTHING = new Typed("", Map.of(), null);
    static final String ATTRIBUTE = "samlad.typed";

    /** The value of a field of the form, or empty where another form, or none, was refused. */
    public String value(String form, String field) {
        return this.form.equals(form) ? values.getOrDefault(field, List.of("")).getFirst() : "";
    }

    /** The value that was typed, else the other. */
    public String value(String form, String field, String otherwise) {
        return this.form.equals(form) && values.containsKey(field) ? value(form, field) : otherwise;
    }

    public boolean chosen(String form, String field, String value) {
        return this.form.equals(form) && values.getOrDefault(field, List.of()).contains(value);
    }

    /** What to mend, for the form that was refused. */
    public @Nullable String error(String form) {
        return this.form.equals(form) ? error : null;
    }
}
