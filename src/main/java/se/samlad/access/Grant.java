package se.samlad.access;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;

/**
 * A rule that everybody who holds one label holds another too, from now on or no longer: {@code incident:<id>} by
 * {@code members}, {@code forum:<id>} by {@code actor:taby}.
 *
 * @param label the label that is given or taken
 * @param by the label whose holders get it
 * @param also another label, which they must hold too; null: none. What needs two labels is given once and for all, and
 *     nothing follows from it
 */
public record Grant(String label, String by, @Nullable String also, boolean held) {

    public Grant(String label, String by, boolean held) {
        this(label, by, null, held);
    }

    /** Whoever holds both labels holds this one. */
    public static Grant ofBoth(String label, String one, String other) {
        return new Grant(label, one, other, true);
    }

    /** A room's contribution: which of its facts give or take labels, under the grants until then. */
    public record Source(Class<? extends Fact> facts, BiFunction<Grants, Entry, List<Grant>> grants) {}
}
