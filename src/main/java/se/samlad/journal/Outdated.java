package se.samlad.journal;

import java.util.UUID;

/** The text was changed after the version that an edit or an act was drawn from (409): nothing is recorded. */
public final class Outdated extends Refused {

    private final UUID drawnFrom;
    private final UUID now;

    Outdated(UUID drawnFrom, UUID now) {
        super("error.outdated");
        this.drawnFrom = drawnFrom;
        this.now = now;
    }

    @Override
    public int status() {
        return 409;
    }

    /** The id that was stated. It may be of no entry, or of one that the caller may not see. */
    public UUID drawnFrom() {
        return drawnFrom;
    }

    /** The id of the entry that last changed the text, as the one who acts may see it. */
    public UUID now() {
        return now;
    }
}
