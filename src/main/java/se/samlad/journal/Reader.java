package se.samlad.journal;

import java.util.List;

/** Somebody who reads. This is the gate: a reader sees an entry when it holds one of the entry's labels. */
public interface Reader {

    /** Sees everything: for verbs that act for nobody. Never for anything that is shown. */
    Reader ALL = label -> true;

    /** Whether this reader holds the label now. */
    boolean holds(String label);

    /** All labels that this reader holds now, for lists across streams. @throws IllegalStateException where it can't list them */
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
