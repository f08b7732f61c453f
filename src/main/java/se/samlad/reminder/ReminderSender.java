package se.samlad.reminder;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samlad.callout.Sendings;
import se.samlad.callout.Sendings.Sending;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.lapse.Loop;
import se.samlad.reach.Outgoing;
import se.samlad.reminder.ReminderFact.Begun;
import se.samlad.reminder.ReminderFact.Given;
import se.samlad.reminder.ReminderFact.Sent;

/**
 * Sends what reminders say as calls are sent, by the edge that all passes: by the first way that takes it, and by no other. A
 * node that stops in between loses none. What is left when the day's hours are over is not sent, so nobody is woken.
 */
@Component
class ReminderSender implements SmartLifecycle {

    private final Journal journal;
    private final ReminderWording wording;
    private final Outgoing outgoing;
    private final Sendings sendings;
    private final boolean callsNobody;
    private final Loop loop = new Loop("reminder-sender", ReminderSender.class, this::once);

    ReminderSender(
            Journal journal,
            ReminderWording wording,
            Outgoing outgoing,
            Sendings sendings,
            @Value("${samlad.call-nobody:false}") boolean callsNobody) {
        this.journal = journal;
        this.wording = wording;
        this.outgoing = outgoing;
        this.sendings = sendings;
        this.callsNobody = callsNobody;
    }

    @Override
    public void start() {
        if (callsNobody) return;
        journal.follow(entry -> {
            if (entry.fact() instanceof Begun) loop.wake();
        });
        loop.start();
    }

    private void once() {
        journal.awaitOpen();
        for (var reminder : journal.across(Reminder.All.ACROSS).open().values()) {
            if (!loop.isRunning()) return;
            given(reminder).ifPresent(given -> tell(reminder, given));
        }
    }

    /** Empty: another node sends it. */
    private Optional<List<Given>> given(Reminder reminder) {
        var given = new ArrayList<Given>();
        if (!Reminding.isOfficeHour(journal.now())) return Optional.of(given);
        for (var way : reminder.begun().ways()) {
            var to = wording.addresses(reminder, way);
            var sending = new Sending(reminder.id(), reminder.id(), Sending.BY_WAY, way, to);
            var outcome =
                    sendings.send(sending, outgoing, () -> wording.notice(reminder, way, sending.key()), journal.now());
            if (outcome.isEmpty()) return Optional.empty();
            var now = new Given(way, outcome.get());
            given.add(now);
            if (now.isTaken()) break;
        }
        return Optional.of(given);
    }

    /** With the same key on every node, so that it is recorded once. */
    private void tell(Reminder reminder, List<Given> given) {
        var name = "reminder:" + reminder.id();
        var key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var fact = new Sent(reminder.id(), List.copyOf(given));
        journal.record(
                reminder.by(),
                new Once(key, name),
                facing -> List.of(
                        Draft.ofNewSubject(Reminder.stream(reminder.begun().function()), fact, reminder.labels())));
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
