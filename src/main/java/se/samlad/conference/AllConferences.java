package se.samlad.conference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * All conferences that are ahead or go on, and the latest that have ended. It is not filtered: what it says of one is for
 * those who may see that.
 *
 * @param ended the latest last
 */
record AllConferences(PMap<UUID, Conference> byId, PVector<UUID> ended) {

    /** So many ended ones are remembered here; each has its page as long as the journal. */
    private static final int REMEMBERED = 200;

    static final Across<AllConferences> ACROSS = new Across<>(View.of(
            "conference.all",
            new AllConferences(HashTreePMap.empty(), TreePVector.empty()),
            ConferenceFact.class,
            (all, e, f) -> all.apply(e, f)));

    private AllConferences apply(Entry by, ConferenceFact fact) {
        if (fact instanceof ConferenceFact.Begun begun)
            return new AllConferences(byId.plus(by.id(), Conference.begun(by, begun.now())), ended);
        var before = byId.get(by.stream());
        if (before == null) return this;
        var after = before.after(by, fact);
        var all = byId.plus(after.id(), after);
        if (after.isAhead() || !before.isAhead()) return new AllConferences(all, ended);
        var now = ended.plus(after.id());
        return now.size() <= REMEMBERED
                ? new AllConferences(all, now)
                : new AllConferences(all.minus(now.getFirst()), now.minus(0));
    }

    /** Those that go on, then those ahead by their time, then the ended ones, latest first. */
    List<Conference> seenBy(Viewer viewer) {
        var ahead = byId.values().stream()
                .filter(Conference::isAhead)
                .sorted(Comparator.comparing((Conference c) -> !c.isOpen())
                        .thenComparing(c -> c.agenda().at())
                        .thenComparing(Conference::id));
        var over = ended.reversed().stream().flatMap(id -> find(id).stream());
        return Stream.concat(ahead, over)
                .filter(conference -> viewer.sees(conference.labels()))
                .toList();
    }

    Optional<Conference> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }
}
