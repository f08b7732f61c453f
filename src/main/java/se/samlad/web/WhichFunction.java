package se.samlad.web;

/** It is not certain whom the account acts as: nothing is done before somebody has said so. */
public final class WhichFunction extends RuntimeException {

    private final boolean held;

    private WhichFunction(String function, boolean held) {
        super(function, null, false, false);
        this.held = held;
    }

    /** The account does not hold the function that it asks to act as (403). */
    static WhichFunction notHeld(String function) {
        return new WhichFunction(function, false);
    }

    /** The form was drawn for this function, and the account acts as another now (409). */
    public static WhichFunction drawnFor(String function) {
        return new WhichFunction(function, true);
    }

    /** Its id, as it was sent. */
    public String function() {
        return String.valueOf(getMessage());
    }

    public boolean isHeld() {
        return held;
    }
}
