package se.samlad.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Service;

/** Ends live streams together with their sessions. */
@Service
public class Streams implements MeterBinder {

    private final Hub hub;

    Streams(Hub hub) {
        this.hub = hub;
    }

    /** Makes the session's pages reload, and ends their streams. */
    public void sessionChanged(String session) {
        hub.sessionChanged(session);
    }

    /** Ends the account's streams on this node; its pages reload if they still may. */
    public void accountChanged(String account) {
        hub.accountChanged(account);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("samlad.live.clients", hub, Hub::size)
                .description("open live streams on this node")
                .register(registry);
        FunctionCounter.builder("samlad.live.dropped", Client.DROPPED, LongAdder::doubleValue)
                .description("streams that were ended because their clients read too slowly")
                .register(registry);
    }

    /** The sessions in which streams are open on this node. */
    public Set<String> sessions() {
        return hub.sessions();
    }

    /** How many streams are open on this node. */
    public int open() {
        return hub.size();
    }
}
