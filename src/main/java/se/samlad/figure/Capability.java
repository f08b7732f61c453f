package se.samlad.figure;

import java.util.Locale;
import se.samlad.web.Say;

/** The five capabilities, in the order of the goals document (G3). */
public enum Capability {
    ACTIVATE,
    PICTURE,
    COORDINATE,
    DIRECT,
    COMMUNICATE;

    public String title(Say say) {
        return say.text("figure.of." + this);
    }

    /** As in addresses and at the beginning of the codes of its parts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
