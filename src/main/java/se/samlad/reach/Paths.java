package se.samlad.reach;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.Across;
import se.samlad.journal.View;

/**
 * The paths to all functions. Every member may read them.
 *
 * @param byFunction by {@code actor/name}
 */
public record Paths(PMap<String, Known> byFunction) {

    public static final Paths NONE = new Paths(HashTreePMap.empty());

    public static final Across<Paths> ACROSS = new Across<>(View.of(
            "reach.paths",
            NONE,
            ReachFact.class,
            (state, entry, fact) -> state.with(entry.id(), entry.recordedAt(), fact)));

    /**
     * One way to a function.
     *
     * @param address a number in E.164, an e-mail address, or the name of a talk group
     * @param minutes how long an answer is waited for before the next is tried; 0: as usual for the way
     */
    public record Path(Way way, String address, int minutes) {

        /** As people here write it: a number as in Sweden. */
        public String shown() {
            return way.isNumber() ? Addresses.shown(address) : address;
        }
    }

    /** @param drawn the entry that set them */
    public record Known(List<Path> paths, UUID drawn, Instant at) {}

    Paths with(UUID entry, Instant at, ReachFact fact) {
        return switch (fact) {
            case ReachFact.PathsSet set ->
                new Paths(byFunction.plus(set.actor() + "/" + set.function(), new Known(set.paths(), entry, at)));
        };
    }

    /** In the order in which they are tried. @param function as {@code actor/name} */
    public List<Path> of(String function) {
        return find(function).map(Known::paths).orElse(List.of());
    }

    public Optional<Known> find(String function) {
        return Optional.ofNullable(byFunction.get(function));
    }

    /** The function's paths as one thing in its actor's stream. */
    static UUID subject(String function) {
        return UUID.nameUUIDFromBytes(("paths:" + function).getBytes(StandardCharsets.UTF_8));
    }
}
