package se.samlad.paper;

import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Entry;

/** A kind of things that take papers. A room contributes one for each of its kinds. */
public interface Holder {

    /** Whether the entry is the first of such a thing. */
    boolean holds(Entry first);

    /**
     * @throws se.samlad.access.NotMandated for who may not attach to it
     * @throws se.samlad.journal.Refused where it takes nothing more
     */
    void mustTake(Entry first, Acting by);

    /** The page that shows its papers. */
    String page(Entry first);
}
