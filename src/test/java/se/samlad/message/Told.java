package se.samlad.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
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

    final List<Entry> entries = new ArrayList<>();

    static Wording words(String title) {
        return new Wording(title, "Res bara om du måste.", "Allmänheten", List.of("webb"), null, null);
    }

    static Wording to(String audience) {
        return new Wording("Stanna hemma", "Res bara om du måste.", audience, List.of(), null, null);
    }

    /** A message's first entry. */
    UUID draft(Acting by, Wording said, Labels labels) {
        var id = new UUID(1, entries.size() + 1);
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
        int n = entries.size() + 1;
        var at = START.plusSeconds(60L * n);
        entries.add(new Entry(
                n,
                n == 1 ? subject : new UUID(1, n),
                INCIDENT,
                subject,
                by.by(),
                at,
                at,
                labels,
                marking,
                "",
                fact,
                ""));
        return this;
    }

    Message get(UUID id) {
        return said().find(id).orElseThrow();
    }

    Said said() {
        return Said.VIEW.fold(entries);
    }

    PublicMessages open() {
        return PublicMessages.ACROSS.view().fold(entries);
    }

    Entry last() {
        return entries.getLast();
    }

    private static Acting acting(String account, String actor, String name, Mandate... mandates) {
        var function = new Function(actor, name, name, name, Level.COORDINATING, Set.of(mandates), null, null);
        return new Acting(account, function, Viewer.of(account, function, () -> Grants.NONE));
    }
}
