package se.samlad.disposal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import se.samlad.journal.Verb;
import se.samlad.paper.Paper;
import se.samlad.paper.Papers;

/** Disposing of entries' contents: each actor of its own entries, by law and decision. */
@Service
class Disposing {

    private static final int LONGEST = 2_000;

    /**
     * Only facts of these rooms, by the prefix of their kind, can be disposed of: texts that people write. Registers,
     * rights, and decisions to dispose stay.
     */
    private static final Set<String> ROOMS =
            Set.of("report", "message", "direction", "forum", "incident", "case", "meeting", "paper");

    /** Those whose entries have no page of their own: the thing's page shows them. */
    private static final Set<String> SHOWN_BY_THEIR_THING = Set.of("case", "meeting", "paper");

    private final Journal journal;
    private final Papers papers;

    Disposing(Journal journal, Papers papers) {
        this.journal = journal;
        this.papers = papers;
    }

    /** The page that shows the entry. */
    String page(Entry entry, Viewer viewer) {
        return SHOWN_BY_THEIR_THING.contains(room(entry)) ? papers.page(entry, viewer) : "/entries/" + entry.id();
    }

    private static String room(Entry entry) {
        return entry.kind().substring(0, entry.kind().indexOf('.'));
    }

    /** The papers of the thing that began with the entry which are of the viewer's own actor and still there. */
    List<Paper> papers(Entry entry, Viewer viewer) {
        return papers.of(entry.id(), entry.stream(), viewer).stream()
                .filter(paper -> viewer.isOf(paper.by().actor()) && !paper.isDisposed())
                .toList();
    }

    /** @throws NotThere where there is no such entry, the viewer may not see it, or another actor wrote it */
    Entry own(UUID id, Viewer viewer) {
        return journal.find(id, viewer)
                .filter(entry -> viewer.isOf(entry.by().actor()))
                .filter(entry -> ROOMS.contains(room(entry)))
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
     * @param withPapers whether the papers of the thing that began with the entry go too, as far as they are the actor's own
     * @throws Refused where one of them is missing, or the entry is disposed of already
     */
    Recorded dispose(UUID id, String ground, String decision, boolean withPapers, Acting by, Once once) {
        if (!by.may(Mandate.DISPOSE)) throw new NotMandated("disposal.mandate");
        var entry = own(id, by.viewer());
        var why = text(ground, "ground", "disposal.no-ground");
        var who = text(decision, "decision", "disposal.no-decision");
        var recorded = by.record(journal, once, facing -> {
            if (isDone(entry)) throw new Refused("disposal.already");
            var drafts = new ArrayList<Draft>();
            drafts.add(decided(entry, why, who, facing));
            if (withPapers)
                for (var paper : papers(entry, by.viewer()))
                    drafts.add(decided(own(paper.id(), by.viewer()), why, who, facing));
            return drafts;
        });
        journal.await(recorded.position());
        return recorded;
    }

    private static Draft decided(Entry entry, String why, String who, Verb.Facing facing) {
        var subject = UUID.nameUUIDFromBytes(("disposal:" + entry.id()).getBytes(StandardCharsets.UTF_8));
        facing.guardNew(subject);
        var fact = new Disposed(entry.id(), why, who, Remains.of(entry));
        return Draft.on(entry.stream(), subject, fact, entry.labels()).marked(entry.marking());
    }

    private static String text(String said, String field, String otherwise) {
        if (Plain.isEmpty(said) || said.indexOf('\0') >= 0) throw new Refused(otherwise).at(field);
        var text = Plain.text(said, "ground");
        if (text.length() > LONGEST) throw new Refused("disposal.too-long", LONGEST).at(field);
        return text;
    }
}
