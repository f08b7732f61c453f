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
 * Stands before everything that costs. A request gets its caller, then its body is read, then it takes one of its kind's
 * places; what matters most never waits for what matters less. Whoever comes when all is full is told so in milliseconds
 * and may come again, so that those who were let in are served in time.
 *
 * <p>Works on the thread that reads from all connections, which must never wait: a request that is let in, or that waits
 * for a place, has a thread of its own from there on.
 */
final class Brake extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(Brake.class);

    /** Open on this node. */
    private static final int STREAMS = 15_000;

    private static final int STREAMS_PATIENCE = 5;

    /** What the edge knows and counts. */
    record Bounds(Places places, int seconds, Shares shares, Caller.Holdings holdings, Memories memories) {}

    /** What all bodies that arrive may take, and all answers that are not taken. */
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

    /** A body that inflates is larger than what was counted; nobody who sends to us needs it. */
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

    /** The public page and the files are the same to everybody, so nobody's bounds and no look-up stand before them. */
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

    /** A length that is not said is that of a body, unless something is only looked at. */
    private static boolean hasBody(Asked asked) {
        long length = asked.request().getLength();
        return length > 0
                || (length < 0
                        && (!asked.isLooking() || asked.request().getHeaders().contains(HttpHeader.TRANSFER_ENCODING)));
    }

    /**
     * Whoever has used up its share is told so a little later, so that it can't ask again as fast as it is answered. What an
     * account's people wrote is given back to them, so it is read first.
     */
    private void refuseShare(Asked asked, Caller caller) {
        sayRefused();
        var why = caller.isKnown() ? Why.SHARE : Why.SHARE_HERE;
        if (caller.isKnown() && !asked.isProgram() && !asked.isLooking())
            Arriving.await(asked, caller, bounds.memories.bodies, whole -> showRefused(whole, why));
        else asked.refuseLater(why);
    }

    /** With its body in memory. */
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

    /** A stream has a place while it is opened; then it holds one of its account's streams. */
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

    /** Many streams come back at once after a restart, and each can wait: nothing was written. */
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

    /** The page is made where there is a thread for it, and keeps what was written. */
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
        if (since > 0) LOG.warn("more is asked for than can be done: {} refused since last said", since);
    }
}
