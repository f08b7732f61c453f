package se.samlad.resource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.local.Locals;
import se.samlad.web.Done;
import se.samlad.web.Times;

/**
 * Needs of a local incident that flow up (F5): to the regional incident above it, else to the members in ordinary mode. The
 * upper need is the municipality's own (A4). Its id is made of the local one's, so that it is sent once, and its
 * {@code noted} leads back.
 */
@RestController
public class Sending {

    /** So often may one need be sent again, each time after the former was over. */
    private static final int TIMES = 10;

    /** What is left out is as in the local need; the quantity is what is missing there. */
    record Words(
            @Nullable String what,
            @Nullable Integer quantity,
            @Nullable String where,
            @Nullable OffsetDateTime until,
            @Nullable String ifNot) {}

    /** Where a need is sent. @param to the regional incident; null: to the members in ordinary mode */
    public record Way(@Nullable Incident to) {}

    /** @param upper the one that it was sent up as @param now by the clock of where that is asked for */
    public record Sent(Need need, Need upper, Instant now) {}

    private final Journal journal;
    private final Incidents incidents;
    private final Resources resources;
    private final Locals locals;

    Sending(Journal journal, Incidents incidents, Resources resources, Locals locals) {
        this.journal = journal;
        this.incidents = incidents;
        this.resources = resources;
        this.locals = locals;
    }

    /**
     * By the municipality that answers for the local incident, in its own name.
     *
     * @param id of the need in the local incident
     * @throws NotThere where the caller may not see it; NotMandated resource.send-whose
     * @throws Refused resource.send-exercise, resource.sent-already, resource.ended, incident.ended; for the words as
     *     {@link Lending#raise}
     */
    @PostMapping("/api" + ResourcePages.NEEDS + "/{id}/sending")
    Done send(@PathVariable UUID id, @RequestBody Words said, Acting by, Once once) {
        var stream = resources.get(id, by.viewer()).stream();
        if (stream.equals(id)) throw new NotMandated("resource.send-whose"); // ordinary mode has nothing above it
        var recorded = by.record(journal, once, facing -> {
            var local = incidents.guarded(facing, stream, by);
            facing.guard(id);
            var need = facing.state(Need.All.VIEW, stream, by.viewer()).find(id).orElseThrow(NotThere::new);
            if (!sends(local, by)) throw new NotMandated("resource.send-whose");
            if (isOver(need)) throw new Refused("resource.ended");
            var to = above(locals.parent(facing, stream, by));
            if (to == null && local.isExercise()) throw new Refused("resource.send-exercise");
            var before = sent(id, by.viewer());
            if (!before.isEmpty()) facing.guard(before.getLast().id());
            boolean goesOn = !before.isEmpty() && !isOver(before.getLast());
            if (goesOn || before.size() >= TIMES) throw new Refused("resource.sent-already");
            var incident = to == null ? null : to.id();
            return List.of(resources.raised(facing, incident, idOf(id, before.size()), words(need, said), by));
        });
        return new Done(recorded, ResourcePages.NEEDS + "/" + recorded.id());
    }

    private static @Nullable Incident above(Optional<Incident> parent) {
        return parent.filter(Incident::isOpen).orElse(null);
    }

    /** Whether the acting one may send needs of the incident up. */
    private static boolean sends(Incident local, Acting by) {
        return local.state() == Incident.State.LOCAL && local.isSignalledBy(by);
    }

    private static Lending.Wanted words(Need need, Words said) {
        var raised = need.raised();
        return new Lending.Wanted(
                said.what() == null ? raised.what() : said.what(),
                said.quantity() == null ? wanted(need) : said.quantity(),
                said.where() == null ? raised.where() : said.where(),
                raised.from(),
                said.until() == null ? raised.until() : Times.instant(said.until()),
                said.ifNot() == null ? raised.ifNot() : said.ifNot(),
                raised.receiver(),
                raised.kind(),
                raised.post(),
                raised.area(),
                need.id());
    }

    /** How many to ask for: what nobody has promised, else as many as are needed. */
    static int wanted(Need need) {
        return need.missing() > 0 ? need.missing() : need.raised().quantity();
    }

    private static boolean isOver(Need need) {
        return need.state() == Need.State.CLOSED;
    }

    /** The way that the viewer may send the need now; empty: it may not, or it is sent. */
    Optional<Way> way(Need need, @Nullable Incident local, Viewer viewer) {
        if (local == null || isOver(need)) return Optional.empty();
        boolean may = viewer.acting().filter(by -> sends(local, by)).isPresent();
        boolean goesOn =
                upper(need, viewer).filter(each -> !isOver(each.upper())).isPresent();
        if (!may || goesOn) return Optional.empty();
        var to = above(locals.parent(local.id(), viewer));
        return to == null && local.isExercise() ? Optional.empty() : Optional.of(new Way(to));
    }

    /** The need that this one was sent up as, the last time; empty: it was not, or the viewer may not see it. */
    Optional<Sent> upper(Need need, Viewer viewer) {
        var sent = sent(need.id(), viewer);
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent(need, sent.getLast(), viewer));
    }

    private Sent sent(Need need, Need upper, Viewer viewer) {
        return new Sent(need, upper, resources.where(upper, viewer).clock(resources.now()));
    }

    /** Those that it was sent up as, the first first. */
    private List<Need> sent(UUID need, Viewer viewer) {
        var all = new ArrayList<Need>();
        for (int time = 0; time < TIMES; time++) {
            var found = resources.find(idOf(need, time), viewer);
            if (found.isEmpty()) break;
            all.add(found.get());
        }
        return all;
    }

    /** The incident's needs that were sent up, in order, and the upper ones that go on and that the viewer sees. */
    List<Sent> sentUp(UUID incident, Viewer viewer) {
        var needs = resources.in(incident, viewer);
        var local = needs.stream().map(Need::id).collect(Collectors.toSet());
        var upper = new HashMap<UUID, Need>();
        resources.everywhere(viewer).forEach(each -> {
            var from = each.raised().noted();
            if (from != null && local.contains(from)) upper.merge(from, each, Sending::later);
        });
        return needs.stream()
                .filter(need -> upper.containsKey(need.id()))
                .map(need -> sent(need, Objects.requireNonNull(upper.get(need.id())), viewer))
                .toList();
    }

    private static Need later(Need one, Need other) {
        return one.at().isAfter(other.at()) ? one : other;
    }

    private static UUID idOf(UUID need, int time) {
        return UUID.nameUUIDFromBytes(("sent:" + need + time).getBytes(StandardCharsets.UTF_8));
    }

    /** Where an upper need comes from: the need that it was noted in, where the viewer may see that. */
    Optional<Need> origin(Need upper, Viewer viewer) {
        var noted = upper.raised().noted();
        return noted == null ? Optional.empty() : resources.find(noted, viewer);
    }
}
