package se.samlad.week;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;
import se.samlad.week.WeekFact.Noted;
import se.samlad.week.WeekFact.Planned;

/**
 * All notes and events that still matter or did lately. It is not filtered: who reads it asks for each whether its reader
 * may see it.
 *
 * @param swept when those long past were last left out
 */
record AllWeeks(PMap<UUID, Note> notes, PMap<UUID, Event> events, Instant swept) {

    /** How long a note stays here after it mattered. */
    static final Duration NOTES_STAY = Duration.ofDays(30);

    /** How long an event stays here after it was. */
    static final Duration EVENTS_STAY = Duration.ofDays(400);

    private static final Duration BETWEEN_SWEEPS = Duration.ofDays(1);

    static final Across<AllWeeks> ACROSS = new Across<>(View.of(
            "week.all",
            new AllWeeks(HashTreePMap.empty(), HashTreePMap.empty(), Instant.EPOCH),
            WeekFact.class,
            (all, e, fact) -> all.apply(e, fact)));

    private AllWeeks apply(Entry entry, WeekFact fact) {
        var now = entry.recordedAt();
        return now.isAfter(swept.plus(BETWEEN_SWEEPS)) ? swept(now).take(entry, fact) : take(entry, fact);
    }

    private AllWeeks take(Entry entry, WeekFact fact) {
        var note = notes.get(entry.subject());
        if (note != null) return new AllWeeks(notes.plus(note.id(), note.after(entry, fact)), events, swept);
        var event = events.get(entry.subject());
        if (event != null) return new AllWeeks(notes, events.plus(event.id(), event.after(entry, fact)), swept);
        return switch (fact) {
            case Noted said -> new AllWeeks(notes.plus(entry.id(), Note.begun(entry, said)), events, swept);
            case Planned said -> new AllWeeks(notes, events.plus(entry.id(), Event.begun(entry, said)), swept);
            case WeekFact.CalledNeed _, WeekFact.NoteEnded _, WeekFact.CalledOff _ -> this;
        };
    }

    /** Without what is long past. */
    private AllWeeks swept(Instant now) {
        var oldNotes = notes.values().stream()
                .filter(n -> !n.said().until().isAfter(now.minus(NOTES_STAY)))
                .map(Note::id)
                .toList();
        var oldEvents = events.values().stream()
                .filter(e -> !e.said().until().isAfter(now.minus(EVENTS_STAY)))
                .map(Event::id)
                .toList();
        return new AllWeeks(notes.minusAll(oldNotes), events.minusAll(oldEvents), now);
    }
}
