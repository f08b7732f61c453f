package se.samlad.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/** All functions, and those that each account holds, in the order they were given. */
public record Functions(PMap<String, Function> byId, PMap<String, PVector<String>> byAccount) {

    static final Functions NONE = new Functions(HashTreePMap.empty(), HashTreePMap.empty());

    /** The projection over all actors' streams, kept on every node. */
    public static final Across<Functions> ACROSS =
            Across.essential(View.of("access.functions", NONE, AccessFact.class, (s, e, f) -> s.apply(e, f)));

    /** The stream of the actor's functions and of the accounts that hold them. */
    public static UUID stream(String actor) {
        return UUID.nameUUIDFromBytes(("actor:" + actor).getBytes(StandardCharsets.UTF_8));
    }

    Functions apply(Entry by, AccessFact fact) {
        return switch (fact) {
            case AccessFact.FunctionNamed n ->
                new Functions(byId.plus(n.function().id(), n.function()), byAccount);
            case AccessFact.FunctionGiven g -> {
                var id = g.actor() + "/" + g.function();
                var held = held(g.account());
                yield held.contains(id) ? this : new Functions(byId, byAccount.plus(g.account(), held.plus(id)));
            }
            case AccessFact.FunctionTaken t ->
                new Functions(
                        byId, byAccount.plus(t.account(), held(t.account()).minus(t.actor() + "/" + t.function())));
        };
    }

    private PVector<String> held(String account) {
        return byAccount.getOrDefault(account, TreePVector.empty());
    }

    /** The functions that the account may act as now; it starts with the first. */
    public List<Function> of(String account) {
        return held(account).stream().filter(byId::containsKey).map(byId::get).toList();
    }

    public Optional<Function> find(String actor, String name) {
        return Optional.ofNullable(byId.get(actor + "/" + name));
    }

    public List<Function> ofActor(String actor) {
        return byId.values().stream()
                .filter(f -> f.actor().equals(actor))
                .sorted(java.util.Comparator.comparing(Function::level).thenComparing(Function::name))
                .toList();
    }
}
