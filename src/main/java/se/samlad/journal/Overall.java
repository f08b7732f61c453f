package se.samlad.journal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The states across all streams, kept up entry by entry on the tail's thread. */
final class Overall {

    private final List<Across<?>> views;
    private final Map<String, Object> states = new ConcurrentHashMap<>();

    private Overall(List<Across<?>> views) {
        this.views = List.copyOf(views);
    }

    /** Reads what they listen to, up to the position and in one pass. */
    static Overall read(List<Across<?>> views, Rows rows, Codec codec, long until) {
        var overall = new Overall(views);
        views.forEach(each -> overall.states.put(each.view().name(), each.view().start()));
        var kinds = views.stream()
                .flatMap(each -> codec.kindsFor(each.view()).stream())
                .distinct()
                .toList();
        rows.each(
                new Rows.Where("kind = any(?) and position <= ? order by position", kinds, until),
                labels -> true,
                overall::arrived);
        return overall;
    }

    void arrived(Entry entry) {
        for (var each : views) {
            var view = each.view();
            if (view.listensTo(entry.fact().getClass()))
                states.computeIfPresent(view.name(), (name, state) -> step(view, state, entry));
        }
    }

    @SuppressWarnings("unchecked")
    private static <S> Object step(View<S> view, Object state, Entry entry) {
        return (Object) view.step().apply((S) state, entry);
    }

    @SuppressWarnings("unchecked")
    <S> S state(Across<S> view) {
        var state = states.get(view.view().name());
        if (state == null) throw new IllegalStateException(view.view().name() + " was not registered");
        return (S) state;
    }
}
