package se.samlad.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.given.Given;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/** A small cast, and a stream that they write in through the pure verbs. */
final class Told {

    static final UUID INCIDENT = new UUID(7, 7);
    static final Instant START = Instant.parse("2026-01-15T12:00:00Z");
    static final Acting KOMM = acting("komm", "ssr", "komm", Mandate.COMMUNICATE);
    static final Acting LST = acting("lst.tib", "lst", "tib", Mandate.COMMUNICATE, Mandate.CONVENE);
    static final Acting POLISEN = acting("polisen.tib", "polisen", "tib", Mandate.REPORT);
    static final Acting TABY = acting("taby.tib", "taby", "tib", Mandate.REPORT);
    static final Labels SHARED = Labels.of("incident:" + INCIDENT, "actor:lst");

    private final Given given = new Given(INCIDENT);

    static Wording words(String title) {
        return new Wording(title, "Res bara om du måste.", "Allmänheten", List.of("webb"), null, null);
    }

    static Wording to(String audience) {
        return new Wording("Stanna hemma", "Res bara om du måste.", audience, List.of(), null, null);
    }

    /** A message's first entry. */
    UUID draft(Acting by, Wording said, Labels labels) {
        var id = given.nextId();
        add(id, by, Communicating.draft(said, null), labels, null);
        return id;
    }

    UUID draft(Acting by, Wording said) {
        return draft(by, said, SHARED);
    }

    Told check(UUID id, Acting by) {
        return steer(id, by, Communicating.check(get(id), by));
    }

    Told agree(UUID id, Acting by) {
        return steer(id, by, Communicating.agree(get(id), by));
    }

    Told publish(UUID id, Acting by) {
        return steer(id, by, Communicating.publish(get(id), by, false));
    }

    Told practise(UUID id, Acting by) {
        return steer(id, by, Communicating.publish(get(id), by, true));
    }

    Told reword(UUID id, Wording said, Acting by) {
        return steer(id, by, Communicating.reword(get(id), said, by));
    }

    Told sendBack(UUID id, Acting by) {
        return steer(id, by, Communicating.sendBack(get(id), by, "Säg när."));
    }

    Told withdraw(UUID id, Acting by, @Nullable String reason) {
        return steer(id, by, Communicating.withdraw(get(id), by, reason));
    }

    Told discard(UUID id, Acting by) {
        return steer(id, by, Communicating.discard(get(id), by, null));
    }

    /** All the steps to publication. */
    Told allTheWay(UUID id) {
        return check(id, KOMM).agree(id, LST).publish(id, KOMM);
    }

    Told steer(UUID id, Acting by, MessageFact fact) {
        var message = get(id);
        boolean out = fact instanceof MessageFact.Published || fact instanceof MessageFact.Withdrawn;
        return add(id, by, fact, out ? Communicating.labelsOut(message, fact) : message.labels(), message.marking());
    }

    Told add(UUID subject, Acting by, MessageFact fact, Labels labels, @Nullable String marking) {
        var at = START.plusSeconds(60L * (given.count() + 1));
        var id = given.count() == 0 ? subject : given.nextId();
        given.add(id, subject, by.by(), fact, Given.Envelope.at(at, labels).marked(marking));
        return this;
    }

    void add(Entry entry) {
        given.add(entry);
    }

    List<Entry> entries() {
        return given.entries();
    }

    Message get(UUID id) {
        return said().find(id).orElseThrow();
    }

    Said said() {
        return given.fold(Said.VIEW);
    }

    PublicMessages open() {
        return given.fold(PublicMessages.ACROSS.view());
    }

    Entry last() {
        return given.entries().getLast();
    }

    private static Acting acting(String account, String actor, String name, Mandate... mandates) {
        var function =
                Given.acting(actor, name, Level.COORDINATING, null, mandates).function();
        return new Acting(account, function, Viewer.of(account, function, () -> Grants.NONE));
    }
}
