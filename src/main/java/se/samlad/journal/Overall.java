package se.samlad.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * The states across all streams, kept up entry by entry on the tail's thread. They are read on a thread of their own, while
 * the rest of the server starts; who asks before that is done waits.
 */
final class Overall {

    private static final int TOGETHER = 500;
    private final List<Across<?>> views;
    private final Map<String, Object> states = new ConcurrentHashMap<>();
    private final FutureTask<Boolean> read;

    private Overall(List<Across<?>> views, Rows rows, Codec codec, long until) {
        this.views = List.copyOf(views);
        views.forEach(each -> states.put(each.view().name(), each.view().start()));
        this.read = new FutureTask<>(() -> read(rows, codec, until), true);
    }

    /** Begins to read what they listen to, up to the position and in one pass. */
    static Overall reading(List<Across<?>> views, Rows rows, Codec codec, long until) {
        var overall = new Overall(views, rows, codec, until);
        Thread.ofPlatform().name("journal-opening").daemon().start(overall.read);
        return overall;
    }

    private void read(Rows rows, Codec codec, long until) {
        var kinds = views.stream()
                .flatMap(each -> codec.kindsFor(each.view()).stream())
                .distinct()
                .toList();
        try (var behind = new Behind()) {
            rows.each(
                    Rows.Where.of("kind = any(?) and position <= ? order by position", kinds, until),
                    labels -> true,
                    behind);
            behind.foldAll();
        }
    }

    boolean isRead() {
        return read.state() == Future.State.SUCCESS;
    }

    /** @throws RuntimeException that it could not be read for: {@link Unavailable} where it may be another time */
    void awaitRead() {
        try {
            read.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e.getCause());
        }
    }

    /** Folds on a thread of its own, some hundreds at a time, while the next are being read. */
    private final class Behind implements Consumer<Entry>, AutoCloseable {
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private CompletableFuture<?> folded = CompletableFuture.completedFuture(null);
        private List<Entry> next = new ArrayList<>();

        @Override
        public void accept(Entry entry) {
            next.add(entry);
            if (next.size() == TOGETHER) fold();
        }

        private void fold() {
            folded.join();
            var whole = next;
            next = new ArrayList<>();
            folded = CompletableFuture.runAsync(() -> whole.forEach(Overall.this::fold), thread);
        }

        void foldAll() {
            fold();
            folded.join();
        }

        @Override
        public void close() {
            thread.close();
        }
    }

    void arrived(Entry entry) {
        awaitRead();
        fold(entry);
    }

    private void fold(Entry entry) {
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
        awaitRead();
        var state = states.get(view.view().name());
        if (state == null) throw new IllegalStateException(view.view().name() + " was not registered");
        return (S) state;
    }
}
