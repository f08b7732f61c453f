package se.samlad.catalogue;

import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room, in a stream of each actor's catalogue; their subject is the line. */
public sealed interface CatalogueFact extends Fact {

    /**
     * What an actor can usually share.
     *
     * @param number how many; whole and above zero
     * @param readyInMinutes from when it is asked for; null: not stated
     * @param contact the function to ask; null: not stated
     * @param terms who pays and what else goes with it; null: none
     */
    record Line(
            Kind kind,
            String what,
            int number,
            @Nullable Integer readyInMinutes,
            @Nullable String contact,
            @Nullable String terms) {}

    @Stored("catalogue.listed.1")
    record Listed(Line line) implements CatalogueFact {}

    /** The line says this from now on. */
    @Stored("catalogue.changed.1")
    record Changed(Line line) implements CatalogueFact {}

    /** It cannot be shared any longer. */
    @Stored("catalogue.removed.1")
    record Removed(@Nullable String reason) implements CatalogueFact {}
}
