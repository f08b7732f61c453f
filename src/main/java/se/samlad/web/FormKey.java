package se.samlad.web;

import java.util.Set;

/**
 * The hidden fields that every form for a verb carries.
 *
 * @param once the idempotency key: the form is recorded once, however often it is sent
 * @param as the id of the function for which the form was rendered; empty: none
 */
public record FormKey(String once, String as) {

    /** The field with the function for which the form was rendered. */
    public static final String AS = "as";
    /** The field with the function that the person chose to act in, from this form on. */
    public static final String ACT_AS = "act-as";

    /** The field with the version that the form was drawn from: the id of the entry that last changed its text. */
    public static final String DRAWN = "drawn";

    /** The field of a form that was stored until its sender had signed in. */
    public static final String PENDING = "pending";

    /** Fields outside the request's digest: two requests that differ only in these are the same. */
    static final Set<String> BESIDE = Set.of("page", "once", AS, ACT_AS, DRAWN, PENDING);

    /** Whether the field is one that every form carries. */
    static boolean isBeside(String field) {
        return field.equals("form") || BESIDE.contains(field);
    }

    /** Fields that people choose from a list; their values are codes. */
    private static final Set<String> CHOSEN = Set.of(
            "kind",
            "account",
            "back",
            "every",
            "look",
            "over",
            "then",
            "whole",
            "share",
            "audience",
            "actor",
            "actors",
            "affected",
            "area",
            "callIn",
            "certainty",
            "channels",
            "concern",
            "exercise",
            "few",
            "forum",
            "function",
            "ground",
            "incident",
            "level",
            "measure",
            "nothingNew",
            "phase",
            "prepared",
            "release",
            "replaces",
            "room",
            "stance",
            "state",
            "status",
            "sure",
            "tlp",
            "to",
            "warning");

    /** Whether people type the field. Such text is shown again if the form could not be processed. */
    public static boolean isInWords(String field) {
        return !isBeside(field) && !CHOSEN.contains(field.substring(field.lastIndexOf('.') + 1));
    }
}
