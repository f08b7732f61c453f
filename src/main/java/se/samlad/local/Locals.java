package se.samlad.local;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.SignalForm;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Verb;

/** Local incidents and the regional ones above them, as far as each reader sees both (F5). */
@Service
public class Locals implements SignalForm.Beside {

    /** So many are proposed where one chooses. */
    private static final int PROPOSED = 50;

    private static final Comparator<Incident> ORDER =
            Comparator.comparing((Incident incident) -> !incident.isOpen()).thenComparing(Incident::signalled);

    private final Journal journal;
    private final Incidents incidents;

    Locals(Journal journal, Incidents incidents) {
        this.journal = journal;
        this.incidents = incidents;
    }

    /** The regional incident above; empty also where the viewer may not see it. */
    public Optional<Incident> parent(UUID incident, Viewer viewer) {
        var parent = links(incident, viewer).parent();
        return parent == null ? Optional.empty() : incidents.find(parent, viewer);
    }

    /** As {@link #parent}, for a verb's decision: the link is guarded, and so is the incident above. */
    public Optional<Incident> parent(Verb.Facing facing, UUID incident, Acting by) {
        facing.guard(above(incident));
        var parent = facing.state(Links.VIEW, incident, by.viewer()).parent();
        if (parent == null || incidents.find(parent, by.viewer()).isEmpty()) return Optional.empty();
        return Optional.of(incidents.guarded(facing, parent, by));
    }

    /** The local incidents below that the viewer may see: those that go on first, each the first signalled first. */
    public List<Incident> below(UUID incident, Viewer viewer) {
        return links(incident, viewer).locals().stream()
                .flatMap(local -> incidents.find(local, viewer).stream())
                .sorted(ORDER)
                .toList();
    }

    private Links links(UUID incident, Viewer viewer) {
        return journal.view(Links.VIEW, incident, viewer);
    }

    /**
     * The incidents that go on and that a local one may belong to: those that are activated first, each the latest first.
     *
     * @param local null: one that is about to be signalled
     */
    public List<Incident> regional(@Nullable Incident local, Viewer viewer) {
        return incidents.open(viewer).stream()
                .filter(each -> each.state() != Incident.State.LOCAL)
                .filter(each -> local == null || !each.id().equals(local.id()))
                .filter(each -> each.isExercise() == (local != null && local.isExercise()))
                .sorted(Comparator.comparing(each -> each.state() != Incident.State.ACTIVATED))
                .limit(PROPOSED)
                .toList();
    }

    /** Whether it is local, and the viewer's actor answers for it. */
    static boolean isOwn(Incident incident, Viewer viewer) {
        return incident.state() == Incident.State.LOCAL && signalled(incident, viewer);
    }

    /** Whether the viewer's municipality may say that it answers for the incident itself. */
    static boolean mayTake(Incident incident, Viewer viewer, Actors actors) {
        boolean undecided = incident.state() == Incident.State.SIGNALLED || incident.state() == Incident.State.ANSWERED;
        return undecided
                && incident.warning() == null
                && signalled(incident, viewer)
                && actors.ownArea(incident.asked().actor()).isPresent();
    }

    private static boolean signalled(Incident incident, Viewer viewer) {
        return viewer.acting().filter(incident::isSignalledBy).isPresent();
    }

    /** The link that a signal begins with. */
    @Override
    public List<Draft> of(Verb.Facing facing, Incident incident, SignalForm said, Acting by) {
        return said.parent() == null ? List.of() : linked(facing, incident, said.parent(), by);
    }

    /** @throws NotThere where one of them can't be seen, and as {@link Linking#link} */
    Recorded link(UUID local, UUID parent, Acting by, Once once) {
        return by.record(journal, once, facing -> linked(facing, incidents.guarded(facing, local, by), parent, by));
    }

    private List<Draft> linked(Verb.Facing facing, Incident local, UUID to, Acting by) {
        var parent = to.equals(local.id()) ? local : incidents.guarded(facing, to, by);
        guard(facing, local.id(), to);
        var fact = Linking.link(side(facing, local, by), side(facing, parent, by), by);
        return inBoth(facing, local, parent, fact, by);
    }

    /** @throws NotThere where one of them can't be seen, and as {@link Linking#unlink} */
    Recorded unlink(UUID local, UUID parent, @Nullable String reason, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var below = incidents.guarded(facing, local, by);
            var above = incidents.forDeciding(facing, parent, by);
            guard(facing, local, parent);
            return inBoth(facing, below, above, Linking.unlink(side(facing, below, by), parent, reason, by), by);
        });
    }

    /**
     * Two links at once hold only where they make one above the other and no more: what is above each of them, and what is
     * below the local one, must stay as it is. Many may be linked to one at the same time.
     */
    private static void guard(Verb.Facing facing, UUID local, UUID parent) {
        facing.guard(above(local));
        facing.guard(above(parent));
        facing.guard(beneath(local));
    }

    private static Linking.Side side(Verb.Facing facing, Incident incident, Acting by) {
        return new Linking.Side(incident, facing.state(Links.VIEW, incident.id(), by.viewer()));
    }

    private List<Draft> inBoth(Verb.Facing facing, Incident local, Incident parent, LocalFact fact, Acting by) {
        var labels = incidents.both(local, parent, by);
        var now = facing.now();
        return List.of(
                draft(local, above(local.id()), fact, labels, now),
                draft(parent, beneath(parent.id()), fact, labels, now));
    }

    private static Draft draft(Incident in, UUID subject, LocalFact fact, Labels labels, Instant now) {
        return Draft.on(in.id(), subject, fact, labels).happened(in.isExercise() ? in.clock(now) : null);
    }

    /** The subject of what is above the incident. */
    private static UUID above(UUID incident) {
        return subject("above:" + incident);
    }

    /** The subject of what is below it. */
    private static UUID beneath(UUID incident) {
        return subject("beneath:" + incident);
    }

    private static UUID subject(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
