package se.samlad.journal;

/** What changed meanwhile is what the caller edits: it should look again. */
public final class Changed extends RuntimeException {
    Changed() {
        super("changed meanwhile", null, false, false);
    }
}
