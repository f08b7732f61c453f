package se.samlad.web;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One form on a page, for the components in the {@code web} templates: its name, its page, and what was typed into it
 * if it was refused.
 *
 * @param name unique on the page
 * @param page the address of the form's page
 * @param drawn the version of the text that the form edits or vouches for, see {@link se.samlad.journal.DrawnFrom};
 *     null: none
 */
public record Form(
        String name,
        String page,
        FormKey key,
        Typed typed,
        @Nullable UUID drawn) {

    /** A form that edits nothing and vouches for nothing. */
    public Form(String name, String page, FormKey key, Typed typed) {
        this(name, page, key, typed, null);
    }

    /** Another form on the same page. */
    public Form named(String other) {
        return new Form(other, page, key, typed);
    }

    /** The same form, which edits or vouches for a text. @param entry the entry that last changed the text; null: there is none yet */
    public Form drawnFrom(@Nullable UUID entry) {
        return new Form(name, page, key, typed, entry);
    }

    /** The value of the hidden field with the version; null: the form has none. */
    public @Nullable String version() {
        return drawn == null ? null : typed.drawn(name, drawn.toString());
    }

    /** The id of the HTML element for a field. */
    public String id(String field) {
        return name + "-" + field;
    }

    /** The text that was typed into the field, or an empty one. */
    public String value(String field) {
        return typed.value(name, field);
    }

    /** The text that was typed into the field, else the given text. */
    public String value(String field, @Nullable String otherwise) {
        return typed.value(name, field, otherwise == null ? "" : otherwise);
    }

    /** Whether this form was refused and is shown again. */
    public boolean isRefused() {
        return typed.error(name) != null;
    }

    /** Whether this form was refused for what the field holds. */
    public boolean isWrong(String field) {
        return field.equals(typed.wrong(name));
    }

    /** For {@code aria-invalid}: {@code true}, or null where the field is right. */
    public @Nullable String invalid(String field) {
        return isWrong(field) ? "true" : null;
    }

    /** The id of the text that says what is wrong with the field, for {@code aria-describedby}; null: nothing is. */
    public @Nullable String why(String field) {
        return isWrong(field) ? idOfWhy(field) : null;
    }

    /** The id of the text that says what is wrong with a field. */
    public String idOfWhy(String field) {
        return id(field) + "-wrong";
    }

    /** Whether this form was refused for what one of the fields holds; a name that ends with a dot is that of a part. */
    public boolean isWrongIn(Iterable<String> fields) {
        var wrong = typed.wrong(name);
        if (wrong == null) return false;
        for (String field : fields)
            if (field.endsWith(".") ? wrong.startsWith(field) : wrong.equals(field)) return true;
        return false;
    }

    /** Whether the value is selected: as it was sent if the form was refused, else as given. */
    public boolean chosen(String field, String value, boolean first) {
        return isRefused() ? typed.chosen(name, field, value) : first;
    }

    /** The form's fields. Rendered beforehand, to know whether the refusal's text stands at one of them. */
    public Fields rendered(Content fields) {
        if (typed.wrong(name) == null) return new Fields(fields, false);
        var html = new StringOutput();
        fields.writeTo(new OwaspHtmlTemplateOutput(html));
        var text = html.toString();
        var id = new StringOutput();
        gg.jte.html.escape.Escape.htmlAttribute(idOfWhy(Objects.requireNonNull(typed.wrong(name))), id);
        return new Fields(output -> output.writeContent(text), text.contains("id=\"" + id + "\""));
    }

    /** @param sayWhy whether one of them says why the form was refused */
    public record Fields(Content content, boolean sayWhy) {}
}
