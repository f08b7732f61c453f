package se.samlad.incident;

import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/** Every incident there has been; to be read through the gate, by each one's own labels. */
record IncidentList(PMap<UUID, Incident> byId) {

    static final Across<IncidentList> ACROSS = new Across<>(View.of(
            "incident.list", new IncidentList(HashTreePMap.empty()), IncidentFact.class, (s, e, f) -> s.apply(e, f)));

    IncidentList apply(Entry by, IncidentFact fact) {
        var before = byId.getOrDefault(by.stream(), Incident.NOTHING);
        return new IncidentList(byId.plus(by.stream(), before.apply(by, fact)));
    }
}
