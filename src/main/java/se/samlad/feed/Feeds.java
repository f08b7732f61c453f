package se.samlad.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.feed.FeedFact.Way;
import se.samlad.feed.Noting.Noted;
import se.samlad.feed.Noting.Reading;
import se.samlad.feed.Watch.Item;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Pick;
import se.samlad.journal.Reader;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.region.Land;
import se.samlad.warning.Read;
import se.samlad.warning.SmhiReader;
import se.samlad.warning.Watched;
import se.samlad.warning.Watched.Why;

/** The feeds: handing in, and reading the warnings. */
@Service
public class Feeds {

    static final String SMHI = "smhi";
    private static final Labels LABELS = Labels.of("members");

    /**
     * Thrown where a body changes nothing, to record nothing; the answer to an earlier request with the same key is
     * found all the same.
     */
    private static final class Unchanged extends Refused {
        private static final long serialVersionUID = 1L;

        Unchanged() {
            super("journal.nothing-to-record");
        }
    }

    /**
     * The result of a body: its warnings, the ids of those that it ends itself, of those that it recorded, and the items
     * that could not be used.
     */
    record Taken(
            int received,
            List<Notice> notices,
            Map<String, Why> ended,
            Set<String> recorded,
            List<Read.Skipped> skipped) {}

    private final Journal journal;
    private final Conditions conditions;
    private final Actors actors;
    private final Land land;
    private final SmhiReader smhi = new SmhiReader();

    Feeds(Journal journal, Conditions conditions, Actors actors, Land land) {
        this.land = land;
        this.actors = actors;
        this.journal = journal;
        this.conditions = conditions;
    }

    /** The warnings that the viewer may see, newest first by the time that their source issued them. */
    public List<Item> list(Viewer viewer) {
        return journal.across(Watch.ACROSS).items().values().stream()
                .filter(item -> viewer.sees(item.labels()))
                .sorted(Comparator.comparing((Item i) -> i.warning().sent())
                        .thenComparing(Item::changed)
                        .reversed()
                        .thenComparing(Item::subject))
                .toList();
    }

    /** The warning with the source's own id; one that has not ended is preferred, then the latest. */
    public Optional<Item> find(String id, Viewer viewer) {
        return list(viewer).stream()
                .filter(item -> item.warning().id().equals(id))
                .max(Comparator.comparing(Item::isOpen).thenComparing(Item::changed));
    }

    /** The state of the feeds; empty for those who may not watch. */
    List<Conditions.Condition> conditions(Viewer viewer) {
        return viewer.isMember() ? conditions.all() : List.of();
    }

    /**
     * Records the changes in a body of one of SMHI's formats, in the name of the one who hands it in. A body without
     * changes records nothing; the same idempotency key again gives the same answer.
     *
     * @throws NotMandated feed.relay-only
     * @throws Refused with the reader's key where the body can't be read at all
     */
    Taken handIn(byte[] body, Acting by, Once once) {
        mayHandIn(by);
        return take(body, Way.HANDED_IN, by.by(), once, verb -> by.whileHeld(journal, verb));
    }

    /** @throws NotMandated feed.relay-only */
    static void mayHandIn(Acting by) {
        if (!by.may(Mandate.RELAY)) throw new NotMandated("feed.relay-only");
    }

    /** Records the changes in a fetched body, in the secretariat's name. @throws Refused as {@link #handIn} */
    Taken fetched(byte[] body) {
        return take(body, Way.POLLED, actors.secretariat(), null, verb -> verb);
    }

    private Taken take(byte[] body, Way way, By by, @Nullable Once once, UnaryOperator<Verb> guarded) {
        var reading = Reading.of(read(body), land.county());
        var stream = stream(SMHI, way);
        var decided = new AtomicReference<List<Draft>>(List.of());
        var noted = new AtomicReference<Noted>();
        Set<String> recorded;
        try {
            Verb noting = facing -> {
                var now = note(facing, stream, way, reading);
                noted.set(now);
                var drafts = drafts(facing, stream, now);
                decided.set(drafts);
                if (drafts.isEmpty()) throw new Unchanged();
                return drafts;
            };
            var answer = journal.record(by, once, guarded.apply(noting));
            journal.await(answer.position());
            boolean first = decided.get().stream().anyMatch(d -> d.id().equals(answer.id()));
            recorded = first ? noted.get().facts().keySet() : recordedBefore(answer, by);
        } catch (Unchanged e) {
            recorded = Set.of();
        }
        var skipped = Noting.skipped(reading.read(), noted.get().leftOut());
        conditions.worked(SMHI, way, skipped);
        var leftOut = noted.get().leftOut();
        var notices = reading.notices().values().stream()
                .filter(n -> !leftOut.contains(n.id()))
                .toList();
        return new Taken(reading.read().received(), notices, Watched.ended(reading.read()), recorded, skipped);
    }

    private Read read(byte[] body) {
        try {
            return smhi.read(body);
        } catch (Read.Unreadable e) {
            throw new Refused(e.key());
        }
    }

    private static Noted note(Verb.Facing facing, UUID stream, Way way, Reading reading) {
        var kept = facing.state(Watch.VIEW, stream, Reader.ALL).items().values();
        return Noting.note(way, kept, reading, Watch.MOST);
    }

    private static List<Draft> drafts(Verb.Facing facing, UUID stream, Noted noted) {
        var drafts = new ArrayList<Draft>();
        noted.facts().forEach((id, fact) -> {
            var subject = named(stream + ":" + id);
            facing.guard(subject);
            drafts.add(Draft.on(stream, subject, fact, LABELS));
        });
        return drafts;
    }

    /**
     * The ids that an earlier request with the same key recorded. Its entries are adjacent and have one recording time.
     */
    private Set<String> recordedBefore(Recorded earlier, By by) {
        var first = journal.cursors().position(earlier.cursor()).orElse(1);
        var ids = new HashSet<String>();
        for (var entry : journal.list(Pick.after(earlier.stream(), first - 1, 2 * Watch.MOST), Reader.ALL)) {
            if (!entry.by().equals(by) || !entry.recordedAt().equals(earlier.recordedAt())) break;
            ids.add(
                    switch ((FeedFact) entry.fact()) {
                        case FeedFact.Seen s -> s.warning().id();
                        case FeedFact.Changed c -> c.warning().id();
                        case FeedFact.Ended e -> e.id();
                    });
        }
        return ids;
    }

    /**
     * One stream for each source and way, so that a fetched list never ends a warning that was handed in, or the other
     * way round.
     */
    static UUID stream(String source, Way way) {
        return named("watch:" + source + ":" + way);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
