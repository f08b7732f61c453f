package se.samlad.access;

/** Missing, or hidden from the viewer: both look alike (404). */
public final class NotThere extends RuntimeException {
    public NotThere() {
        super("not there", null, false, false);
    }
}
