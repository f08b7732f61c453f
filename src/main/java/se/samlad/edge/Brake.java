package se.samlad.edge;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samlad.edge.Caller.Thing;
import se.samlad.edge.Callers.Known;
import se.samlad.edge.Callers.Standing;
import se.samlad.edge.Refusal.Why;

/**
 * Admission control, before all costly work. A request gets its caller, then its body is read, then it takes a place of
 * its kind of work. Each kind has its own places, so recording never waits for reading. When all places are taken, a
 * request is refused within milliseconds and its client may retry, so that admitted requests are served in time.
 *
 * <p>{@link #handle} runs on the thread that reads from all connections and must never block. A request that is
 * admitted, or that waits for a place, runs on a thread of its own.
 */
final class Brake extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(Brake.class);

    /** Live streams that may be open on this node. */
    private static final int STREAMS = 15_000;

    private static final int STREAMS_PATIENCE = 5;

    /** The limits and counters of this node. */
    record Bounds(Places places, int seconds, Shares shares, Caller.Holdings holdings, Memories memories) {}

    /** The memory budgets of all arriving bodies and of all answers that clients have not read yet. */
    record Memories(Asked.Memory bodies, Asked.Memory answers) {
        private static final int PART = 8;

        static Memories ofHeap() {
            long most = Runtime.getRuntime().maxMemory() / PART;
            return new Memories(Asked.Memory.of(most), Asked.Memory.of(most));
        }
    }

    private final Refusal refusal;
    private final Identification identification;
    private final Bounds bounds;
    private final Connections connections;
    private final Semaphore streams = new Semaphore(STREAMS);
    private final Asked.Tally refused = Asked.Tally.fresh();

    Brake(Refusal refusal, Identification identification, Connections connections, Bounds bounds) {
        this.refusal = refusal;
        this.identification = identification;
        this.connections = connections;
        this.bounds = bounds;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var asked = new Asked(request, response, callback, refusal);
        if (!Addresses.isPlain(asked.path())) asked.refuse(Why.ADDRESS);
        else if (isEncoded(request)) asked.refuse(Why.ENCODED);
        else if (asked.path().equals("/health")) asked.onThread(() -> serve(asked));
        else identify(asked);
        return true;
    }

    /** A compressed body would grow beyond its counted size. No client of ours sends one. */
    private static boolean isEncoded(Request request) {
        var encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private void identify(Asked asked) {
        if (isForAll(asked)) {
            enter(asked, stranger(asked), Kind.PUBLIC);
            return;
        }
        var credentials = identification.credentials(asked.request());
        var known = identification.remembered(credentials);
        if (known.isPresent()) admit(asked, known.get());
        else lookUp(asked, credentials);
    }

    /** The public page and static files need no look-up of the caller and no token from its bucket. */
    private static boolean isForAll(Asked asked) {
        var kind = Kind.of(asked.request().getMethod(), asked.path(), false);
        return kind == Kind.PUBLIC && kind.weight(asked.path()) == 0 && !hasBody(asked);
    }

    private void lookUp(Asked asked, Callers.Credentials credentials) {
        if (!bounds.shares.tryTake(stranger(asked), 1)) {
            refuseShare(asked, stranger(asked));
            return;
        }
        InPlace work = leaving -> {
            Known known;
            try {
                known = identification.ask(credentials);
            } finally {
                leaving.run();
            }
            admit(asked, known);
        };
        enter(asked, bounds.places.of(Kind.CREDENTIALS), work, () -> refuse(asked, Why.BUSY));
    }

    private Caller stranger(Asked asked) {
        return bounds.holdings.stranger(identification.address(asked.request()));
    }

    private void admit(Asked asked, Known known) {
        if (known.standing() == Standing.WRONG_TOKEN) {
            asked.refuse(Why.TOKEN);
            return;
        }
        boolean isAccount = known.standing() == Standing.ACCOUNT;
        var caller = isAccount ? bounds.holdings.account(known.account()) : stranger(asked);
        var kind = Kind.of(asked.request().getMethod(), asked.path(), isAccount);
        if (!isAccount && asked.isProgram() && !asked.isLooking()) asked.refuse(Why.TOKEN);
        else if (caller.holdsAllItMay(Thing.ANSWER) || (isAccount && !connections.isLet(asked.request(), caller)))
            refuse(asked, Why.HOLDS_TOO_MUCH);
        else if (!bounds.shares.tryTake(caller, kind.weight(asked.path()))) refuseShare(asked, caller);
        else if (asked.isProgram() && bounds.places.of(kind).isFull()) refuse(asked, Why.BUSY);
        else if (hasBody(asked))
            Arriving.await(asked, caller, bounds.memories.bodies, whole -> enter(whole, caller, kind));
        else enter(asked, caller, kind);
    }

    /** A request without a length has a body, unless it is a GET or HEAD without chunks. */
    private static boolean hasBody(Asked asked) {
        long length = asked.request().getLength();
        return length > 0
                || (length < 0
                        && (!asked.isLooking() || asked.request().getHeaders().contains(HttpHeader.TRANSFER_ENCODING)));
    }

    /**
     * Refuses a caller whose token bucket is empty, after a delay, so that it can't retry at full speed. Forms of
     * signed-in people are shown again with what they wrote, so their body is read first.
     */
    private void refuseShare(Asked asked, Caller caller) {
        sayRefused();
        var why = caller.isKnown() ? Why.SHARE : Why.SHARE_HERE;
        if (caller.isKnown() && !asked.isProgram() && !asked.isLooking())
            Arriving.await(asked, caller, bounds.memories.bodies, whole -> showRefused(whole, why));
        else asked.refuseLater(why);
    }

    /** Takes a place and serves the request. Its body must be in memory. */
    private void enter(Asked asked, Caller caller, Kind kind) {
        if (kind == Kind.STREAM) {
            open(asked, caller);
            return;
        }
        InPlace work = leaving -> {
            Request.addCompletionListener(asked.request(), why -> leaving.run());
            serve(asked.with(new Leaving(asked, caller, bounds.memories.answers, leaving)));
        };
        enter(asked, bounds.places.of(kind), work, () -> refuseWhole(asked));
    }

    /** A stream holds a place only while it opens; afterwards it counts as one of its account's streams. */
    private void open(Asked asked, Caller caller) {
        if (!streams.tryAcquire()) {
            refuse(asked, Why.BUSY);
            return;
        }
        Request.addCompletionListener(asked.request(), why -> streams.release());
        if (!caller.tryHold(Thing.STREAM, 1)) {
            refuse(asked, Why.TOO_MANY_STREAMS);
            return;
        }
        Request.addCompletionListener(asked.request(), why -> caller.release(Thing.STREAM, 1));
        InPlace work = leaving -> {
            try {
                serve(asked);
            } finally {
                leaving.run();
            }
        };
        enter(asked, bounds.places.of(Kind.STREAM), work, () -> refuse(asked, Why.BUSY));
    }

    private interface InPlace {
        /** @param leaving gives the place back */
        void work(Runnable leaving);
    }

    private void enter(Asked asked, Places.Room room, InPlace then, Runnable full) {
        if (!room.tryIn()) {
            full.run();
            return;
        }
        try {
            asked.onThread(() -> {
                if (room.awaitPlace(seconds(room))) then.work(room.leaving());
                else full.run();
            });
        } catch (RejectedExecutionException e) {
            room.back();
            throw e;
        }
    }

    /** Streams wait longer: many reconnect at once after a restart, and none of them has written anything. */
    private int seconds(Places.Room room) {
        return room == bounds.places.of(Kind.STREAM) ? STREAMS_PATIENCE * bounds.seconds : bounds.seconds;
    }

    private void refuse(Asked asked, Why why) {
        sayRefused();
        asked.refuse(why);
    }

    private void refuseWhole(Asked asked) {
        if (asked.isProgram() || asked.isLooking()) refuse(asked, Why.BUSY);
        else {
            sayRefused();
            showRefused(asked, Why.BUSY);
        }
    }

    /** Renders the refusal as a page with what was written, on a thread of its own kind. */
    private void showRefused(Asked asked, Why why) {
        asked.request().setAttribute(Asked.REFUSED, why);
        InPlace work = leaving -> {
            Request.addCompletionListener(asked.request(), done -> leaving.run());
            serve(asked);
        };
        enter(asked, bounds.places.of(Kind.REFUSING), work, () -> asked.refuse(why));
    }

    private void serve(Asked asked) {
        try {
            if (!super.handle(asked.request(), asked.response(), asked.callback()))
                Response.writeError(asked.request(), asked.response(), asked.callback(), 404);
        } catch (Throwable e) {
            asked.callback().failed(e);
        }
    }

    private void sayRefused() {
        long since = refused.count();
        if (since > 0) LOG.warn("overload: {} requests refused since the last message", since);
    }
}
