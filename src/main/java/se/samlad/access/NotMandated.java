package se.samlad.access;

import se.samlad.journal.Refused;

/** The acting function has no mandate for this (403). The text says who has. */
public final class NotMandated extends Refused {
    public NotMandated(String key, Object... details) {
        super(key, details);
    }
}
