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
 * One stream's views, folded once per visibility class and moved forward entry by entry.
 *
 * <p>The label sets that occur in a stream are few. Which of them a reader sees is its class: two readers of a class see
 * exactly the same entries, so they share states, rendered panels and bytes.
 */
final class StreamFold {

    private static final int CLASSES = 256;
    private static final int READERS = 512;

    /** Several views of one instant are looked at together, and one looks back and forth. */
    private static final int MOMENTS = 32;

    private record Moment(BitSet sight, Instant recordedBy) {}

    /** From where to fold again, of whose entries. */
    private record Back(Folded.Around around, Predicate<Labels> gate) {}

    /** Nothing happens so long after it was recorded, except by an exercise's clock. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final UUID stream;
    private final Rows rows;
    private final Folding folding;
    private final Map<Labels, Integer> sets = new HashMap<>();
    private final Map<BitSet, Folded> classes = bounded(CLASSES);
    private final Map<Reader, Boolean> recent = bounded(READERS);
    private final Map<Moment, Folded> moments = bounded(MOMENTS);

    /** Those who look just now, and how often: what one has to wait for is folded for all of them. */
    private final Map<Reader, Integer> looking = new ConcurrentHashMap<>();

    private final Queue<Entry> inbox = new ConcurrentLinkedQueue<>();
    private boolean loaded;
    private long at;

    StreamFold(UUID stream, Rows rows, Folding folding) {
        this.stream = stream;
        this.rows = rows;
        this.folding = folding;
    }

    /** From the tail: never waits for a reader. */
    void arrived(Entry entry) {
        inbox.add(entry);
    }

    /** The state that the reader's entries fold to. */
    <S> S view(View<S> view, Reader reader) {
        looking.merge(reader, 1, Integer::sum);
        try {
            return viewNow(view, reader);
        } finally {
            looking.computeIfPresent(reader, (r, times) -> times == 1 ? null : times - 1);
        }
    }

    private synchronized <S> S viewNow(View<S> view, Reader reader) {
        return folded(sightNow(reader)).state(folding.indexOf(view));
    }

    /** Whether the other would see the same of what is there now as the reader does. */
    synchronized boolean seeTheSame(Reader reader, Reader other) {
        return sightNow(reader).equals(sight(other::sees));
    }

    synchronized Sight sightOf(Reader reader) {
        return new Sight(sightNow(reader), sets.size());
    }

    /** The state as it was recorded by then, through what the reader holds today. */
    <S> S view(View<S> view, Reader reader, Instant recordedBy) {
        Moment moment;
        Back back;
        boolean over;
        synchronized (this) {
            moment = new Moment(sightNow(reader), recordedBy);
            var before = moments.get(moment);
            if (before != null) return before.state(folding.indexOf(view));
            var now = folded(moment.sight());
            back = new Back(now.around(recordedBy), gate(moment.sight(), reader));
            over = now.hasPassed(recordedBy);
        }
        var then = folding.start(back.around().from());
        read(back, then, " and recorded_at <= ?", recordedBy);
        if (over) remember(moment, then);
        return then.state(folding.indexOf(view));
    }

    /** The state by what is stated to have happened by then, of what was recorded by the other. */
    <S> S asItWas(View<S> view, Reader reader, Instant then, Instant recordedBy) {
        var known = then.isBefore(recordedBy) ? then : recordedBy;
        Back back;
        synchronized (this) {
            var sight = sightNow(reader);
            var now = folded(sight);
            var around = new Folded.Around(
                    now.around(known.minus(AHEAD)).from(), now.around(known).until());
            back = new Back(around, gate(sight, reader));
        }
        var state = folding.start(back.around().from());
        read(back, state, " and recorded_at <= ? and occurred_at <= ?", known, then);
        var late =
                "stream = ? and recorded_at > ? and recorded_at <= ? and occurred_at < recorded_at and occurred_at <= ?"
                        + folding.folded() + " order by recorded_at, position";
        rows.each(Rows.Where.of(late, stream, known, recordedBy, then), back.gate(), state::apply);
        return state.state(folding.indexOf(view));
    }

    private void read(Back back, Folded into, String and, Object... values) {
        var between = new Rows.Between(
                stream, back.around().from().position(), back.around().until());
        var all = new ArrayList<>(between.values());
        all.addAll(List.of(values));
        rows.each(
                Rows.Where.of(between.sql() + folding.folded() + and + between.inOrder(), all.toArray()),
                back.gate(),
                into::apply);
    }

    /** What the reader sees by that sight, also where we no longer hold the lock. */
    private Predicate<Labels> gate(BitSet sight, Reader reader) {
        var seen = new HashMap<Labels, Boolean>();
        sets.forEach((labels, set) -> seen.put(labels, sight.get(set)));
        return labels -> seen.computeIfAbsent(labels, reader::sees);
    }

    private synchronized void remember(Moment moment, Folded then) {
        moments.put(moment, then);
    }

    /** Those of the stream's labels that the reader holds. */
    synchronized java.util.List<String> held(Reader reader) {
        moveOn(reader);
        return sets.keySet().stream()
                .flatMap(labels -> labels.all().stream())
                .distinct()
                .filter(reader::holds)
                .toList();
    }

    /** The class that the reader is of, by what it holds now: asked for once, for rights may move while we fold. */
    private BitSet sightNow(Reader reader) {
        moveOn(reader);
        return sight(reader::sees);
    }

    private Folded folded(BitSet sight) {
        var known = classes.get(sight);
        return known != null ? known : foldAlso(sight);
    }

    /** This class, and those of all who look just now, in one reading up to where the others are. */
    private Folded foldAlso(BitSet sight) {
        var anew = new HashMap<BitSet, Folded>();
        for (var reader : looking.keySet()) anew.put(sight(reader::sees), folding.start());
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

    /** What was folded half-way is worth nothing: the next who asks reads it all again. */
    private void forget() {
        loaded = false;
        classes.clear();
        moments.clear();
    }

    private void load(Reader reader) {
        sets.clear();
        at = rows.last();
        var seen = new HashMap<Labels, Boolean>(); // asked for once of each: rights may move while we fold
        var folded = folding.start();
        read(labels -> seen.computeIfAbsent(labels, reader::sees), folded::apply);
        rows.labels(new Rows.Between(stream, 0, at)).forEach(this::index);
        loaded = true;
        remember(sight(labels -> seen.computeIfAbsent(labels, reader::sees)), folded);
    }

    /** From the database up to where the other classes are. */
    private void read(Predicate<Labels> gate, Consumer<Entry> to) {
        var all = new Rows.Between(stream, 0, at);
        rows.each(all.where(folding.folded() + all.inOrder()), gate, to);
    }

    private void forward(Entry entry) {
        if (entry.position() <= at) return;
        if (!sets.containsKey(entry.labels())) split(entry.labels());
        apply(entry, classes);
        at = entry.position();
    }

    /** A label set that is new here: nobody has missed anything of it yet, so those who see it go on from their class. */
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
