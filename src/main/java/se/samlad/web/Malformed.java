package se.samlad.web;

/** A malformed request (400), such as an invalid UUID, cursor or time. */
public final class Malformed extends RuntimeException {

    private final transient Object[] details;

    public Malformed(String key, Object... details) {
        super(key, null, false, false);
        this.details = details.clone();
    }

    Object[] details() {
        return details.clone();
    }

    String key() {
        return String.valueOf(getMessage());
    }
}
