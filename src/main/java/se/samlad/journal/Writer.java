package se.samlad.journal;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's only writer, with group commit: it takes all commands that are queued, appends them in one transaction, and
 * answers their callers after the commit. So many callers share one disk flush.
 */
final class Writer implements AutoCloseable {

    /** What one caller wants recorded together, and what must not have changed meanwhile. */
    record Command(By by, @Nullable Once once, List<Draft> drafts, List<Guard> guards) {}

    /** Nothing may lie in the subject after this position; 0 where the subject must be new. */
    record Guard(UUID subject, long asOf) {}

    /** The command's answer: entries appended, its key was used before, or something that it guards has changed. */
    sealed interface Outcome {
        record Appended(List<Entry> entries) implements Outcome {}

        record Repeated() implements Outcome {}

        record Changed() implements Outcome {}
    }

    record Pending(Command command, List<Prepared> entries, CompletableFuture<Outcome> answer) {}

    /** A draft with all that can be computed before it has a position. @param envelope see {@link Leaf} */
    record Prepared(Draft draft, String kind, String body, byte[] salt, byte[] envelope) {}

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final Timer APPEND = Timer.builder("samlad.journal.append")
            .description("from asked to durable")
            .publishPercentiles(0.5, 0.99)
            .register(Metrics.globalRegistry);
    private static final DistributionSummary TOGETHER = DistributionSummary.builder("samlad.journal.batch")
            .description("commands that shared one commit")
            .register(Metrics.globalRegistry);
    private static final int QUEUE = 4_096;
    private static final int BATCH = 256;
    private static final long PATIENCE_SECONDS = 15;

    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Preparation preparation;
    private final Appending appending;
    private final Consumer<List<Entry>> committed;

    private final Thread thread;
    private volatile boolean open = true;
    private volatile boolean alive = true;
    private volatile Consumer<Error> ending = error -> LOG.error("the writer has ended", error);

    Writer(Appending appending, Codec codec, Consumer<List<Entry>> committed) {
        this.preparation = new Preparation(codec, appending.origin());
        this.appending = appending;
        this.committed = committed;
        this.thread = Thread.ofPlatform().name("journal-writer").daemon().start(this::run);
    }

    /** Blocks until the outcome is durable. @throws Unavailable also where it is not known after 15 seconds */
    Outcome append(Command command) {
        appending.requireAvailable();
        var pending = preparation.pending(command);
        long asked = System.nanoTime();
        if (!open || !queue.offer(pending)) throw new Unavailable("the journal has more to write than it can");
        try {
            var outcome = pending.answer().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            APPEND.record(System.nanoTime() - asked, TimeUnit.NANOSECONDS);
            return outcome;
        } catch (java.util.concurrent.TimeoutException e) {
            pending.answer().cancel(false); // what has not been sent yet never will be
            throw new Unavailable("the journal did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new Unavailable("the journal could not write", e);
        }
    }

    int queued() {
        return queue.size();
    }

    private void run() {
        var batch = new ArrayList<Pending>();
        while (open || !queue.isEmpty()) {
            try {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) continue;
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
                batch.removeIf(pending -> pending.answer().isDone());
                for (var group : withoutClashes(batch)) if (!group.isEmpty()) write(group);
            } catch (InterruptedException e) {
                open = false;
            } catch (RuntimeException e) {
                LOG.error("the writer went on after an error", e);
                batch.forEach(p -> p.answer().completeExceptionally(e));
            } catch (Error e) {
                ended(batch, e);
            } finally {
                batch.clear();
            }
        }
        appending.close();
    }

    /** Something may be committed that nobody was told of. So nothing more is written, and all who wait get the error. */
    private void ended(List<Pending> batch, Error e) {
        alive = false;
        open = false;
        var waiting = new ArrayList<>(batch);
        queue.drainTo(waiting);
        waiting.forEach(pending -> pending.answer().completeExceptionally(e));
        ending.accept(e);
    }

    /** False after an {@link Error}, which the writer can't go on from. */
    boolean isAlive() {
        return alive;
    }

    /** Is called with that error. */
    void onFatalError(Consumer<Error> by) {
        ending = by;
    }

    /**
     * Splits the batch where a command guards what an earlier one touches, or has the same key: within one call the
     * database does not compare commands with each other.
     */
    private static List<List<Pending>> withoutClashes(List<Pending> batch) {
        var groups = new ArrayList<List<Pending>>();
        var touched = new HashSet<UUID>();
        var group = new ArrayList<Pending>();
        for (var pending : batch) {
            if (clashes(pending.command(), touched)) {
                groups.add(group);
                group = new ArrayList<>();
                touched.clear();
            }
            group.add(pending);
            var once = pending.command().once();
            if (once != null) touched.add(once.key());
            for (var draft : pending.command().drafts()) touched.add(draft.subject());
        }
        groups.add(group);
        return groups;
    }

    private static boolean clashes(Command command, Set<UUID> touched) {
        var once = command.once();
        return once != null && touched.contains(once.key())
                || command.guards().stream().anyMatch(guard -> touched.contains(guard.subject()));
    }

    private void write(List<Pending> group) {
        try {
            answer(group, appending.append(group));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("a batch of {} was not acknowledged: {}", group.size(), e.getMessage());
            afterError(group, e);
        }
    }

    /**
     * A lost connection leaves the outcome unknown, so the commands' ids are looked up. Any other error may be the fault of
     * one command, so those that are not there are appended one by one. Where the database is away, all get the error at
     * once, and their callers learn the outcome by sending the same key again.
     */
    private void afterError(List<Pending> group, Exception error) {
        boolean alone = group.size() == 1;
        for (int i = 0; i < group.size(); i++) {
            var pending = group.get(i);
            try {
                var found = appending.find(pending);
                if (found != null) answer(List.of(pending), List.of(found));
                else if (alone) pending.answer().completeExceptionally(error);
                else answer(List.of(pending), appending.append(List.of(pending)));
            } catch (SQLException | RuntimeException e) {
                boolean away = Unavailable.isSaidBy(e);
                for (var each : away ? group.subList(i, group.size()) : List.of(pending))
                    each.answer().completeExceptionally(e);
                if (away) return;
            }
        }
    }

    private void answer(List<Pending> group, List<Appending.Placed> placed) {
        var all = new ArrayList<Entry>();
        for (int i = 0; i < group.size(); i++) {
            var at = placed.get(i);
            if (at.outcome() == 'A') all.addAll(entries(group.get(i), at.first(), at.recorded()));
        }
        TOGETHER.record(group.size());
        if (!all.isEmpty()) committed.accept(List.copyOf(all));
        int from = 0;
        for (int i = 0; i < group.size(); i++) {
            var pending = group.get(i);
            int n = pending.entries().size();
            pending.answer()
                    .complete(
                            switch (placed.get(i).outcome()) {
                                case 'A' -> new Outcome.Appended(List.copyOf(all.subList(from, from += n)));
                                case 'R' -> new Outcome.Repeated();
                                default -> new Outcome.Changed();
                            });
        }
    }

    private static List<Entry> entries(Pending pending, long first, Instant recorded) {
        var entries = new ArrayList<Entry>();
        long position = first;
        for (var p : pending.entries()) {
            var d = p.draft();
            var at = d.occurredAt() == null ? recorded : d.occurredAt();
            entries.add(new Entry(
                    position++,
                    d.id(),
                    d.stream(),
                    d.subject(),
                    pending.command().by(),
                    recorded,
                    at,
                    d.labels(),
                    d.marking(),
                    p.kind(),
                    d.fact(),
                    p.body()));
        }
        return entries;
    }

    /** Takes nothing more, and writes what is queued. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
