package se.samlad.journal;

import java.util.List;

/** A rule refuses (422): nothing is recorded. The message is the key of a text that says why, and what to do. */
public class Refused extends RuntimeException {

    private final transient List<Object> details;

    /** @param key a message key in every language's texts */
    public Refused(String key, Object... details) {
        super(key, null, false, false);
        this.details = List.of(details);
    }

    /** The HTTP status. */
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
