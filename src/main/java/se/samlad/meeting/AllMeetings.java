package se.samlad.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/**
 * All meetings. Those that are ahead, that were lately, and those where something undertaken is open, are here whole; of the
 * others a row. It is not filtered: who reads it asks for each whether its reader may see it.
 *
 * @param swept when those long past were last made rows
 */
public record AllMeetings(PMap<UUID, Meeting> whole, PMap<UUID, Row> past, Instant swept) {

    private static final Duration STAY = Duration.ofDays(400);
    private static final Duration BETWEEN_SWEEPS = Duration.ofDays(1);

    static final Across<AllMeetings> ACROSS = new Across<>(View.of(
            "meeting.all",
            new AllMeetings(HashTreePMap.empty(), HashTreePMap.empty(), Instant.EPOCH),
            MeetingFact.class,
            AllMeetings::apply));

    /** A meeting as a list has it. */
    public record Row(UUID id, Labels labels, String forum, String sv, String en, Instant at, Meeting.State state) {

        static Row of(Meeting m) {
            return new Row(
                    m.id(),
                    m.labels(),
                    m.called().forum(),
                    m.called().sv(),
                    m.called().en(),
                    m.plan().at(),
                    m.state());
        }

        public String name(String language) {
            return language.equals("en") ? en : sv;
        }
    }

    private AllMeetings apply(Entry entry, MeetingFact fact) {
        var now = entry.recordedAt();
        return now.isAfter(swept.plus(BETWEEN_SWEEPS)) ? swept(now).take(entry, fact) : take(entry, fact);
    }

    private AllMeetings take(Entry entry, MeetingFact fact) {
        if (fact instanceof MeetingFact.Called called)
            return new AllMeetings(whole.plus(entry.id(), Meeting.begun(entry, called)), past, swept);
        var meeting = whole.get(entry.stream());
        if (meeting == null) return this; // long past: its own page has all of it
        return new AllMeetings(whole.plus(meeting.id(), meeting.after(entry, fact)), past, swept);
    }

    private AllMeetings swept(Instant now) {
        var over = whole.values().stream()
                .filter(m -> m.plan().at().isBefore(now.minus(STAY)))
                .filter(m -> m.lines().stream().noneMatch(Line::isOpen))
                .toList();
        var rows = past;
        for (var each : over) rows = rows.plus(each.id(), Row.of(each));
        return new AllMeetings(whole.minusAll(over.stream().map(Meeting::id).toList()), rows, now);
    }

    /** Those that are here whole, the earliest first. */
    List<Meeting> seenBy(Viewer viewer) {
        return whole.values().stream()
                .filter(m -> viewer.sees(m.labels()))
                .sorted(Comparator.comparing((Meeting m) -> m.plan().at()).thenComparing(Meeting::id))
                .toList();
    }

    /** All, the latest first. */
    List<Row> rows(Viewer viewer) {
        return java.util.stream.Stream.concat(whole.values().stream().map(Row::of), past.values().stream())
                .filter(row -> viewer.sees(row.labels()))
                .sorted(Comparator.comparing(Row::at).thenComparing(Row::id).reversed())
                .toList();
    }
}
