package se.samlad.web;

import org.jspecify.annotations.Nullable;

/**
 * One form on a page, for the components below {@code web}: what it is called, where it stands, and what was typed into it
 * where it was refused.
 *
 * @param name unique on the page
 * @param page the address of the page that it stands on
 */
public record Form(String name, String page, FormKey key, Typed typed) {

    /** Another form on the same page. */
    public Form named(String other) {
        return new Form(other, page, key, typed);
    }

    /** The id of the form's element for a field. */
    public String id(String field) {
        return name + "-" + field;
    }

    /** What was typed into the field, or nothing. */
    public String value(String field) {
        return typed.value(name, field);
    }

    /** What was typed into the field, else the other. */
    public String value(String field, @Nullable String otherwise) {
        return typed.value(name, field, otherwise == null ? "" : otherwise);
    }

    /** Whether it comes back after it was refused. */
    public boolean isRefused() {
        return typed.error(name) != null;
    }

    /** Whether the value was chosen, where the form was refused; else whether it is chosen to begin with. */
    public boolean chosen(String field, String value, boolean first) {
        return isRefused() ? typed.chosen(name, field, value) : first;
    }
}
