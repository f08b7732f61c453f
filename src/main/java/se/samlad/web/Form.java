package se.samlad.web;

import org.jspecify.annotations.Nullable;

/**
 * One form on a page, for the components in the {@code web} templates: its name, its page, and what was typed into it
 * if it was refused.
 *
 * @param name unique on the page
 * @param page the address of the form's page
 */
public record Form(String name, String page, FormKey key, Typed typed) {

    /** Another form on the same page. */
    public Form named(String other) {
        return new Form(other, page, key, typed);
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

    /** Whether the value is selected: as it was sent if the form was refused, else as given. */
    public boolean chosen(String field, String value, boolean first) {
        return isRefused() ? typed.chosen(name, field, value) : first;
    }
}
