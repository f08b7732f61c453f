package se.samlad.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * All functions, and those that each account holds, in the order they were given.
 *
 * @param terms those that end or begin at a time
 */
public record Functions(
        PMap<String, Function> byId, PMap<String, PVector<String>> byAccount, PMap<Holding, Term> terms) {

    static final Functions NONE = new Functions(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** One account in one function, {@code actor/name}. */
    public record Holding(String account, String function) {}

    /**
     * When it begins and ends.
     *
     * @param from null: it has begun
     * @param until null: until further notice
     */
    public record Term(@Nullable Instant from, @Nullable Instant until) {}

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
                new Functions(byId.plus(n.function().id(), n.function()), byAccount, terms);
            case AccessFact.FunctionGiven g -> {
                var id = g.actor() + "/" + g.function();
                var held = held(g.account());
                var begun = new Functions(byId, byAccount, terms.minus(new Holding(g.account(), id)));
                yield held.contains(id) ? this : begun.holding(g.account(), held.plus(id));
            }
            case AccessFact.FunctionPromised p ->
                new Functions(
                        byId,
                        byAccount,
                        terms.plus(
                                new Holding(p.account(), p.actor() + "/" + p.function()),
                                new Term(p.from(), p.until())));
            case AccessFact.FunctionEnds e -> ending(new Holding(e.account(), e.actor() + "/" + e.function()), e.at());
            case AccessFact.FunctionTaken t -> {
                var id = t.actor() + "/" + t.function();
                yield new Functions(byId, byAccount, terms.minus(new Holding(t.account(), id)))
                        .holding(t.account(), held(t.account()).minus(id));
            }
        };
    }

    private Functions holding(String account, PVector<String> functions) {
        return new Functions(
                byId, functions.isEmpty() ? byAccount.minus(account) : byAccount.plus(account, functions), terms);
    }

    private Functions ending(Holding holding, @Nullable Instant at) {
        var from = terms.containsKey(holding) ? terms.get(holding).from() : null;
        return new Functions(
                byId,
                byAccount,
                from == null && at == null ? terms.minus(holding) : terms.plus(holding, new Term(from, at)));
    }

    private PVector<String> held(String account) {
        return byAccount.getOrDefault(account, TreePVector.empty());
    }

    /** The functions that the account may act as now; it starts with the first. */
    public List<Function> of(String account) {
        return held(account).stream().filter(byId::containsKey).map(byId::get).toList();
    }

    /** The accounts that hold a function at the actor, sorted. */
    public List<String> accounts(String actor) {
        return byAccount.entrySet().stream()
                .filter(held -> held.getValue().stream().anyMatch(f -> f.startsWith(actor + "/")))
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The accounts that hold the function, in no order. */
    public List<String> holders(String function) {
        return byAccount.entrySet().stream()
                .filter(held -> held.getValue().contains(function))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /** When the account's function begins and ends; empty where that is not stated. */
    public Optional<Term> term(String account, String function) {
        return Optional.ofNullable(terms.get(new Holding(account, function)));
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
