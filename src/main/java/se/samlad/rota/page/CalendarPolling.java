package se.samlad.rota.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samlad.access.Function;
import se.samlad.access.NotThere;
import se.samlad.ical.CalendarReader;
import se.samlad.ical.CalendarReader.Problem;
import se.samlad.ical.Outside;
import se.samlad.ical.Sources;
import se.samlad.ical.Sources.Claimed;
import se.samlad.journal.Refused;
import se.samlad.rota.Rota;
import se.samlad.rota.RotaFact.Turn;
import se.samlad.rota.Rotas;
import se.samlad.rota.Subscription;

/**
 * Reads the calendars that are subscribed to, each every quarter of an hour and by one node alone. What they say is recorded
 * where it is new. What can't be read changes nothing: what was read last holds on.
 */
@Component
class CalendarPolling implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarPolling.class);
    private static final int AT_ONCE = 8;
    private static final long LOOKS_EVERY_S = 10;

    static final Duration EVERY = Duration.ofMinutes(15);

    /** @param unread what can't be read of it */
    record Said(List<Turn> turns, List<Problem> unread) {}

    private final Rotas rotas;
    private final RotaPages pages;
    private final Outside outside;
    private final Sources sources;
    private final boolean callsNobody;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    CalendarPolling(
            Rotas rotas,
            RotaPages pages,
            Outside outside,
            Sources sources,
            @Value("${samlad.call-nobody:false}") boolean callsNobody) {
        this.rotas = rotas;
        this.pages = pages;
        this.outside = outside;
        this.sources = sources;
        this.callsNobody = callsNobody;
    }

    @Override
    public synchronized void start() {
        if (thread == null) thread = Thread.ofVirtual().name("calendars").start(this::run);
    }

    private void run() {
        boolean failing = false;
        try {
            while (!callsNobody && !stopped.await(LOOKS_EVERY_S, TimeUnit.SECONDS)) {
                try {
                    once();
                    failing = false;
                } catch (RuntimeException e) {
                    if (!failing) LOG.warn("calendars can't be read now: {}", e.toString());
                    failing = true;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped while waiting");
        }
    }

    /** Reads all that are due. */
    void once() {
        for (var due = claimed(); !due.isEmpty(); due = claimed()) {
            try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(claimed -> each.submit(() -> readAgain(claimed)));
            }
        }
    }

    private List<Claimed> claimed() {
        return sources.claim(pages.duties().now(), EVERY, AT_ONCE);
    }

    private void readAgain(Claimed claimed) {
        try {
            find(claimed)
                    .ifPresentOrElse(
                            subscription -> readAgain(claimed, subscription),
                            () -> sources.forget(claimed.id())); // it was never recorded, or has ended
        } catch (RuntimeException e) {
            LOG.warn(
                    "a calendar can't be read now: {}",
                    e.toString()); // it is tried again; its address stands in no log
        }
    }

    private Optional<Subscription> find(Claimed claimed) {
        return pages.duties().rota().plans().values().stream()
                .flatMap(plan -> plan.subscription(claimed.id()).stream())
                .findFirst();
    }

    private void readAgain(Claimed claimed, Subscription subscription) {
        var now = pages.duties().now();
        List<Problem> unread = null;
        try {
            var function = function(subscription);
            var until = subscription.horizon(now);
            var said = said(function, subscription.account(), outside.get(claimed.address()), until);
            unread = said.unread();
            record(subscription, said.turns(), until);
            sources.read(claimed.id(), unread, now);
        } catch (Refused no) {
            var detail = Stream.of(no.details()).map(String::valueOf).collect(Collectors.joining(", "));
            sources.failed(claimed.id(), no.key(), detail, unread, now);
        } catch (NotThere ended) {
            sources.forget(claimed.id());
        }
    }

    private void record(Subscription subscription, List<Turn> turns, Instant until) {
        try {
            rotas.readAgain(subscription, turns, until);
        } catch (Refused no) {
            if (!no.key().equals(Subscription.UNCHANGED)) throw no;
        }
    }

    private Function function(Subscription subscription) {
        return pages.duties()
                .functions()
                .find(subscription.by().actor(), subscription.function())
                .orElseThrow(() -> new Refused("rota.function"));
    }

    /**
     * What a calendar says until then. One without shifts is one.
     *
     * @throws Refused where it is no whole calendar, or has too many shifts
     */
    Said said(Function function, @Nullable String account, String text, Instant until) {
        var now = pages.duties().now();
        var read = CalendarReader.readWhole(
                text, account, pages.readable(function), new CalendarReader.Bounds(now, until, until, Rota.LONGEST));
        if (read.problems().stream().anyMatch(p -> p.why().equals("many")))
            throw new Refused("rota.no-turns", CalendarReader.MOST_TURNS).at("address");
        var unread =
                read.problems().stream().filter(p -> !p.why().equals("far")).toList();
        return new Said(ImportController.turns(read), unread);
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        if (thread != null) thread.interrupt();
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && stopped.getCount() > 0;
    }
}
