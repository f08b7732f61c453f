package se.samlad.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Service;

/** For those who end sessions: the streams that a session has open end with it. */
@Service
public class Streams implements MeterBinder {

    private final Hub hub;

    Streams(Hub hub) {
        this.hub = hub;
    }

    /** Tells the session's pages to read again, and ends their streams. */
    public void sessionChanged(String session) {
        hub.sessionChanged(session);
    }

    /** Ends the streams that the account has open on this node: they read again if they still may. */
    public void accountChanged(String account) {
        hub.accountChanged(account);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("samlad.live.clients", hub, Hub::size)
                .description("open live streams on this node")
                .register(registry);
        FunctionCounter.builder("samlad.live.dropped", Client.DROPPED, LongAdder::doubleValue)
                .description("streams that were ended since nobody read them")
                .register(registry);
    }

    /** How many streams are open on this node. */
    public int open() {
        return hub.size();
    }
}
