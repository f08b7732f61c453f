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

/** Which labels follow from which, folded from the rooms' facts: the projection that the gate reads. Reads no clock. */
public record Grants(PMap<String, PSet<String>> holders, PMap<String, PSet<String>> labels) {

    public static final Grants NONE = new Grants(HashTreePMap.empty(), HashTreePMap.empty());

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
        boolean already =
                holders.getOrDefault(grant.label(), HashTreePSet.empty()).contains(grant.by());
        if (already == grant.held()) return this;
        return new Grants(
                changed(holders, grant.label(), grant.by(), grant.held()),
                changed(labels, grant.by(), grant.label(), grant.held()));
    }

    private static PMap<String, PSet<String>> changed(
            PMap<String, PSet<String>> map, String key, String value, boolean held) {
        var old = map.getOrDefault(key, HashTreePSet.empty());
        return map.plus(key, held ? old.plus(value) : old.minus(value));
    }

    /** Whether the label follows from the base labels, in at most two steps. */
    boolean follows(String label, Set<String> base) {
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
        return List.copyOf(all);
    }
}
