package se.samlad.web;

/** It is uncertain which function the account acts in. Nothing is done before the person has chosen one. */
public final class WhichFunction extends RuntimeException {

    private final boolean held;

    private WhichFunction(String function, boolean held) {
        super(function, null, false, false);
        this.held = held;
    }

    /** The account does not hold the requested function (403). */
    static WhichFunction notHeld(String function) {
        return new WhichFunction(function, false);
    }

    /** The form was rendered for this function, but the account now acts in another one (409). */
    public static WhichFunction drawnFor(String function) {
        return new WhichFunction(function, true);
    }

    /** The function's id, as it was sent. */
    public String function() {
        return String.valueOf(getMessage());
    }

    public boolean isHeld() {
        return held;
    }
}
