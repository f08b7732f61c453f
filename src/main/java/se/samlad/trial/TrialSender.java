package se.samlad.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samlad.callout.Sendings;
import se.samlad.callout.Sendings.Sending;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.lapse.Loop;
import se.samlad.reach.Outgoing;
import se.samlad.reach.Way;
import se.samlad.trial.TrialFact.Asked;
import se.samlad.trial.TrialFact.Given;

/** Sends what tests say, by the edge that all passes, and records what became of it. A node that stops in between loses none. */
@Component
class TrialSender implements SmartLifecycle {

    private static final int AT_ONCE = 16;

    private final Journal journal;
    private final Outgoing outgoing;
    private final Sendings sendings;
    private final TrialWording wording;
    private final boolean callsNobody;
    private final Loop loop = new Loop("trial-sender", TrialSender.class, this::once);
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService each = Executors.newVirtualThreadPerTaskExecutor();

    TrialSender(
            Journal journal,
            Outgoing outgoing,
            Sendings sendings,
            TrialWording wording,
            @Value("${samlad.call-nobody:false}") boolean callsNobody) {
        this.journal = journal;
        this.outgoing = outgoing;
        this.sendings = sendings;
        this.wording = wording;
        this.callsNobody = callsNobody;
    }

    @Override
    public void start() {
        if (callsNobody) return;
        journal.follow(entry -> {
            if (entry.fact() instanceof TrialFact.Begun) loop.wake();
        });
        loop.start();
    }

    private void once() throws InterruptedException, ExecutionException {
        journal.awaitOpen();
        for (var trial : journal.across(Trial.All.ACROSS).open().values()) send(trial);
    }

    private void send(Trial trial) throws InterruptedException, ExecutionException {
        var sending = new ArrayList<Future<Optional<Given>>>();
        for (var asked : trial.asked())
            for (var way : asked.ways())
                if (trial.outcome(asked, way).isEmpty())
                    sending.add(each.submit(() -> {
                        places.acquire();
                        try {
                            return sent(trial, asked, way);
                        } finally {
                            places.release();
                        }
                    }));
        var given = new ArrayList<Given>();
        for (var each : sending) each.get().ifPresent(given::add);
        if (given.isEmpty()) return;
        journal.record(
                trial.by(),
                null,
                facing ->
                        List.of(Draft.ofNewSubject(trial.id(), new TrialFact.Sent(List.copyOf(given)), Trials.LABELS)));
    }

    /** Empty: another node sends it. */
    private Optional<Given> sent(Trial trial, Asked asked, Way way) {
        var to = wording.addresses(asked.function(), way);
        var sending = new Sending(trial.id(), asked.id(), Sending.BY_WAY, way, to);
        return sendings.send(sending, outgoing, () -> wording.notice(trial, asked, way, sending.key()), journal.now())
                .map(outcome -> new Given(asked.id(), way, outcome));
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
