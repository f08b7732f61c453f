package se.samlad.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All views that a stream is folded to, side by side in one pass. */
final class Folding {

    private final List<View<?>> views;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<Class<? extends Fact>, int[]> listening = new java.util.concurrent.ConcurrentHashMap<>();

    Folding(List<View<?>> views) {
        this.views = List.copyOf(views);
        for (int i = 0; i < views.size(); i++) {
            if (index.put(views.get(i).name(), i) != null)
                throw new IllegalStateException(
                        "two views are called " + views.get(i).name());
        }
    }

    int indexOf(View<?> view) {
        var i = index.get(view.name());
        if (i == null) throw new IllegalStateException("the view " + view.name() + " was not registered");
        return i;
    }

    Folded start() {
        return new Folded(this, views.stream().map(View::start).toArray());
    }

    Folded start(Folded.Kept from) {
        return from.position() == 0 ? start() : new Folded(this, from.states().clone());
    }

    /** Changes the states in place; each state itself is never changed. */
    void apply(Object[] states, Entry entry) {
        for (int i : listening.computeIfAbsent(entry.fact().getClass(), this::listeningTo)) {
            states[i] = step(views.get(i), states[i], entry);
        }
    }

    @SuppressWarnings("unchecked")
    private static <S> Object step(View<S> view, Object state, Entry entry) {
        return (Object) view.step().apply((S) state, entry);
    }

    private int[] listeningTo(Class<? extends Fact> fact) {
        var which = new ArrayList<Integer>();
        for (int i = 0; i < views.size(); i++) {
            if (views.get(i).listensTo(fact)) which.add(i);
        }
        return which.stream().mapToInt(Integer::intValue).toArray();
    }
}
