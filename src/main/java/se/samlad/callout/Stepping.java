package se.samlad.callout;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samlad.actor.Actors;
import se.samlad.callout.Calls.Open;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Reader;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.lapse.Lapsing;

/** Takes the steps of all ladders when their time comes, by their incidents' clocks: those of a forum in one entry. */
@Component
class Stepping implements Lapsing {

    private final Journal journal;
    private final Incidents incidents;
    private final Actors actors;
    private final boolean callsNobody;

    /** @param callsNobody whether this node only looks at the journal, such as at a copy of it */
    Stepping(
            Journal journal,
            Incidents incidents,
            Actors actors,
            @Value("${samlad.call-nobody:false}") boolean callsNobody) {
        this.journal = journal;
        this.incidents = incidents;
        this.actors = actors;
        this.callsNobody = callsNobody;
    }

    @Override
    public List<Lapse> due(Instant now) {
        if (callsNobody) return List.of();
        return journal.across(Open.ACROSS).byIncident().entrySet().stream()
                .flatMap(each -> due(each.getKey(), each.getValue(), now))
                .toList();
    }

    private Stream<Lapse> due(UUID id, Calls calls, Instant now) {
        var clock = incidents.known(id).map(incident -> incident.clock(now)).orElse(now);
        return calls.running().stream()
                .filter(call -> call.isDue(clock))
                .collect(Collectors.groupingBy(Call::forum))
                .entrySet()
                .stream()
                .map(due -> lapse(id, due.getKey(), due.getValue()));
    }

    /** Which steps are due is part of the key: an exercise's clock may stand still, so that two are due at one time. */
    private Lapse lapse(UUID incident, UUID forum, List<Call> due) {
        var which = due.stream()
                .map(call -> call.id() + "/" + call.taken().size())
                .sorted()
                .collect(Collectors.joining(" ", forum + " ", ""));
        var at = due.stream().flatMap(call -> call.due().stream()).min(Instant::compareTo);
        return new Lapse(
                UUID.nameUUIDFromBytes(which.getBytes(StandardCharsets.UTF_8)),
                at.orElse(Instant.EPOCH),
                actors.secretariat(),
                facing -> take(facing, incident, forum));
    }

    /** @throws Refused callout.nothing-due, where another node has taken them, or somebody has answered */
    private static List<Draft> take(Verb.Facing facing, UUID stream, UUID forum) {
        facing.guard(stream);
        facing.guard(forum);
        facing.guard(Calls.subject(forum));
        var incident = facing.state(Incident.VIEW, stream, Reader.ALL);
        var clock = incident.clock(facing.now());
        var labels = facing.state(ForumsView.VIEW, stream, Reader.ALL)
                .find(forum)
                .orElseThrow(() -> new Refused("callout.nothing-due"))
                .labels();
        var facts = Calling.due(facing.state(Calls.VIEW, stream, Reader.ALL), forum, clock);
        if (facts.isEmpty()) throw new Refused("callout.nothing-due");
        return facts.stream()
                .map(fact -> Draft.on(stream, Calls.subject(forum), fact, labels)
                        .happened(incident.isExercise() ? clock : null))
                .toList();
    }
}
