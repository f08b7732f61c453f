package se.samlad.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.web.Raised;
import se.samlad.web.Raised.Thing;

/** Finds cases, questions, events and meetings by what was written in them, whenever and by whom. */
@Service
public class RaisedThings {

    private static final int READ = 200;

    private final Search search;
    private final Journal journal;
    private final List<Raised> rooms;

    RaisedThings(Search search, Journal journal, List<Raised> rooms) {
        this.search = search;
        this.journal = journal;
        this.rooms = rooms;
    }

    /**
     * Those with an entry that has all the words, the latest written first.
     *
     * @param most of them; the latest {@value #READ} entries are looked at
     */
    public List<Thing> having(String words, int most, Viewer viewer) {
        var kinds = rooms.stream()
                .flatMap(room -> journal.kindsOf(room.facts()).stream())
                .distinct()
                .toList();
        var wanted = new Search.Wanted(words, null, null, kinds, null, null);
        var entries = search.find(wanted, Search.Order.NEWEST, READ, viewer).entries();
        if (entries.isEmpty()) return List.of();
        var all = all(viewer);
        return entries.stream()
                .flatMap(entry -> of(entry, all))
                .distinct()
                .limit(most)
                .toList();
    }

    /** The thing that the entry is about; empty: the viewer sees none. */
    public Optional<Thing> of(Entry entry, Viewer viewer) {
        return of(entry, all(viewer)).findFirst();
    }

    private LinkedHashMap<UUID, Thing> all(Viewer viewer) {
        var all = new LinkedHashMap<UUID, Thing>();
        for (var room : rooms) room.seenBy(viewer).forEach(thing -> all.put(thing.id(), thing));
        return all;
    }

    private Stream<Thing> of(Entry entry, LinkedHashMap<UUID, Thing> all) {
        var thing = all.getOrDefault(entry.subject(), all.get(entry.stream()));
        return rooms.stream()
                .filter(room -> room.facts().isInstance(entry.fact()))
                .flatMap(room -> room.of(entry, thing).stream());
    }
}
