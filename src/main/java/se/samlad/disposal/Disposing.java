package se.samlad.disposal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Disposed;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;

/** Disposing of entries' contents: each actor of its own entries, by law and decision. */
@Service
class Disposing {

    private static final int LONGEST = 2_000;

    /**
     * Only facts of these rooms, by the prefix of their kind, can be disposed of: texts that people write. Registers,
     * rights, and decisions to dispose stay.
     */
    private static final Set<String> ROOMS = Set.of("report", "message", "direction", "forum", "incident");

    private final Journal journal;

    Disposing(Journal journal) {
        this.journal = journal;
    }

    /** @throws NotThere where there is no such entry, the viewer may not see it, or another actor wrote it */
    Entry own(UUID id, Viewer viewer) {
        return journal.find(id, viewer)
                .filter(entry -> viewer.isOf(entry.by().actor()))
                .filter(entry ->
                        ROOMS.contains(entry.kind().substring(0, entry.kind().indexOf('.'))))
                .orElseThrow(NotThere::new);
    }

    boolean isDone(Entry entry) {
        return journal.isDisposed(entry.id());
    }

    /**
     * Records the decision and waits until the body is gone.
     *
     * @param ground the legal ground, at most 2 000 characters as the decision
     * @param decision who decided when, or the decision's reference
     * @throws Refused where one of them is missing, or the entry is disposed of already
     */
    Recorded dispose(UUID id, String ground, String decision, Acting by, Once once) {
        if (!by.may(Mandate.DISPOSE)) throw new NotMandated("disposal.mandate");
        var entry = own(id, by.viewer());
        var why = text(ground, "ground", "disposal.no-ground");
        var who = text(decision, "decision", "disposal.no-decision");
        var recorded = by.record(journal, once, facing -> {
            if (isDone(entry)) throw new Refused("disposal.already");
            var subject = UUID.nameUUIDFromBytes(("disposal:" + id).getBytes(StandardCharsets.UTF_8));
            facing.guardNew(subject);
            var fact = new Disposed(id, why, who, Remains.of(entry));
            return List.of(
                    Draft.on(entry.stream(), subject, fact, entry.labels()).marked(entry.marking()));
        });
        journal.await(recorded.position());
        return recorded;
    }

    private static String text(String said, String field, String otherwise) {
        if (Plain.isEmpty(said) || said.indexOf('\0') >= 0) throw new Refused(otherwise).at(field);
        var text = Plain.text(said, "ground");
        if (text.length() > LONGEST) throw new Refused("disposal.too-long", LONGEST).at(field);
        return text;
    }
}
