package se.samlad.picture;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.samlad.report.Status;

/** The status of an actor on the board, in the board's order: holes first (C3), then the worst. */
public enum Shade {
    /** Nothing shared with the viewer: nothing was reported, or nothing may be shown. */
    NONE,
    RED,
    ORANGE,
    YELLOW,
    GREEN;

    static Shade of(@Nullable Status status) {
        return switch (status) {
            case null -> NONE;
            case RED -> RED;
            case ORANGE -> ORANGE;
            case YELLOW -> YELLOW;
            case GREEN -> GREEN;
        };
    }

    /** The name of the sign and of the CSS class. */
    public String lower() {
        return name().toLowerCase(Locale.ROOT);
    }
}
