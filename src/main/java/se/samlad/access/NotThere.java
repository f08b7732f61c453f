package se.samlad.access;

/** Not there, or not the viewer's to see, which look alike (404). */
public final class NotThere extends RuntimeException {
    public NotThere() {
        super("not there", null, false, false);
    }
}
