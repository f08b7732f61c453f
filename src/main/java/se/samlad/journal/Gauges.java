package se.samlad.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How the journal is doing on this node. */
@Component
final class Gauges implements MeterBinder {

    private final Journal journal;

    Gauges(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("samlad.journal.queued", journal, Journal::queued)
                .description("commands that wait to be written")
                .register(registry);
        Gauge.builder("samlad.journal.streams", journal, Journal::streamsInMemory)
                .description("streams folded in memory")
                .register(registry);
        Gauge.builder("samlad.database.silent", journal, j -> j.silent().toMillis() / 1_000.0)
                .description("since the database last answered")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("samlad.ready", journal, j -> j.ready() ? 1 : 0)
                .description("1 where this node understands all that it has met")
                .register(registry);
    }
}
