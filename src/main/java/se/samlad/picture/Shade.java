package se.samlad.picture;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.samlad.report.Status;

/** The status of an actor on the board, the worst first. */
public enum Shade {
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    /** Nothing shared with the viewer (C3): nothing was reported, or nothing may be shown. */
    NONE;

    static Shade of(@Nullable Status status) {
        return switch (status) {
            case null -> NONE;
            case RED -> RED;
            case ORANGE -> ORANGE;
            case YELLOW -> YELLOW;
            case GREEN -> GREEN;
        };
    }

    public boolean isTrouble() {
        return this == RED || this == ORANGE;
    }

    /** The name of the sign and of the CSS class. */
    public String lower() {
        return name().toLowerCase(Locale.ROOT);
    }
}
