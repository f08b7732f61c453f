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
    private volatile AcrossFold acrossFold;
    private final Disposals disposals;
    private final Codec codec;
    private final Cache<UUID, StreamFold> streams =
            Caffeine.newBuilder().maximumSize(STREAMS_IN_MEMORY).build();
    private final List<Consumer<Entry>> followers = new CopyOnWriteArrayList<>();
    private final OwnConnection tailConnection;
    private final Tail tail;
    private final Writer writer;

    /** @param disposing the same database, by the login that may dispose */
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
        this.acrossFold = AcrossFold.reading(across, rows, codec, last);
        this.tailConnection = new OwnConnection(database);
        this.tail = new Tail(new Rows(tailConnection, codec, pulse, true), database, last, this::arrived);
        this.writer = new Writer(new Appending(secrets.uuid("origin"), database, clock, pulse), codec, tail::committed);
        pulse.start();
        tail.start();
    }

    private void arrived(Entry entry) {
        if (entry.fact() instanceof Disposed) forget(entry);
        else acrossFold.arrived(entry);
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

    /** The body is gone before any view shows the decision. States that were folded from it are folded again. */
    private void forget(Entry decision) {
        disposals.carryOut(decision.id());
        var anew = AcrossFold.reading(across, rows, codec, decision.position());
        anew.awaitRead();
        acrossFold = anew;
        streams.invalidate(decision.stream());
    }

    /** Whether the entry was disposed of: then its fact is what the decision left. */
    public boolean isDisposed(UUID entry) {
        return disposals.isDone(entry);
    }

    /** The state of a stream as the reader may see it now. */
    public <S> S view(View<S> view, UUID stream, Reader reader) {
        return fold(stream).view(view, reader);
    }

    /** The state from what was recorded by an instant (null: now), seen with the labels that the reader holds today. */
    public <S> S view(View<S> view, UUID stream, Reader reader, @Nullable Instant recordedBy) {
        return recordedBy == null ? view(view, stream, reader) : fold(stream).view(view, reader, recordedBy);
    }

    /**
     * The state of a stream from what is stated to have happened by an instant, seen with the labels that the reader holds
     * today. Not for an exercise, whose clock is not the one that records.
     *
     * @param then only what is stated to have happened by this instant counts
     * @param recordedBy only what was recorded by this instant counts; null: now
     */
    public <S> S asItWas(View<S> view, UUID stream, Reader reader, Instant then, @Nullable Instant recordedBy) {
        return fold(stream).asItWas(view, reader, then, recordedBy == null ? now().plus(SEE_OWN_WRITES) : recordedBy);
    }

    /** Equal for two readers exactly when they see the same entries of the stream. */
    public Sight sightOf(UUID stream, Reader reader) {
        return fold(stream).sightOf(reader);
    }

    /** Whether both readers see the same entries of the stream as it is now. */
    public boolean seeTheSame(UUID stream, Reader reader, Reader other) {
        return fold(stream).seeTheSame(reader, other);
    }

    /** A state across all streams. It is not filtered: the caller passes what it holds through the gate. */
    public <S> S across(Across<S> view) {
        return acrossFold.state(view);
    }

    private StreamFold fold(UUID stream) {
        return streams.get(stream, id -> new StreamFold(id, rows, folding));
    }

    /**
     * Asks a verb what to record, and records it. Where something that the verb guards has changed meanwhile, the verb is
     * asked again, up to three times. The same key again gives the same answer and records nothing.
     *
     * <p>Read-your-writes: the call returns when this node's views have what was recorded, or after a second. So whatever is
     * read on this node afterwards shows it. For a read on another node, that node waits by {@link #await}.
     *
     * @throws Refused as the verb says, or {@code once.other-body} for the same key with something else under it
     * @throws Changed where something guarded had changed each time
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
            if (!isSound()) return earlier(by, once, new Unavailable("this node has met what it can't go on with"));
            var reads = new GuardedReads(this);
            List<Draft> drafts;
            try {
                drafts = verb.decide(reads);
                if (reserve.isTouched()) throw reserve.touched();
                if (drafts.isEmpty()) throw new Refused("journal.nothing-to-record");
            } catch (Refused no) {
                return earlier(by, once, no);
            }
            switch (writer.append(new Writer.Command(by, once, drafts, reads.guards()))) {
                case Writer.Outcome.Appended(var entries) -> {
                    return answers.of(entries.getFirst(), entries.getLast().position());
                }
                case Writer.Outcome.Repeated r -> {
                    return earlier(by, once, new Unavailable("the answer can't be found"));
                }
                case Writer.Outcome.Changed c -> await(rows.last());
            }
        }
        throw new Changed();
    }

    /** The answer that the key was given before. @throws RuntimeException the failure, where there is none */
    private Recorded earlier(By by, @Nullable Once once, RuntimeException failure) {
        return answers.earlier(by, once).orElseThrow(() -> failure);
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

    /** False while this node is opening, and after it has met something that it does not understand. */
    public boolean ready() {
        return acrossFold.isRead() && isSound();
    }

    /** Whether all parts work. True also while the node is opening: a command then waits for the views that it reads. */
    private boolean isSound() {
        return tail.healthy() && writer.isAlive() && acrossFold.isSound();
    }

    /** Waits until the across-views are folded. @throws RuntimeException where they can't be, for a newer release's fact */
    public void awaitOpen() {
        acrossFold.awaitRead();
    }

    int queued() {
        return writer.queued();
    }

    long streamsInMemory() {
        return streams.estimatedSize();
    }

    /** From now on nothing is recorded while the disk has less free space than the reserve. */
    void use(Reserve disk) {
        reserve = disk;
    }

    /** Is called with an {@link Error} of the writer or the tail, after which this node can't go on. */
    void onFatalError(Consumer<Error> ending) {
        writer.onFatalError(ending);
        tail.onFatalError(ending);
    }

    /** How long since the database last answered. */
    public Duration silent() {
        return pulse.silent();
    }

    /** Since when the database counts as away: reads show the state of that time. Empty where it does not. */
    public Optional<Instant> awaySince() {
        return pulse.awaySince(clock.instant());
    }

    /**
     * The follower is given every entry after this, in order, on the tail's thread. It must be quick, must not record, and
     * applies the gate itself.
     */
    public void follow(Consumer<Entry> follower) {
        followers.add(follower);
    }

    /**
     * The entries that the reader may see, up to the position of this node's views: beyond it the reader's labels are not
     * known yet. A caller that continues from the last entry misses none.
     */
    public List<Entry> list(Pick pick, Reader reader) {
        long last = position();
        var held = pick.stream() == null ? reader.held() : fold(pick.stream()).held(reader);
        return rows.list(pick.where(last, held), reader::sees);
    }

    /** What was recorded after the position, unfiltered, at most so many: for a follower, which applies the gate itself. */
    public List<Entry> since(long position, int limit) {
        return rows.list(Rows.next(position, limit));
    }

    /** The entries at the positions, in the order given, without those that the reader may not see. */
    public List<Entry> at(List<Long> positions, Reader reader) {
        var found = new HashMap<Long, Entry>();
        rows.each(
                Rows.Where.of("position = any(?::bigint[])", positions), reader::sees, e -> found.put(e.position(), e));
        return positions.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** One entry. Empty where there is none and where the reader may not see it, so that nobody can tell which. */
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
        tailConnection.close();
        pulse.close();
    }
}
