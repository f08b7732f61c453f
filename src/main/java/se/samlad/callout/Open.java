package se.samlad.callout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.forum.ForumFact;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/** The calls of all incidents that are not stood down, for what runs by itself. Not filtered: read through the gate. */
record Open(PMap<UUID, Calls> byIncident) {

    static final Across<Open> ACROSS = new Across<>(new View<>(
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
