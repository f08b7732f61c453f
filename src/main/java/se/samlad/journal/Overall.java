package se.samlad.journal;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * The states across all streams, kept up entry by entry on the tail's thread. They are read on a thread of their own, while
 * the rest of the server starts; who asks before that is done waits.
 */
final class Overall {

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
        rows.each(
                Rows.Where.of(folding.listened() + " and position <= ? order by position", until),
                labels -> true,
                entry -> folding.apply(anew, entry));
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
