package se.samlad.outside;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.forum.Forum;
import se.samlad.forum.Forums;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Telling;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Pick;
import se.samlad.journal.Reader;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.web.Say;

/** What a guest sees and does in the one forum that it is let in to. */
@Service
public class Visit {

    private static final int ROWS = 100;

    /**
     * A guest's page.
     *
     * @param forum its name @param host the actor that leads it
     * @param frame the directing forum's, where the forum's own members see it; null: none
     * @param at when it was asked for
     */
    public record Sees(
            String forum,
            String host,
            Forum.Meeting next,
            @Nullable String frame,
            List<Row> rows,
            Instant at) {}

    /** @param own whether the guest wrote it */
    public record Row(Entry entry, String by, Telling.Row said, boolean own) {}

    private final Journal journal;
    private final Viewers viewers;
    private final Actors actors;
    private final Forums forums;
    private final List<Telling> rooms;

    Visit(Journal journal, Viewers viewers, Actors actors, Forums forums, List<Telling> rooms) {
        this.journal = journal;
        this.viewers = viewers;
        this.actors = actors;
        this.forums = forums;
        this.rooms = rooms;
    }

    Optional<Guest> find(UUID id) {
        return journal.across(Guest.All.ACROSS).find(id);
    }

    boolean mayBeOpened(Guest guest) {
        return guest.state() == Guest.State.INVITED && journal.now().isBefore(guest.until());
    }

    /** How the key ends of the text that says why the guest is not let in; null: it is. */
    @Nullable
    String whyNot(Guest guest) {
        if (guest.isDue(journal.now())) return Guest.State.LAPSED.name();
        if (guest.state() != Guest.State.OPENED) return guest.state().name();
        return forum(guest).filter(Forum::isOpen).isEmpty() ? "closed" : null;
    }

    /** As whoever sits in the forum sees it: the guest is told how to reach it, and nothing of the incident beside it. */
    private Optional<Forum> forum(Guest guest) {
        return there(guest).find(guest.forum());
    }

    private ForumsView there(Guest guest) {
        return forums.in(guest.incident(), viewers.seatedIn(guest.forum()));
    }

    /** The actor that leads the forum. */
    String host(Guest guest, Say say) {
        return forum(guest)
                .map(f -> actors.shortName(f.chairActor(), say.language()))
                .orElse("");
    }

    /** @param guest one that is let in */
    Sees sees(Guest guest, Say say) {
        var there = there(guest);
        var forum = there.find(guest.forum()).orElseThrow();
        return new Sees(
                forum.name(say),
                actors.shortName(forum.chairActor(), say.language()),
                forum.next(),
                there.frame().map(Forum.Said::text).orElse(null),
                rows(guest, say),
                journal.now());
    }

    /** What was marked for that forum, and nothing else, newest first. */
    private List<Row> rows(Guest guest, Say say) {
        var viewer = Viewer.guest(guest.author().account(), guest.forum());
        var rows = new ArrayList<Row>();
        for (var entry : journal.list(Pick.newest(guest.incident(), 0, ROWS), viewer))
            tell(entry, viewer, say).ifPresent(said -> rows.add(row(entry, said, guest, say)));
        return rows;
    }

    private Optional<Telling.Row> tell(Entry entry, Viewer viewer, Say say) {
        return rooms.stream()
                .filter(room -> room.facts().isInstance(entry.fact()))
                .findFirst()
                .flatMap(room -> room.tell(entry, viewer, say));
    }

    private Row row(Entry entry, Telling.Row said, Guest guest, Say say) {
        boolean fromOutside = entry.fact() instanceof OutsideFact.Said;
        var by = fromOutside ? "" : actors.shortName(entry.by().actor(), say.language());
        return new Row(entry, by, said, entry.by().equals(guest.author()));
    }

    void opened(Guest guest) {
        if (guest.opened() == null)
            once("opened", guest, guest.author(), new OutsideFact.Opened(), Guest.State.INVITED);
    }

    /** Recorded once, whatever has become of it: who invited is warned, and whoever tries on and on fills nothing. */
    void tried(Guest guest) {
        if (guest.tried() == null) once("tried", guest, actors.secretariat(), new OutsideFact.Tried(), null);
    }

    void acknowledge(Guest guest) {
        if (guest.acknowledged() == null)
            once("acknowledged", guest, guest.author(), new OutsideFact.Acknowledged(), Guest.State.OPENED);
    }

    /** @param in the state in which it may be recorded; null: any */
    private void once(String what, Guest guest, By by, OutsideFact fact, Guest.@Nullable State in) {
        var key = UUID.nameUUIDFromBytes((what + guest.id()).getBytes(StandardCharsets.UTF_8));
        journal.record(by, new Once(key, what), facing -> {
            if (in != null && guarded(facing, guest).state() != in) throw new Refused("outside.ended");
            return List.of(Draft.on(guest.incident(), guest.id(), fact, guest.labels()));
        });
    }

    void say(Guest guest, @Nullable String text, Once once) {
        journal.record(guest.author(), once, facing -> {
            facing.guard(guest.forum());
            boolean meets = facing.state(ForumsView.VIEW, guest.incident(), Reader.ALL)
                    .find(guest.forum())
                    .filter(Forum::isOpen)
                    .isPresent();
            var fact = Inviting.say(guarded(facing, guest), meets, text, facing.now());
            return List.of(Draft.ofNewSubject(guest.incident(), fact, Labels.of("forum:" + guest.forum())));
        });
    }

    private static Guest guarded(Verb.Facing facing, Guest guest) {
        facing.guard(guest.id());
        return Objects.requireNonNull(facing.state(Guest.All.VIEW, guest.incident(), Reader.ALL)
                .byId()
                .get(guest.id()));
    }

    /** The lapse of a guest whose time has come. */
    static List<Draft> lapse(Verb.Facing facing, Guest guest, Instant until) {
        var now = guarded(facing, guest);
        if (!now.until().equals(until) || !now.isDue(facing.now())) throw new Refused("outside.not-due");
        return List.of(Draft.on(guest.incident(), guest.id(), new OutsideFact.Lapsed(until), guest.labels()));
    }
}
