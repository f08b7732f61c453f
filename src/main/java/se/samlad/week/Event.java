package se.samlad.week;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Things;
import se.samlad.access.Things.Held;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.week.WeekFact.Planned;

/**
 * A planned event (I6).
 *
 * @param drawn the entry that last changed it
 * @param changed when
 * @param off null: it takes place
 */
public record Event(
        UUID id,
        Labels labels,
        @Nullable String marking,
        By by,
        Instant at,
        UUID drawn,
        Instant changed,
        Planned said,
        @Nullable Off off)
        implements Things.Thing {

    public record Off(Instant at, String reason) {}

    /** The event of a stream, if the reader may see it. */
    static final View<Held<Event>> VIEW =
            Held.view("week.event", WeekFact.class, Planned.class, Event::begun, Event::after);

    static Event begun(Entry entry, Planned said) {
        var at = entry.recordedAt();
        return new Event(entry.id(), entry.labels(), entry.marking(), entry.by(), at, entry.id(), at, said, null);
    }

    Event after(Entry entry, WeekFact fact) {
        var when = entry.recordedAt();
        return switch (fact) {
            case Planned planned -> new Event(id, labels, marking, by, at, entry.id(), when, planned, off);
            case WeekFact.CalledOff c ->
                new Event(id, labels, marking, by, at, drawn, changed, said, new Off(when, c.reason()));
            case WeekFact.Noted _, WeekFact.CalledNeed _, WeekFact.NoteEnded _ -> this;
        };
    }

    public boolean isOf(String actor) {
        return by.actor().equals(actor);
    }

    public boolean isOn() {
        return off == null;
    }

    /** Whether all members may see it. */
    public boolean isForMembers() {
        return labels.all().contains("members") || labels.all().contains(Labels.PUBLIC);
    }

    /** Whether it goes on at some time in the half-open interval. */
    boolean overlaps(Instant from, Instant until) {
        return said.from().isBefore(until) && said.until().isAfter(from);
    }
}
