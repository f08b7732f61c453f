package se.samlad.web;

/** A request that is no request of ours (400): a key that is no UUID, a cursor that is none, a time that is none. */
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
