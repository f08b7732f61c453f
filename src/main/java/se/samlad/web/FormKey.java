package se.samlad.web;

import java.util.Set;

/**
 * What every form that changes something carries beside what people write in it.
 *
 * @param once the key under which it is recorded once, however often it is sent
 * @param as the id of the function that it was drawn for; empty: nobody's
 */
public record FormKey(String once, String as) {

    /** The field that says whom the form was drawn for. */
    public static final String AS = "as";
    /** The field by which a person says whom to act as from now on, for this form too. */
    public static final String ACT_AS = "act-as";

    /** The field of a form that has waited for its sender to sign in. */
    public static final String PENDING = "pending";

    /** What is no part of what is asked for: with another in these it is the same. */
    static final Set<String> BESIDE = Set.of("page", "once", AS, ACT_AS, PENDING);

    /** Whether every form carries the field, whatever it is for. */
    static boolean isBeside(String field) {
        return field.equals("form") || BESIDE.contains(field);
    }

    /** What people choose from a list: its values are codes. */
    private static final Set<String> CHOSEN = Set.of(
            "kind",
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

    /** Whether a person writes the field in words, which are shown again where a form could not be sent. */
    public static boolean isInWords(String field) {
        return !isBeside(field) && !CHOSEN.contains(field.substring(field.lastIndexOf('.') + 1));
    }
}
