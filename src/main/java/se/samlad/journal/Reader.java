package se.samlad.journal;

/** Somebody who reads: the gate. An entry is seen when one of its labels is held, and nothing else hides anything. */
@FunctionalInterface
public interface Reader {

    /** For verbs, which decide on what steers, whoever asks. Never for anything that is shown. */
    Reader ALL = label -> true;

    /** Whether this reader holds the label now. */
    boolean holds(String label);

    default boolean sees(Labels labels) {
        for (String label : labels.all()) {
            if (holds(label)) return true;
        }
        return false;
    }
}
