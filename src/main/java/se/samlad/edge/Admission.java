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
import se.samlad.edge.Caller.Resource;
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
final class Admission extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    /** Live streams that may be open on this node. */
    private static final int STREAMS = 15_000;

    /** The limits and counters of this node. */
    record Bounds(Places places, int seconds, Shares shares, Caller.Holdings holdings, Memories memories) {}

    /**
     * The budgets of all incoming bodies and of all answers that clients have not read yet, in memory, and of files that are
     * attached, on the disk.
     */
    record Memories(Exchange.Memory bodies, Exchange.Memory answers, Exchange.Memory papers) {
        private static final int PART = 8;
        private static final long PAPERS = 1024L * 1024 * 1024;

        static Memories ofHeap() {
            long most = Runtime.getRuntime().maxMemory() / PART;
            return new Memories(Exchange.Memory.of(most), Exchange.Memory.of(most), Exchange.Memory.of(PAPERS));
        }
    }

    private final Refusal refusal;
    private final Identification identification;
    private final Bounds bounds;
    private final Connections connections;
    private final Semaphore streams = new Semaphore(STREAMS);
    private final Exchange.Tally refused = Exchange.Tally.fresh();

    Admission(Refusal refusal, Identification identification, Connections connections, Bounds bounds) {
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
        var exchange = new Exchange(request, response, callback, refusal);
        if (!Addresses.isPlain(exchange.path())) exchange.refuse(Why.ADDRESS);
        else if (isEncoded(request)) exchange.refuse(Why.ENCODED);
        else if (exchange.path().equals("/health")) exchange.onThread(() -> serve(exchange));
        else identify(exchange);
        return true;
    }

    /** A compressed body would grow beyond its counted size. No client of ours sends one. */
    private static boolean isEncoded(Request request) {
        var encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private void identify(Exchange exchange) {
        if (isForAll(exchange)) {
            enter(exchange, stranger(exchange), Kind.PUBLIC);
            return;
        }
        var credentials = identification.credentials(exchange.request());
        var known = identification.remembered(credentials);
        if (known.isPresent()) admit(exchange, known.get());
        else lookUp(exchange, credentials);
    }

    /** The public page and static files need no look-up of the caller and no token from its bucket. */
    private static boolean isForAll(Exchange exchange) {
        var kind = Kind.of(exchange.request().getMethod(), exchange.path(), false);
        return kind == Kind.PUBLIC && kind.weight(exchange.path()) == 0 && !hasBody(exchange);
    }

    private void lookUp(Exchange exchange, Callers.Credentials credentials) {
        if (!bounds.shares.tryTake(stranger(exchange), 1)) {
            refuseShare(exchange, stranger(exchange));
            return;
        }
        InPlace work = leaving -> {
            Known known;
            try {
                known = identification.ask(credentials);
            } finally {
                leaving.run();
            }
            admit(exchange, known);
        };
        enter(exchange, bounds.places.of(Kind.CREDENTIALS), work, () -> refuse(exchange, Why.BUSY));
    }

    private Caller stranger(Exchange exchange) {
        return bounds.holdings.stranger(identification.address(exchange.request()));
    }

    private void admit(Exchange exchange, Known known) {
        if (known.standing() == Standing.WRONG_TOKEN) {
            exchange.refuse(Why.TOKEN);
            return;
        }
        boolean isAccount = known.standing() == Standing.ACCOUNT;
        var caller = isAccount ? bounds.holdings.account(known.account()) : stranger(exchange);
        var kind = Kind.of(exchange.request().getMethod(), exchange.path(), isAccount);
        boolean isPaper = Kind.isPaper(exchange.request().getMethod(), exchange.path());
        if (!isAccount && !exchange.isLooking() && (exchange.isProgram() || isPaper)) exchange.refuse(Why.TOKEN);
        else if (caller.holdsAllItMay(Resource.ANSWER) || (isAccount && !connections.isLet(exchange.request(), caller)))
            refuse(exchange, Why.HOLDS_TOO_MUCH);
        else if (!bounds.shares.tryTake(caller, kind.weight(exchange.path()))) refuseShare(exchange, caller);
        else if (exchange.isProgram() && bounds.places.of(kind).isFull()) refuse(exchange, Why.BUSY);
        else if (hasBody(exchange))
            IncomingBody.await(exchange, caller, bounds.memories, whole -> enter(whole, caller, kind));
        else enter(exchange, caller, kind);
    }

    /** A request without a length has a body, unless it is a GET or HEAD without chunks. */
    private static boolean hasBody(Exchange exchange) {
        long length = exchange.request().getLength();
        return length > 0
                || (length < 0
                        && (!exchange.isLooking()
                                || exchange.request().getHeaders().contains(HttpHeader.TRANSFER_ENCODING)));
    }

    /**
     * Refuses a caller whose token bucket is empty, after a delay, so that it can't retry at full speed. Forms of
     * signed-in people are shown again with what they wrote, so their body is read first.
     */
    private void refuseShare(Exchange exchange, Caller caller) {
        sayRefused();
        var why = caller.isKnown() ? Why.SHARE : Why.SHARE_HERE;
        if (caller.isKnown() && !exchange.isProgram() && !exchange.isLooking())
            IncomingBody.await(exchange, caller, bounds.memories, whole -> showRefused(whole, why));
        else exchange.refuseLater(why);
    }

    /** Takes a place and serves the request. Its body must be in memory. */
    private void enter(Exchange exchange, Caller caller, Kind kind) {
        if (kind == Kind.STREAM) {
            open(exchange, caller);
            return;
        }
        InPlace work = leaving -> {
            Request.addCompletionListener(exchange.request(), why -> leaving.run());
            serve(exchange.with(new BufferedAnswer(exchange, caller, bounds.memories.answers, leaving)));
        };
        enter(exchange, bounds.places.of(kind), work, () -> refuseWhole(exchange));
    }

    /** A stream holds a place only while it opens; afterwards it counts as one of its account's streams. */
    private void open(Exchange exchange, Caller caller) {
        if (!streams.tryAcquire()) {
            refuse(exchange, Why.BUSY);
            return;
        }
        Request.addCompletionListener(exchange.request(), why -> streams.release());
        if (!caller.tryHold(Resource.STREAM, 1)) {
            refuse(exchange, Why.TOO_MANY_STREAMS);
            return;
        }
        Request.addCompletionListener(exchange.request(), why -> caller.release(Resource.STREAM, 1));
        InPlace work = leaving -> {
            try {
                serve(exchange);
            } finally {
                leaving.run();
            }
        };
        enter(exchange, bounds.places.of(Kind.STREAM), work, () -> refuse(exchange, Why.BUSY));
    }

    private interface InPlace {
        /** @param leaving gives the place back */
        void work(Runnable leaving);
    }

    private void enter(Exchange exchange, Places.Bulkhead bulkhead, InPlace then, Runnable full) {
        if (!bulkhead.tryIn()) {
            full.run();
            return;
        }
        try {
            exchange.onThread(() -> {
                if (bulkhead.awaitPlace(bounds.seconds)) then.work(bulkhead.leaving());
                else full.run();
            });
        } catch (RejectedExecutionException e) {
            bulkhead.back();
            throw e;
        }
    }

    private void refuse(Exchange exchange, Why why) {
        sayRefused();
        exchange.refuse(why);
    }

    private void refuseWhole(Exchange exchange) {
        if (exchange.isProgram() || exchange.isLooking()) refuse(exchange, Why.BUSY);
        else {
            sayRefused();
            showRefused(exchange, Why.BUSY);
        }
    }

    /** Renders the refusal as a page with what was written, on a thread of its own kind. */
    private void showRefused(Exchange exchange, Why why) {
        exchange.request().setAttribute(Exchange.REFUSED, why);
        InPlace work = leaving -> {
            Request.addCompletionListener(exchange.request(), done -> leaving.run());
            serve(exchange);
        };
        enter(exchange, bounds.places.of(Kind.REFUSING), work, () -> exchange.refuse(why));
    }

    private void serve(Exchange exchange) {
        try {
            if (!super.handle(exchange.request(), exchange.response(), exchange.callback()))
                Response.writeError(exchange.request(), exchange.response(), exchange.callback(), 404);
        } catch (Throwable e) {
            exchange.callback().failed(e);
        }
    }

    private void sayRefused() {
        long since = refused.count();
        if (since > 0) LOG.warn("overload: {} requests refused since the last message", since);
    }
}
