package se.samlad.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.View;

/**
 * Which labels follow from which, folded from the rooms' facts: the projection that the gate reads. Reads no clock.
 *
 * @param pairs what takes two labels, by its own label
 * @param paired the same by the first of the two: the label with the other that it needs
 */
public record Grants(
        PMap<String, PSet<String>> holders,
        PMap<String, PSet<String>> labels,
        PMap<String, Grants.Pair> pairs,
        PMap<String, PMap<String, String>> paired) {

    public static final Grants NONE =
            new Grants(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** Two labels that are needed both. */
    public record Pair(String one, String other) {}

    /** The single view over all rooms' sources. */
    public static Across<Grants> across(List<Grant.Source> sources) {
        List<Class<? extends Fact>> facts = new ArrayList<>();
        sources.forEach(source -> facts.add(source.facts()));
        return Across.essential(
                new View<>("access.grants", NONE, facts, (state, entry) -> state.apply(sources, entry)));
    }

    private Grants apply(List<Grant.Source> sources, Entry entry) {
        var state = this;
        for (var source : sources) {
            if (!source.facts().isInstance(entry.fact())) continue;
            for (var grant : source.grants().apply(state, entry)) state = state.with(grant);
        }
        return state;
    }

    public Grants with(Grant grant) {
        var also = grant.also();
        if (also != null)
            return new Grants(
                    holders,
                    labels,
                    pairs.plus(grant.label(), new Pair(grant.by(), also)),
                    paired.plus(
                            grant.by(),
                            paired.getOrDefault(grant.by(), HashTreePMap.empty())
                                    .plus(grant.label(), also)));
        boolean already =
                holders.getOrDefault(grant.label(), HashTreePSet.empty()).contains(grant.by());
        if (already == grant.held()) return this;
        return new Grants(
                changed(holders, grant.label(), grant.by(), grant.held()),
                changed(labels, grant.by(), grant.label(), grant.held()),
                pairs,
                paired);
    }

    private static PMap<String, PSet<String>> changed(
            PMap<String, PSet<String>> map, String key, String value, boolean held) {
        var old = map.getOrDefault(key, HashTreePSet.empty());
        return map.plus(key, held ? old.plus(value) : old.minus(value));
    }

    /** Whether the label follows from the base labels, in at most two steps; or both that it needs do. */
    boolean follows(String label, Set<String> base) {
        var pair = pairs.get(label);
        return pair == null ? followsAlone(label, base) : isHeld(pair.one(), base) && isHeld(pair.other(), base);
    }

    private boolean isHeld(String label, Set<String> base) {
        return base.contains(label) || followsAlone(label, base);
    }

    private boolean followsAlone(String label, Set<String> base) {
        for (String by : holders.getOrDefault(label, HashTreePSet.empty())) {
            if (base.contains(by)) return true;
            for (String first : holders.getOrDefault(by, HashTreePSet.empty())) {
                if (base.contains(first)) return true;
            }
        }
        return false;
    }

    /** The labels from which the label follows. */
    public PSet<String> holders(String label) {
        return holders.getOrDefault(label, HashTreePSet.empty());
    }

    /** The base labels and all that follow from them. */
    List<String> all(Set<String> base) {
        var all = new HashSet<>(base);
        for (String label : base) {
            for (String next : labels.getOrDefault(label, HashTreePSet.empty())) {
                all.add(next);
                all.addAll(labels.getOrDefault(next, HashTreePSet.empty()));
            }
        }
        var both = new ArrayList<String>();
        if (!paired.isEmpty())
            for (String one : all)
                paired.getOrDefault(one, HashTreePMap.empty()).forEach((label, other) -> {
                    if (all.contains(other)) both.add(label);
                });
        all.addAll(both);
        return List.copyOf(all);
    }
}
