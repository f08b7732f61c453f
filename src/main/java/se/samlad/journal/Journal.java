package se.samlad.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where everything is recorded, and from where everything is read through the gate. One per node. */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int STREAMS_IN_MEMORY = 300;
    private static final int TRIES = 3;
    private static final Duration SEE_OWN_WRITES = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration seeOwnWrites;
    private volatile Reserve reserve = Reserve.NONE;
    private final Pulse pulse = new Pulse();
    private final Rows rows;
    private final Folding folding;
    private final Cursors cursors;
    private final Answers answers;
    private final List<Across<?>> across;
    private volatile Overall overall;
    private final Disposals disposals;
    private final Codec codec;
    private final Cache<UUID, StreamFold> streams =
            Caffeine.newBuilder().maximumSize(STREAMS_IN_MEMORY).build();
    private final List<Consumer<Entry>> followers = new CopyOnWriteArrayList<>();
    private final KeptConnection kept;
    private final Tail tail;
    private final Writer writer;
    private final Readiness readiness;

    /** Begins to read what the across-views need; reads of them wait. @param disposing the same database, by that login */
    public Journal(DataSource database, DataSource disposing, Clock clock, Contributed contributed) {
        this(database, disposing, clock, contributed, SEE_OWN_WRITES);
    }

    /** @param seeOwnWrites how long a recorded command waits for this node's views */
    Journal(DataSource database, DataSource disposing, Clock clock, Contributed contributed, Duration seeOwnWrites) {
        this.clock = clock;
        this.seeOwnWrites = seeOwnWrites;
        this.codec = new Codec(contributed.facts());
        this.rows = new Rows(database, codec, pulse, false);
        this.folding = new Folding(contributed.views(), codec);
        var secrets = new Secrets(database);
        this.cursors = new Cursors(secrets.get("cursor", 16));
        this.answers = new Answers(rows, cursors);
        this.disposals = new Disposals(database, disposing);
        disposals.carryOutAll();
        long last = rows.last();
        this.across = List.copyOf(contributed.across());
        this.overall = Overall.reading(across, rows, codec, last);
        this.kept = new KeptConnection(database);
        this.tail = new Tail(new Rows(kept, codec, pulse, true), database, last, this::arrived);
        this.writer = new Writer(new Appending(secrets.uuid("origin"), database, clock, pulse), codec, tail::committed);
        this.readiness = new Readiness(() -> overall, tail, writer);
        tail.start();
    }

    private void arrived(Entry entry) {
        if (entry.fact() instanceof Disposed) forget(entry);
        else overall.arrived(entry);
        var fold = streams.getIfPresent(entry.stream());
        if (fold != null) fold.arrived(entry);
        for (var follower : followers) {
            try {
                follower.accept(entry);
            } catch (RuntimeException e) {
                LOG.error("entry {} was passed over by a follower", entry.id(), e);
            }
        }
    }

    /** What the decision disposes of is gone before anybody is told of it; what was folded of it is folded anew. */
    private void forget(Entry decision) {
        disposals.carryOut(decision.id());
        var anew = Overall.reading(across, rows, codec, decision.position());
        anew.awaitRead();
        overall = anew;
        streams.invalidate(decision.stream());
    }

    /** Whether what the entry said was disposed of: then its fact is what the decision left. */
    public boolean isDisposed(UUID entry) {
        return disposals.isDone(entry);
    }

    /** The state of a stream as the reader may see it now. */
    public <S> S view(View<S> view, UUID stream, Reader reader) {
        return fold(stream).view(view, reader);
    }

    /** The state of a stream by what was recorded by then, through what the reader holds today. */
    public <S> S view(View<S> view, UUID stream, Reader reader, @Nullable Instant recordedBy) {
        return recordedBy == null ? view(view, stream, reader) : fold(stream).view(view, reader, recordedBy);
    }

    /**
     * The state of a stream by what is stated to have happened by then; only where what happens is stated by the clock that
     * records.
     *
     * @param recordedBy of what was recorded by then, through what the reader holds today; null: by now
     */
    public <S> S asItWas(View<S> view, UUID stream, Reader reader, Instant then, @Nullable Instant recordedBy) {
        return fold(stream).asItWas(view, reader, then, recordedBy == null ? now().plus(SEE_OWN_WRITES) : recordedBy);
    }

    /** Equal for two readers exactly when they see the same entries of the stream. */
    public Sight sightOf(UUID stream, Reader reader) {
        return fold(stream).sightOf(reader);
    }

    /** Whether the other would see the same of what is in the stream now as the reader does. */
    public boolean seeTheSame(UUID stream, Reader reader, Reader other) {
        return fold(stream).seeTheSame(reader, other);
    }

    /** A state across all streams. What it holds must still be read through the gate. */
    public <S> S across(Across<S> view) {
        return overall.state(view);
    }

    private StreamFold fold(UUID stream) {
        return streams.get(stream, id -> new StreamFold(id, rows, folding));
    }

    /**
     * Lets a verb decide and records what it decided; asks it again, up to three times, where what it guards has moved.
     * The same key again gives the same answer and records nothing.
     *
     * <p>Read-your-writes: it answers when this node's views have what was recorded, or after a second. So whatever is read
     * on this node after the answer shows it. Another node is asked to wait by {@link #await}.
     *
     * @throws Refused as the verb says, or {@code once.other-body} for the same key with something else under it
     * @throws Changed where it moved each time
     * @throws Reserve.Touched where the disk is nearly full
     * @throws Unavailable where nothing can be recorded just now
     */
    public Recorded record(By by, @Nullable Once once, Verb verb) {
        var recorded = recordDurably(by, once, verb);
        await(recorded.position());
        return recorded;
    }

    private Recorded recordDurably(By by, @Nullable Once once, Verb verb) {
        for (int i = 0; i < TRIES; i++) {
            if (!readiness.isSound()) return answers.earlier(by, once).orElseThrow(Readiness::unsound);
            var facing = new Reading(this);
            List<Draft> drafts;
            try {
                drafts = verb.decide(facing);
            } catch (Refused no) {
                return answers.earlier(by, once).orElseThrow(() -> no);
            }
            if (reserve.isTouched()) return answers.earlier(by, once).orElseThrow(reserve::touched);
            if (drafts.isEmpty())
                return answers.earlier(by, once).orElseThrow(() -> new Refused("journal.nothing-to-record"));
            switch (writer.append(new Writer.Command(by, once, drafts, facing.guards()))) {
                case Writer.Outcome.Appended a -> {
                    long last = a.entries().getLast().position();
                    return answers.of(a.entries().getFirst(), last);
                }
                case Writer.Outcome.Repeated r -> {
                    return answers.earlier(by, once).orElseThrow(() -> new Unavailable("the answer can't be found"));
                }
                case Writer.Outcome.Changed c -> tail.await(rows.last(), seeOwnWrites);
            }
        }
        throw new Changed();
    }

    /** Waits up to a second until views on this node have the position; false where they do not have it then. */
    public boolean await(long position) {
        return tail.await(position, seeOwnWrites);
    }

    /** The position that views on this node have. */
    public long position() {
        return tail.at();
    }

    public Cursors cursors() {
        return cursors;
    }

    public Instant now() {
        return clock.instant();
    }

    /** False where this node is still opening, or met what it does not understand. */
    public boolean ready() {
        return readiness.isReady();
    }

    /**
     * Waits until what the across-views need has been read.
     *
     * @throws RuntimeException where it can't be, as when a newer release has written to this journal
     */
    public void awaitOpen() {
        overall.awaitRead();
    }

    int queued() {
        return writer.queued();
    }

    long streamsInMemory() {
        return streams.estimatedSize();
    }

    /** From now on nothing is recorded where the disk has less than the reserve. */
    void keep(Reserve kept) {
        reserve = kept;
    }

    /** From now on an {@link Error} of the writer or the tail, after which this node can't go on, is told there. */
    void end(Consumer<Error> ending) {
        writer.end(ending);
        tail.end(ending);
    }

    /** How long since the database last answered. */
    public Duration silent() {
        return pulse.silent();
    }

    /** When the database last answered, where that is so long ago that it counts as away: what is read is from then. */
    public Optional<Instant> awaySince() {
        return pulse.awaySince(clock.instant());
    }

    /** Is given every entry after this, in order, on the tail's thread: it must be quick, and pass the gate itself. */
    public void follow(Consumer<Entry> follower) {
        followers.add(follower);
    }

    /** What the reader may see, in order, up to where labels are known here: who goes on from the last misses nothing. */
    public List<Entry> list(Pick pick, Reader reader) {
        long last = position();
        var held = pick.stream() == null ? reader.held() : fold(pick.stream()).held(reader);
        return rows.list(pick.where(last, held), reader::sees);
    }

    /** What was recorded after the position, at most the limit: for who follows, and passes the gate itself. */
    public List<Entry> since(long position, int limit) {
        return rows.list(Rows.next(position, limit));
    }

    /** The entries at the positions, in their order, without those that are not the reader's to see. */
    public List<Entry> at(List<Long> positions, Reader reader) {
        var found = new HashMap<Long, Entry>();
        rows.each(
                Rows.Where.of("position = any(?::bigint[])", positions), reader::sees, e -> found.put(e.position(), e));
        return positions.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** One entry, or empty where it is not there or not the reader's to see, which look alike. */
    public Optional<Entry> find(UUID id, Reader reader) {
        return rows.list(Rows.Where.of("id = ?", id), reader::sees).stream().findFirst();
    }

    /** The stored names of the room's facts. */
    public List<String> kindsOf(Class<? extends Fact> room) {
        return codec.kindsFor(View.of("kinds", 0, room, (state, by, fact) -> state));
    }

    @Override
    public void close() {
        writer.close();
        tail.close();
        kept.close();
    }
}
