package se.samlad.callout;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samlad.callout.Calls.Open;
import se.samlad.callout.Sendings.Sending;
import se.samlad.forum.Forum;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Incident;
import se.samlad.journal.Journal;
import se.samlad.journal.Reader;
import se.samlad.lapse.Loop;
import se.samlad.reach.Channel.Notice;
import se.samlad.reach.Outgoing;
import se.samlad.reach.Reaching;

/**
 * Sends what the ladders' steps say, and records what became of it. What is to be sent is derived from the journal: the steps
 * taken whose outcome is not known. So a node that was stopped in between loses none.
 */
@Component
class Sender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int AT_ONCE = 16;

    private final Journal journal;
    private final Reaching reaching;
    private final Outgoing outgoing;
    private final Posting posting;
    private final boolean callsNobody;
    private final Loop loop = new Loop("sender", Sender.class, this::once);
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService each = Executors.newVirtualThreadPerTaskExecutor();
    private Instant cleaned = Instant.MIN;

    Sender(
            Journal journal,
            Reaching reaching,
            Outgoing outgoing,
            Posting posting,
            @Value("${samlad.call-nobody:false}") boolean callsNobody) {
        this.journal = journal;
        this.reaching = reaching;
        this.outgoing = outgoing;
        this.posting = posting;
        this.callsNobody = callsNobody;
    }

    @Override
    public void start() {
        if (callsNobody) return;
        journal.follow(entry -> {
            if (entry.fact() instanceof CalloutFact.StepsTaken) loop.wake();
        });
        loop.start();
    }

    private void once() {
        journal.awaitOpen();
        posting.recordAll();
        sendAll();
        if (!cleaned.isBefore(journal.now().minusSeconds(3_600))) return;
        posting.sendings().forgetOld(journal.now());
        cleaned = journal.now();
    }

    private void sendAll() {
        journal.across(Open.ACROSS).byIncident().forEach((incident, calls) -> calls.running()
                .forEach(call -> {
                    for (var step : call.taken()) {
                        boolean waits = step.outcome() == null
                                && call.rung(step.rung()).way().isSent();
                        var key = Sendings.key(call.id(), step.rung());
                        if (waits && underWay.add(key)) each.submit(() -> send(incident, call, step.rung(), key));
                    }
                }));
    }

    private void send(UUID incident, Call call, int rung, UUID key) {
        try {
            places.acquire();
            try {
                sent(incident, call, rung);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("a call can't be sent now: {}", e.toString()); // it is tried again
        } finally {
            underWay.remove(key);
            if (underWay.isEmpty()) loop.wake();
        }
    }

    private void sent(UUID id, Call call, int rung) {
        var step = call.rung(rung);
        var forum = journal.view(ForumsView.VIEW, id, Reader.ALL).find(call.forum());
        var incident = journal.view(Incident.VIEW, id, Reader.ALL);
        if (forum.isEmpty() || isKnown(id, call, rung)) return;
        var sending = new Sending(id, call.id(), rung, step.way(), reaching.addresses(step.function(), step.way()));
        posting.sendings()
                .send(sending, outgoing, () -> notice(incident, forum.get(), call, rung), journal.now())
                .ifPresent(outcome -> posting.tell(
                        new Posting.Told(id, call.forum(), new CalloutFact.Given(call.id(), rung, outcome))));
    }

    private Notice notice(Incident incident, Forum forum, Call call, int rung) {
        boolean keptIn = incident.isExercise()
                && journal.view(Calls.VIEW, incident.id(), Reader.ALL).keptIn();
        return posting.wording().notice(incident, forum, call, rung, keptIn);
    }

    /** Whether the outcome has been recorded since the step was found to wait. */
    private boolean isKnown(UUID incident, Call call, int rung) {
        return journal.view(Calls.VIEW, incident, Reader.ALL)
                .find(call.id())
                .filter(now -> now.isRunning() && now.taken().get(rung).outcome() == null)
                .isEmpty();
    }

    @Override
    public void stop() {
        loop.stop();
        each.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
