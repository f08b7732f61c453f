package se.samlad.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All views that a stream, or all of them together, is folded to: side by side in one pass. */
final class Folding {

    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

    private final List<View<?>> views;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<Class<? extends Fact>, int[]> listening = new java.util.concurrent.ConcurrentHashMap<>();

    private final String listened;
    private final String folded;

    Folding(List<View<?>> views, Codec codec) {
        this.views = List.copyOf(views);
        var heard = new TreeSet<String>();
        views.forEach(view -> heard.addAll(codec.kindsFor(view)));
        var passedOver = new TreeSet<>(codec.kinds());
        passedOver.removeAll(heard);
        this.listened = "kind = any (" + written(heard) + ")";
        this.folded = passedOver.isEmpty() ? "" : " and kind <> all (" + written(passedOver) + ")";
        for (int i = 0; i < views.size(); i++) {
            if (index.put(views.get(i).name(), i) != null)
                throw new IllegalStateException(
                        "two views are called " + views.get(i).name());
        }
    }

    private static String written(Set<String> kinds) {
        return "'{" + String.join(",", kinds) + "}'";
    }

    /** The condition that some view listens to an entry. */
    String listened() {
        return listened;
    }

    /**
     * What is to be added to a condition so that entries which no view listens to are not read. They are named, and not those
     * that some view does: one that this release does not know must be met, for it must not be guessed at.
     */
    String folded() {
        return folded;
    }

    int indexOf(View<?> view) {
        var i = index.get(view.name());
        if (i == null) throw new IllegalStateException("the view " + view.name() + " was not registered");
        return i;
    }

    Folded start() {
        return new Folded(this, states());
    }

    /** Each view's, before anything was recorded, by {@link #indexOf}. */
    Object[] states() {
        return views.stream().map(View::start).toArray();
    }

    Folded start(Folded.Kept from) {
        return from.position() == 0 ? start() : new Folded(this, from.states().clone());
    }

    /** Changes the states in place; each state itself is never changed. False where no view listens to it. */
    boolean apply(Object[] states, Entry entry) {
        int[] listeners = listening.computeIfAbsent(entry.fact().getClass(), this::listeningTo);
        for (int i : listeners) states[i] = step(views.get(i), states[i], entry);
        return listeners.length > 0;
    }

    /** What a view that threw leaves: it is contained to that view, and whoever asks for the view is told. */
    private record Failed(String view) {}

    @SuppressWarnings("unchecked")
    private static <S> Object step(View<S> view, Object state, Entry entry) {
        if (state instanceof Failed) return state;
        try {
            return (Object) view.step().apply((S) state, entry);
        } catch (RuntimeException e) {
            LOG.error(
                    "the view {} can't go on from entry {}: what depends on it is refused", view.name(), entry.id(), e);
            return new Failed(view.name());
        }
    }

    static boolean hasFailed(Object state) {
        return state instanceof Failed;
    }

    /** @throws ViewFailed where it has failed */
    @SuppressWarnings("unchecked")
    static <S> S asked(Object state) {
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
