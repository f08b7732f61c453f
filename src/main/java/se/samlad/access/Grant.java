package se.samlad.access;

import java.util.List;
import java.util.function.Function;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;

/**
 * That who holds one label holds another too, from now on or no longer: {@code incident:<id>} by {@code members},
 * {@code forum:<id>} by {@code actor:taby}.
 *
 * @param label what is held
 * @param by the label that it follows from
 */
public record Grant(String label, String by, boolean held) {

    /** A room's contribution: which of its facts give or take labels. */
    public record Source(Class<? extends Fact> facts, Function<Entry, List<Grant>> grants) {}
}
