package se.samlad.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One stream's views, folded once for each visibility class, and kept current entry by entry.
 *
 * <p>The label sets that occur in a stream are few. Which of them a reader sees is its visibility class: all readers of a
 * class see exactly the same entries, so they share states, rendered panels and bytes.
 */
final class StreamFold {

    private static final int CLASSES = 256;
    private static final int READERS = 512;

    /** How many past states are kept: a page of the past reads several views of one instant. */
    private static final int MOMENTS = 32;

    private record Moment(BitSet sight, Instant recordedBy) {}

    /** What a past state is folded from: a snapshot and the entries after it, as far as they pass the gate. */
    private record Refold(Folded.Span span, Predicate<Labels> gate) {}

    /** Nobody states that something happens so long after it is recorded, except in an exercise. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final UUID stream;
    private final Rows rows;
    private final Folding folding;
    private final Map<Labels, Integer> sets = new HashMap<>();
    private final Map<BitSet, Folded> classes = bounded(CLASSES);
    private final Map<Reader, Boolean> recent = bounded(READERS);
    private final Map<Moment, Folded> moments = bounded(MOMENTS);

    /**
     * Who is reading now, and how often. After a restart many classes are read at once; who folds one folds those of all
     * readers that wait, in one pass over the rows.
     */
    private final Map<Reader, Integer> readingNow = new ConcurrentHashMap<>();

    private final Queue<Entry> inbox = new ConcurrentLinkedQueue<>();
    private boolean loaded;
    private long at;

    StreamFold(UUID stream, Rows rows, Folding folding) {
        this.stream = stream;
        this.rows = rows;
        this.folding = folding;
    }

    /** Called by the tail; never waits for a reader. */
    void arrived(Entry entry) {
        inbox.add(entry);
    }

    /** The state that the reader's entries fold to. */
    <S> S view(View<S> view, Reader reader) {
        readingNow.merge(reader, 1, Integer::sum);
        try {
            return viewNow(view, reader);
        } finally {
            readingNow.computeIfPresent(reader, (r, times) -> times == 1 ? null : times - 1);
        }
    }

    private synchronized <S> S viewNow(View<S> view, Reader reader) {
        return folded(sightNow(reader)).state(folding.indexOf(view));
    }

    /** Whether both readers see the same entries. */
    synchronized boolean seeTheSame(Reader reader, Reader other) {
        return sightNow(reader).equals(sight(other::sees));
    }

    synchronized Sight sightOf(Reader reader) {
        return new Sight(sightNow(reader), sets.size());
    }

    /** The state from what was recorded by an instant, seen with the labels that the reader holds today. */
    <S> S view(View<S> view, Reader reader, Instant recordedBy) {
        Moment moment;
        Refold refold;
        boolean over;
        synchronized (this) {
            moment = new Moment(sightNow(reader), recordedBy);
            var before = moments.get(moment);
            if (before != null) return before.state(folding.indexOf(view));
            var now = folded(moment.sight());
            refold = new Refold(now.spanOf(recordedBy), gate(moment.sight(), reader));
            over = now.hasPassed(recordedBy);
        }
        var then = folding.start(refold.span().from());
        read(refold, then, " and recorded_at <= ?", recordedBy);
        if (over) remember(moment, then);
        return then.state(folding.indexOf(view));
    }

    /** The state from what is stated to have happened by {@code then}, of what was recorded by {@code recordedBy}. */
    <S> S asItWas(View<S> view, Reader reader, Instant then, Instant recordedBy) {
        var known = then.isBefore(recordedBy) ? then : recordedBy;
        Refold refold;
        synchronized (this) {
            var sight = sightNow(reader);
            var now = folded(sight);
            var span = new Folded.Span(
                    now.spanOf(known.minus(AHEAD)).from(), now.spanOf(known).until());
            refold = new Refold(span, gate(sight, reader));
        }
        var state = folding.start(refold.span().from());
        read(refold, state, " and recorded_at <= ? and occurred_at <= ?", known, then);
        var late =
                "stream = ? and recorded_at > ? and recorded_at <= ? and occurred_at < recorded_at and occurred_at <= ?"
                        + folding.exceptIgnored() + " order by recorded_at, position";
        rows.each(Rows.Where.of(late, stream, known, recordedBy, then), refold.gate(), state::apply);
        return state.state(folding.indexOf(view));
    }

    private void read(Refold refold, Folded into, String and, Object... values) {
        var between = new Rows.Between(
                stream, refold.span().from().position(), refold.span().until());
        var all = new ArrayList<>(between.values());
        all.addAll(List.of(values));
        rows.each(
                Rows.Where.of(between.sql() + folding.exceptIgnored() + and + between.inOrder(), all.toArray()),
                refold.gate(),
                into::apply);
    }

    /** The gate of a sight, for use without the lock. */
    private Predicate<Labels> gate(BitSet sight, Reader reader) {
        var seen = new HashMap<Labels, Boolean>();
        sets.forEach((labels, set) -> seen.put(labels, sight.get(set)));
        return labels -> seen.computeIfAbsent(labels, reader::sees);
    }

    private synchronized void remember(Moment moment, Folded then) {
        moments.put(moment, then);
    }

    /** The labels that occur in the stream and that the reader holds. */
    synchronized java.util.List<String> held(Reader reader) {
        moveOn(reader);
        return sets.keySet().stream()
                .flatMap(labels -> labels.all().stream())
                .distinct()
                .filter(reader::holds)
                .toList();
    }

    /** The reader's class by the labels that it holds now. Asked for once in a read, for labels may change while we fold. */
    private BitSet sightNow(Reader reader) {
        moveOn(reader);
        return sight(reader::sees);
    }

    private Folded folded(BitSet sight) {
        var known = classes.get(sight);
        return known != null ? known : foldMissing(sight);
    }

    /** Folds this class, and the missing ones of all who are reading now, in one pass up to the position of the others. */
    private Folded foldMissing(BitSet sight) {
        var anew = new HashMap<BitSet, Folded>();
        for (var reader : readingNow.keySet()) anew.put(sight(reader::sees), folding.start());
        anew.keySet().removeAll(classes.keySet());
        var folded = anew.computeIfAbsent(sight, s -> folding.start());
        read(labels -> isSeen(index(labels), anew), entry -> apply(entry, anew));
        classes.putAll(anew);
        return folded;
    }

    private static boolean isSeen(int set, Map<BitSet, Folded> by) {
        for (var sight : by.keySet()) if (sight.get(set)) return true;
        return false;
    }

    private void apply(Entry entry, Map<BitSet, Folded> to) {
        int set = index(entry.labels());
        to.forEach((sight, folded) -> {
            if (sight.get(set)) folded.apply(entry);
        });
    }

    private void moveOn(Reader reader) {
        if (!loaded) load(reader);
        try {
            for (Entry next = inbox.poll(); next != null; next = inbox.poll()) forward(next);
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
        recent.put(reader, true);
    }

    /** After a failure half-way the states are not consistent, so the next read folds everything again. */
    private void forget() {
        loaded = false;
        classes.clear();
        moments.clear();
    }

    private void load(Reader reader) {
        sets.clear();
        at = rows.last();
        var seen = new HashMap<Labels, Boolean>(); // each is asked for once, for labels may change while we fold
        var folded = folding.start();
        read(labels -> seen.computeIfAbsent(labels, reader::sees), folded::apply);
        rows.labels(new Rows.Between(stream, 0, at)).forEach(this::index);
        loaded = true;
        remember(sight(labels -> seen.computeIfAbsent(labels, reader::sees)), folded);
    }

    /** Reads from the database up to the position of the other classes. */
    private void read(Predicate<Labels> gate, Consumer<Entry> to) {
        var all = new Rows.Between(stream, 0, at);
        rows.each(all.where(folding.exceptIgnored() + all.inOrder()), gate, to);
    }

    private void forward(Entry entry) {
        if (entry.position() <= at) return;
        if (!sets.containsKey(entry.labels())) split(entry.labels());
        apply(entry, classes);
        at = entry.position();
    }

    /**
     * A label set occurs for the first time. No reader has missed an entry with it yet, so the classes that see it start as
     * copies of the classes that their readers had.
     */
    private void split(Labels labels) {
        var before = new ArrayDeque<Map.Entry<BitSet, Folded>>();
        int set = sets.size();
        for (Reader reader : recent.keySet()) {
            if (!reader.sees(labels)) continue;
            var old = sight(reader::sees);
            var folded = classes.get(old);
            if (folded == null) continue;
            var with = (BitSet) old.clone();
            with.set(set);
            before.add(Map.entry(with, folded));
        }
        sets.put(labels, set);
        for (var each : before) {
            if (!classes.containsKey(each.getKey()))
                classes.put(each.getKey(), each.getValue().copy());
        }
    }

    private Folded remember(BitSet sight, Folded folded) {
        classes.put(sight, folded);
        return folded;
    }

    private int index(Labels labels) {
        return sets.computeIfAbsent(labels, l -> sets.size());
    }

    private BitSet sight(Predicate<Labels> sees) {
        var sight = new BitSet(sets.size());
        sets.forEach((labels, set) -> {
            if (sees.test(labels)) sight.set(set);
        });
        return sight;
    }

    private static <K, V> Map<K, V> bounded(int size) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<K, V> eldest) {
                return size() > size;
            }
        };
    }
}
