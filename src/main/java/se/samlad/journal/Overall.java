package se.samlad.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    private final Folding folding;
    private final List<View<?>> essential;
    private final FutureTask<Boolean> read;

    /** Replaced, and never changed in place once it is here: others read it meanwhile. */
    private volatile Object[] states;

    private Overall(List<Across<?>> views, Rows rows, Codec codec, long until) {
        this.folding = new Folding(views.stream().<View<?>>map(Across::view).toList(), codec);
        this.essential = views.stream()
                .filter(Across::essential)
                .<View<?>>map(Across::view)
                .toList();
        this.states = folding.states();
        this.read = new FutureTask<>(() -> read(rows, until), true);
    }

    /** Begins to read what they listen to, up to the position and in one pass. */
    static Overall reading(List<Across<?>> views, Rows rows, Codec codec, long until) {
        var overall = new Overall(views, rows, codec, until);
        Thread.ofPlatform().name("journal-opening").daemon().start(overall.read);
        return overall;
    }

    private void read(Rows rows, long until) {
        var anew = folding.states();
        try (var behind = new Behind(entry -> folding.apply(anew, entry))) {
            rows.whole(
                    Rows.Where.of(folding.listened() + " and position <= ? order by position", until),
                    labels -> true,
                    behind);
            behind.foldAll();
        }
        states = anew;
    }

    /** False where it could not be read, or where an essential view has failed. */
    boolean isSound() {
        var now = states;
        return read.state() != Future.State.FAILED
                && essential.stream().noneMatch(view -> Folding.hasFailed(now[folding.indexOf(view)]));
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
    private static final class Behind implements Consumer<Entry>, AutoCloseable {
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private CompletableFuture<?> folded = CompletableFuture.completedFuture(null);
        private List<Entry> next = new ArrayList<>();
        private final Consumer<Entry> fold;

        Behind(Consumer<Entry> fold) {
            this.fold = fold;
        }

        @Override
        public void accept(Entry entry) {
            next.add(entry);
            if (next.size() == TOGETHER) fold();
        }

        private void fold() {
            folded.join();
            var whole = next;
            next = new ArrayList<>();
            folded = CompletableFuture.runAsync(() -> whole.forEach(fold), thread);
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
        var next = states.clone();
        if (folding.apply(next, entry)) states = next;
    }

    /** @throws ViewFailed where it has failed */
    <S> S state(Across<S> view) {
        awaitRead();
        return Folding.asked(states[folding.indexOf(view.view())]);
    }
}
