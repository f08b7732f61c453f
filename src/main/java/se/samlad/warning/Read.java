package se.samlad.warning;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.samlad.warning.Watched.Why;

/**
 * The result of reading one body. Every item received is either a warning or skipped.
 *
 * @param complete whether the body is a feed's full list, so that a warning missing from it has ended
 * @param references what its items say of other warnings, also the items that a later issue replaces
 */
public record Read(
        Warning.Form form, boolean complete, List<Warning> warnings, Set<Reference> references, List<Skipped> skipped) {

    public int received() {
        return warnings.size() + skipped.size();
    }

    /**
     * An item ends another warning: a cancel, or an update under a new id (CAP 1.2 §3.2.1, references).
     *
     * @param id of the warning that it ends
     * @param sent when the item was issued; a later issue of the warning lives on
     * @param pretended whether the item is an exercise, test or draft, which ends no real warning
     */
    public record Reference(String id, Why why, Instant sent, boolean pretended) {}

    /**
     * An item that could not be used.
     *
     * @param id as far as it could be read; for an unusable warning of several areas the common prefix of their ids,
     *     ending in a colon; empty where unknown
     * @param why a message key
     * @param about the field it concerns, for the message
     */
    public record Skipped(String id, String why, String about) {}

    /** Nothing of the body can be used: it records and ends nothing. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String key;

        Unreadable(String key) {
            super(key);
            this.key = key;
        }

        /** The message's key. */
        public String key() {
            return key;
        }
    }
}
