package se.samlad.reach;

import java.time.Duration;

/** The ways to reach a function. */
public enum Way {
    /** The line under <em>Your turn</em> on its own page. It is always there, and leaves no building. */
    PAGE(60, false),
    /** A notice on the devices of those who hold the function, who have asked for it there. */
    PUSH(60, false),
    MAIL(60, false),
    SMS(120, false),
    VOICE(90, false),
    /** A talk group in Rakel, called by a person. */
    RAKEL(180, true),
    /** A person telephones. */
    TELEPHONE(300, true);

    private final int seconds;
    private final boolean byHand;

    Way(int seconds, boolean byHand) {
        this.seconds = seconds;
        this.byHand = byHand;
    }

    /** How long an answer is waited for, where the path does not say. */
    public Duration wait(int minutes) {
        return minutes > 0 ? Duration.ofMinutes(minutes) : Duration.ofSeconds(seconds);
    }

    /** Whether a person calls, and says how it went. */
    public boolean isByHand() {
        return byHand;
    }

    /** Whether it is sent by a channel. */
    public boolean isSent() {
        return !byHand && this != PAGE;
    }

    /** Whether a function states an address for it. */
    public boolean isStated() {
        return this != PAGE && this != PUSH;
    }

    /** Whether its address is a telephone number. */
    public boolean isNumber() {
        return this == SMS || this == VOICE || this == TELEPHONE;
    }
}
