package se.samlad.journal;

/** The journal can't take or give anything just now. Nothing is known to be recorded; ask again with the same key. */
public final class Unavailable extends RuntimeException {
    Unavailable(String why, Throwable cause) {
        super(why, cause);
    }

    Unavailable(String why) {
        super(why);
    }
}
