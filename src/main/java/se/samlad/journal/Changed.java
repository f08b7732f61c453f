package se.samlad.journal;

/** Something that the verb guards was changed by others each time it was asked (409): the caller should look again. */
public final class Changed extends RuntimeException {
    Changed() {
        super("changed meanwhile", null, false, false);
    }
}
