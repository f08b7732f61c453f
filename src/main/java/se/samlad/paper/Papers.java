package se.samlad.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;

/** The papers of all things. */
@Service
public class Papers {

    private static final int MOST = 50;

    private final Journal journal;
    private final Store store;
    private final Scanner scanner;
    private final List<Holder> holders;
    private final Things<UUID, Paper.Held, Paper> papers;

    Papers(Journal journal, Store store, Scanner scanner, List<Holder> holders) {
        this.journal = journal;
        this.store = store;
        this.scanner = scanner;
        this.holders = holders;
        this.papers = new Things<>(journal, Ground.none(), PaperFact.Attached.class, Paper.Held.VIEW, Paper.Held::find);
    }

    /** Those of the thing that the viewer may see, the earliest first. */
    public List<Paper> of(UUID thing, UUID stream, Viewer viewer) {
        return journal.view(Paper.Held.VIEW, stream, viewer).of(thing);
    }

    /** Those of all things in the stream, by thing. */
    public Map<UUID, List<Paper>> in(UUID stream, Viewer viewer) {
        return journal.view(Paper.Held.VIEW, stream, viewer).all().values().stream()
                .collect(Collectors.groupingBy(paper -> paper.fact().to()));
    }

    /** The first entry of a thing that takes papers. @throws NotThere also where the viewer may not see it */
    Entry thing(UUID id, Viewer viewer) {
        return journal.find(id, viewer)
                .filter(entry -> holders.stream().anyMatch(holder -> holder.holds(entry)))
                .orElseThrow(NotThere::new);
    }

    private Holder holder(Entry first) {
        return holders.stream()
                .filter(holder -> holder.holds(first))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    /** The page of the thing that an entry of its stream is about, or that a paper is attached to. */
    public String page(Entry entry, Viewer viewer) {
        var thing = entry.fact() instanceof PaperFact.Attached attached ? attached.to() : entry.stream();
        return page(thing(thing, viewer));
    }

    /** The page that shows the papers of the thing. */
    String page(Entry first) {
        return holder(first).page(first);
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Paper get(UUID id, Viewer viewer) {
        return journal.view(Paper.Held.VIEW, papers.streamOf(id, viewer), viewer)
                .find(id)
                .orElseThrow(NotThere::new);
    }

    /** A file as it came. @param sha256 of its bytes, in hex */
    record Came(Path file, @Nullable String name, long size, String sha256) {}

    /**
     * Refuses a file that may not be attached before it stores anything.
     *
     * @throws Refused of what the file is, at its field; paper.already, paper.most
     */
    Recorded attach(UUID thing, Came came, Acting by, Once once) throws IOException {
        var first = thing(thing, by.viewer());
        var holder = holder(first);
        holder.mustTake(first, by);
        var content = Examining.of(came.file(), came.name() == null ? "" : came.name());
        var attached =
                new PaperFact.Attached(thing, Named.of(came.name(), content), content, came.size(), came.sha256());
        scanner.mustBeClean(came.file());
        store.put(came.file(), came.sha256());
        // the same file at the same thing has one subject, so that of two at the same time one is refused
        var subject = UUID.nameUUIDFromBytes(
                ("paper/" + thing + "/" + came.sha256()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var recorded = by.record(journal, new Once(once.key(), once.digest() + came.sha256()), facing -> {
            facing.guard(subject);
            holder.mustTake(first, by);
            var there = facing.state(Paper.Held.VIEW, first.stream(), by.viewer()).of(thing).stream()
                    .filter(Paper::isInUse)
                    .toList();
            for (var other : there)
                if (other.fact().sha256().equals(came.sha256()))
                    throw new Refused("paper.already", other.name()).at("file");
            if (there.size() >= MOST) throw new Refused("paper.most", MOST).at("file");
            return List.of(
                    Draft.on(first.stream(), subject, attached, first.labels()).marked(first.marking()));
        });
        keep(recorded.id(), came, by.viewer());
        return recorded;
    }

    /** The same bytes may have been disposed of elsewhere between storing and recording: then they are stored anew. */
    private void keep(UUID paper, Came came, Viewer viewer) throws IOException {
        if (!get(paper, viewer).isDisposed()) store.put(came.file(), came.sha256());
    }

    /** @throws NotMandated paper.others, for who is not of the actor that attached it @throws Refused paper.withdrawn */
    Recorded withdraw(UUID id, @Nullable String reason, Acting by, Once once) {
        return papers.act(id, by, once, scene -> {
            var paper = scene.thing();
            if (!paper.by().actor().equals(by.actor()) || by.function().onlyAdministers())
                throw new NotMandated("paper.others");
            if (!paper.isInUse()) throw new Refused("paper.withdrawn");
            return new PaperFact.Withdrawn(Plain.title(reason, "reason"));
        });
    }

    /** The first part of its bytes. @throws Refused paper.disposed; paper.lost, where the store has not kept it */
    byte[] begin(Paper paper) {
        if (paper.isDisposed()) throw new Refused("paper.disposed");
        return store.part(paper.fact().sha256(), 0).orElseThrow(() -> new Refused("paper.lost"));
    }

    void copy(Paper paper, byte[] first, java.io.OutputStream to) throws IOException {
        store.copy(paper.fact().sha256(), first, to);
    }
}
