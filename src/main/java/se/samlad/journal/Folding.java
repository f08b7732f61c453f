package se.samlad.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A set of views that are folded together, in one pass over the entries. */
final class Folding {

    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

    private final List<View<?>> views;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<Class<? extends Fact>, int[]> listening = new java.util.concurrent.ConcurrentHashMap<>();

    private final String onlyListenedTo;
    private final String exceptIgnored;

    Folding(List<View<?>> views, Codec codec) {
        this.views = List.copyOf(views);
        var heard = new TreeSet<String>();
        views.forEach(view -> heard.addAll(codec.kindsFor(view)));
        var ignored = new TreeSet<>(codec.kinds());
        ignored.removeAll(heard);
        this.onlyListenedTo = "kind = any (" + written(heard) + ")";
        this.exceptIgnored = ignored.isEmpty() ? "" : " and kind <> all (" + written(ignored) + ")";
        for (int i = 0; i < views.size(); i++) {
            if (index.put(views.get(i).name(), i) != null)
                throw new IllegalStateException(
                        "two views are called " + views.get(i).name());
        }
    }

    private static String written(Set<String> kinds) {
        return "'{" + String.join(",", kinds) + "}'";
    }

    /** An SQL condition: some view listens to the entry. */
    String onlyListenedTo() {
        return onlyListenedTo;
    }

    /**
     * An SQL condition, with a leading {@code and}, that leaves out entries that no view listens to. It names the kinds to
     * leave out, so that entries of a kind that this release does not know are still read, and then refused.
     */
    String exceptIgnored() {
        return exceptIgnored;
    }

    int indexOf(View<?> view) {
        var i = index.get(view.name());
        if (i == null) throw new IllegalStateException("the view " + view.name() + " was not registered");
        return i;
    }

    Folded start() {
        return new Folded(this, states());
    }

    /** The start state of each view, at its {@link #indexOf}. */
    Object[] states() {
        return views.stream().map(View::start).toArray();
    }

    Folded start(Folded.Snapshot from) {
        return from.position() == 0 ? start() : new Folded(this, from.states().clone());
    }

    /** Replaces the states that the entry changes. A state itself is immutable. False where no view listens to the entry. */
    boolean apply(Object[] states, Entry entry) {
        int[] listeners = listening.computeIfAbsent(entry.fact().getClass(), this::listeningTo);
        for (int i : listeners) states[i] = step(views.get(i), states[i], entry);
        return listeners.length > 0;
    }

    /** Stands for the state of a view that threw. Only who reads that view is refused. */
    private record Failed(String view) {}

    @SuppressWarnings("unchecked")
    private static <S> Object step(View<S> view, Object state, Entry entry) {
        if (state instanceof Failed) return state;
        try {
            return (Object) view.step().apply((S) state, entry);
        } catch (RuntimeException e) {
            LOG.error("the view {} has failed at entry {}: reads of it are refused", view.name(), entry.id(), e);
            return new Failed(view.name());
        }
    }

    static boolean hasFailed(Object state) {
        return state instanceof Failed;
    }

    /** @throws ViewFailed where it has failed */
    @SuppressWarnings("unchecked")
    static <S> S valueOf(Object state) {
        if (state instanceof Failed failed) throw new ViewFailed(failed.view());
        return (S) state;
    }

    private int[] listeningTo(Class<? extends Fact> fact) {
        var which = new ArrayList<Integer>();
        for (int i = 0; i < views.size(); i++) {
            if (views.get(i).listensTo(fact)) which.add(i);
        }
        return which.stream().mapToInt(Integer::intValue).toArray();
    }
}
