package se.samlad.paper;

import java.util.function.BiConsumer;
import java.util.function.Function;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;

/** A kind of things that take papers. A room contributes one for each of its kinds. */
public interface Holder {

    /** @param first the fact that creates such a thing @param mustTake and @param page see the methods of the same names */
    static Holder of(Class<? extends Fact> first, BiConsumer<Entry, Acting> mustTake, Function<Entry, String> page) {
        return new Holder() {
            @Override
            public boolean holds(Entry entry) {
                return first.isInstance(entry.fact());
            }

            @Override
            public void mustTake(Entry entry, Acting by) {
                mustTake.accept(entry, by);
            }

            @Override
            public String page(Entry entry) {
                return page.apply(entry);
            }
        };
    }

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
