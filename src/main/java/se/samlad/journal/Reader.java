package se.samlad.journal;

import java.util.List;

/** Somebody who reads: the gate. An entry is seen when one of its labels is held, and nothing else hides anything. */
public interface Reader {

    /** For verbs, which decide on what steers, whoever asks. Never for anything that is shown. */
    Reader ALL = label -> true;

    /** Whether this reader holds the label now. */
    boolean holds(String label);

    /** All labels that this reader holds now, for lists across streams. */
    default List<String> held() {
        throw new IllegalStateException("this reader reads one stream at a time");
    }

    default boolean sees(Labels labels) {
        for (String label : labels.all()) {
            if (holds(label)) return true;
        }
        return false;
    }
}
