package se.samlad.people;

import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import se.samlad.access.AccessFact;
import se.samlad.journal.Across;
import se.samlad.journal.View;

/** The accounts that held a function at each actor once: their people can be forgotten by that actor. */
record Former(PMap<String, PSet<String>> byActor) {

    static final Across<Former> ACROSS = new Across<>(
            View.of("people.former", new Former(HashTreePMap.empty()), AccessFact.class, (former, e, fact) -> {
                if (!(fact instanceof AccessFact.FunctionTaken taken) || Programs.isProgram(taken.account()))
                    return former;
                var before = former.byActor.getOrDefault(taken.actor(), HashTreePSet.empty());
                return new Former(former.byActor.plus(taken.actor(), before.plus(taken.account())));
            }));

    Set<String> of(String actor) {
        return byActor.getOrDefault(actor, HashTreePSet.empty());
    }
}
