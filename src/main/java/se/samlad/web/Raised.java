package se.samlad.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;

/** The things that a room has raised, each with a page of its own: its questions, events, cases or meetings. */
public interface Raised {

    /**
     * A thing that was raised.
     *
     * @param id of the thing: the stream of its entries, or their subject
     * @param page the path of its page
     * @param about says what it is and who raised it
     */
    record Thing(UUID id, String title, String page, Instant at, Function<Say, String> about) {}

    /** The room's facts. */
    Class<? extends Fact> facts();

    /** Those that the viewer may see, in any order: at most some hundreds. */
    Stream<Thing> seenBy(Viewer viewer);

    /**
     * The thing that a found entry of the room leads to.
     *
     * @param in the thing whose stream or subject the entry is in; null: the viewer sees none such
     */
    default Optional<Thing> of(Entry entry, @Nullable Thing in) {
        return Optional.ofNullable(in);
    }

    /** Whether the same is not to be raised twice (I6); forums meet again and again. */
    default boolean isOnce() {
        return true;
    }

    static Raised of(Class<? extends Fact> facts, Function<Viewer, Stream<Thing>> all) {
        return new Raised() {
            @Override
            public Class<? extends Fact> facts() {
                return facts;
            }

            @Override
            public Stream<Thing> seenBy(Viewer viewer) {
                return all.apply(viewer);
            }
        };
    }
}
