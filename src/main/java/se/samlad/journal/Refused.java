package se.samlad.journal;

import java.util.List;

/** A rule that says no (422), with the key of the text that says why and what to mend. Records nothing. */
public class Refused extends RuntimeException {

    private final transient List<Object> details;

    /** @param key a message key in every language's texts */
    public Refused(String key, Object... details) {
        super(key, null, false, false);
        this.details = List.of(details);
    }

    /** As HTTP has it. */
    public int status() {
        return 422;
    }

    public String key() {
        return String.valueOf(getMessage());
    }

    public Object[] details() {
        return details.toArray();
    }
}
