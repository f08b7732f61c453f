package se.samlad.callout;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import se.samlad.forum.ForumFact;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * All calls of an incident. What ends a forum, or an actor's seat in it, calls off what still runs.
 *
 * @param byId in the order in which they were made
 * @param now each actor's latest call to each forum
 * @param keptIn whether what they send stays in the building
 */
public record Calls(PMap<UUID, Call> byId, PMap<Seat, UUID> now, boolean keptIn) {

    static final Calls NONE = new Calls(OrderedPMap.empty(), HashTreePMap.empty(), false);

    public static final View<Calls> VIEW = new View<>(
            "callout.calls", NONE, List.of(CalloutFact.class, ForumFact.class, IncidentFact.class), Calls::apply);

    /** An actor's place in a forum. */
    public record Seat(UUID forum, String actor) {}

    /** All calls to a forum as one thing in the incident's stream. */
    static UUID subject(UUID forum) {
        return UUID.nameUUIDFromBytes(("calls:" + forum).getBytes(StandardCharsets.UTF_8));
    }

    public Optional<Call> find(UUID call) {
        return Optional.ofNullable(byId.get(call));
    }

    /** The latest call of each actor to the forum, in the order in which they were made. */
    public List<Call> of(UUID forum) {
        return byId.values().stream()
                .filter(call -> call.forum().equals(forum))
                .filter(call -> call.id().equals(now.get(new Seat(forum, call.actor()))))
                .toList();
    }

    public List<Call> running() {
        return byId.values().stream().filter(Call::isRunning).toList();
    }

    Calls apply(Entry entry) {
        var at = entry.occurredAt();
        return switch (entry.fact()) {
            case CalloutFact fact -> apply(fact, entry.by().account(), at);
            case ForumFact.Acknowledged a ->
                seat(a.forum(), entry.by().actor(), call -> call.ended(Call.State.ACKNOWLEDGED, at));
            case ForumFact.Released r -> {
                var calls = this;
                for (var actor : r.release()) calls = calls.seat(entry.subject(), actor, call -> off(call, at));
                yield calls;
            }
            case ForumFact.Closed c -> all(of(entry.subject()), at);
            case IncidentFact.StoodDown s -> all(byId.values(), at);
            default -> this;
        };
    }

    private Calls apply(CalloutFact fact, String account, Instant at) {
        return switch (fact) {
            case CalloutFact.Called c -> called(c, at);
            case CalloutFact.StepsTaken s -> {
                var calls = this;
                for (var step : s.steps()) calls = calls.call(step.call(), call -> call.step(step.rung(), at));
                yield calls;
            }
            case CalloutFact.Carried c -> {
                var calls = this;
                for (var given : c.given())
                    calls = calls.call(given.call(), call -> call.told(given.rung(), given.outcome(), at));
                yield calls;
            }
            case CalloutFact.Noted n -> call(n.call(), call -> call.noted(n.outcome(), at));
            case CalloutFact.Skipped s -> call(s.call(), call -> call.skipped(s.rung(), at));
            case CalloutFact.Placed p -> call(p.call(), call -> call.placed(p.place(), at));
            case CalloutFact.Came c ->
                call(c.call(), call -> c.there() ? call.placed(CalloutFact.Place.IN_CONFERENCE, at) : call.notThere());
            case CalloutFact.NotReached n -> {
                var calls = this;
                for (var id : n.calls()) calls = calls.call(id, call -> call.ended(Call.State.NOT_REACHED, at));
                yield calls;
            }
            case CalloutFact.KeptIn k -> new Calls(byId, now, k.keptIn());
            case CalloutFact.LookedUp l -> call(l.call(), call -> call.lookedUp(account, l.function()));
        };
    }

    private Calls called(CalloutFact.Called c, Instant at) {
        var calls = byId;
        var latest = now;
        for (var asked : c.calls()) {
            calls = calls.plus(asked.call(), Call.of(c.forum(), asked, at));
            latest = latest.plus(new Seat(c.forum(), asked.actor()), asked.call());
        }
        return new Calls(calls, latest, keptIn);
    }

    private static Call off(Call call, Instant at) {
        return call.isRunning() ? call.ended(Call.State.CALLED_OFF, at) : call;
    }

    private Calls all(Collection<Call> which, Instant at) {
        var calls = this;
        for (var each : which) calls = calls.call(each.id(), call -> off(call, at));
        return calls;
    }

    private Calls seat(UUID forum, String actor, UnaryOperator<Call> change) {
        var id = now.get(new Seat(forum, actor));
        return id == null ? this : call(id, change);
    }

    private Calls call(UUID id, UnaryOperator<Call> change) {
        var before = byId.get(id);
        if (before == null) return this;
        var after = change.apply(before);
        return after == before ? this : new Calls(byId.plus(id, after), now, keptIn);
    }

    /** The calls of all incidents that are not stood down, for what runs by itself. Not filtered: read through the gate. */
    public record Open(PMap<UUID, Calls> byIncident) {

        public static final Across<Open> ACROSS = new Across<>(new View<>(
                "callout.open",
                new Open(HashTreePMap.empty()),
                List.of(CalloutFact.class, ForumFact.class, IncidentFact.class),
                Open::apply));

        private Open apply(Entry entry) {
            if (entry.fact() instanceof IncidentFact.StoodDown) return new Open(byIncident.minus(entry.stream()));
            var before = byIncident.getOrDefault(entry.stream(), Calls.NONE);
            var after = before.apply(entry);
            return after == before ? this : new Open(byIncident.plus(entry.stream(), after));
        }

        /** The incident of a call. */
        Optional<UUID> incidentOf(UUID call) {
            return byIncident.entrySet().stream()
                    .filter(each -> each.getValue().byId().containsKey(call))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }
}
