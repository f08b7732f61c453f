package se.samlad.journal;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * The across-views: states across all streams, kept current entry by entry on the tail's thread. They are folded from the
 * database on a thread of their own while the rest of the server starts. A read before that is done waits.
 */
final class AcrossFold {

    private final Folding folding;
    private final List<View<?>> essential;
    private final FutureTask<Boolean> read;

    /** Other threads read the array, so it is replaced and never changed. */
    private volatile Object[] states;

    private AcrossFold(List<Across<?>> views, Rows rows, Codec codec, long until) {
        this.folding = new Folding(views.stream().<View<?>>map(Across::view).toList(), codec);
        this.essential = views.stream()
                .filter(Across::essential)
                .<View<?>>map(Across::view)
                .toList();
        this.states = folding.states();
        this.read = new FutureTask<>(() -> read(rows, until), true);
    }

    /** Starts to fold all entries up to the position. */
    static AcrossFold reading(List<Across<?>> views, Rows rows, Codec codec, long until) {
        var acrossFold = new AcrossFold(views, rows, codec, until);
        Thread.ofPlatform().name("journal-opening").daemon().start(acrossFold.read);
        return acrossFold;
    }

    private void read(Rows rows, long until) {
        var anew = folding.states();
        rows.each(
                Rows.Where.of(folding.onlyListenedTo() + " and position <= ? order by position", until),
                labels -> true,
                entry -> folding.apply(anew, entry));
        states = anew;
    }

    /** False where folding failed, or where an essential view has failed. */
    boolean isSound() {
        var now = states;
        return read.state() != Future.State.FAILED
                && essential.stream().noneMatch(view -> Folding.hasFailed(now[folding.indexOf(view)]));
    }

    boolean isRead() {
        return read.state() == Future.State.SUCCESS;
    }

    /** @throws RuntimeException why folding failed; {@link Unavailable} where it may succeed another time */
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

    /** @throws ViewFailed where the view has failed */
    <S> S state(Across<S> view) {
        awaitRead();
        return Folding.valueOf(states[folding.indexOf(view.view())]);
    }
}
