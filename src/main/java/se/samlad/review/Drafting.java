package se.samlad.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Telling;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Pick;
import se.samlad.review.ReviewFact.About;
import se.samlad.review.ReviewFact.Part;
import se.samlad.review.ReviewFact.Source;
import se.samlad.web.Say;

/**
 * Drafts a review from what the journal shows its readers: times, decisions, holes, messages, planned against done, and who had
 * seen what. It adds nothing of its own, and says where something is left out.
 */
@Component
class Drafting {

    /** The longest log that is read for a draft; a longer one is said to be cut. */
    private static final int READ = 10_000;

    private static final int PIECE = 500;
    private static final int ROWS = 120;
    private static final int LONGEST = 15_000;
    private static final int ONE = 400;
    private static final int TITLE = 120;
    private static final Duration LATE = Duration.ofMinutes(10);

    private final Journal journal;
    private final Actors actors;
    private final AtTheEnd atTheEnd;
    private final List<Telling> rooms;

    Drafting(Journal journal, Actors actors, AtTheEnd atTheEnd, List<Telling> rooms) {
        this.journal = journal;
        this.actors = actors;
        this.atTheEnd = atTheEnd;
        this.rooms = rooms;
    }

    /** One row of the log. */
    private record Told(Entry entry, Telling.Row row) {}

    /** @param cut whether the log goes on after what was read */
    private record Log(List<Told> rows, boolean cut) {
        List<Told> of(Telling.Kind kind) {
            return rows.stream().filter(told -> told.row().kind() == kind).toList();
        }
    }

    /** @param reader all who will read the review; the draft holds nothing that one of them could not see */
    List<Part> draft(Incident incident, List<AllReviews.Note> notes, Viewer reader, Say say) {
        var log = log(incident, reader, say);
        var times = new ArrayList<>(atTheEnd.times(incident, reader, say));
        if (incident.isExercise()) times.add(say.text("review.time.exercise"));
        else late(log, say, times);
        if (log.cut()) times.add(say.text("review.cut", READ));
        return List.of(
                part(About.TIMES, times, List.of(), say),
                rows(About.DECISIONS, log.of(Telling.Kind.DECISION), say),
                part(About.HOLES, atTheEnd.holes(incident, reader, say), List.of(), say),
                rows(About.MESSAGES, log.of(Telling.Kind.MESSAGE), say),
                part(About.PLANNED, atTheEnd.planned(incident, reader, say), List.of(), say),
                part(About.SEEN, atTheEnd.seen(incident, reader, say), List.of(), say),
                part(About.NOTES, notes.stream().map(note -> noted(note, say)).toList(), List.of(), say),
                new Part(Draft.newId(), About.JUDGEMENT, say.text("review.about.JUDGEMENT"), "", List.of()));
    }

    private Log log(Incident incident, Viewer reader, Say say) {
        var rows = new ArrayList<Told>();
        long after = 0;
        for (int read = 0; read < READ; read += PIECE) {
            var entries = journal.list(Pick.after(incident.id(), after, PIECE), reader);
            for (var entry : entries) {
                after = entry.position();
                for (var room : rooms)
                    if (room.facts().isInstance(entry.fact()))
                        room.tell(entry, reader, say).ifPresent(row -> rows.add(new Told(entry, row)));
            }
            if (entries.size() < PIECE) return new Log(rows, false);
        }
        return new Log(rows, true);
    }

    /** The two clocks: what was written down long after it happened. */
    private void late(Log log, Say say, List<String> lines) {
        log.rows().stream()
                .filter(told ->
                        Duration.between(told.entry().occurredAt(), told.entry().recordedAt())
                                        .compareTo(LATE)
                                > 0)
                .map(told -> say.text(
                        "review.time.late",
                        say.dated(told.entry().occurredAt()),
                        say.dated(told.entry().recordedAt()),
                        says(told, say)))
                .limit(ROWS)
                .forEach(lines::add);
    }

    private Part rows(About about, List<Told> told, Say say) {
        var from = told.stream()
                .limit(ROWS)
                .map(each ->
                        new Source(each.entry().id(), each.entry().occurredAt(), shortened(says(each, say), TITLE)))
                .toList();
        var lines = told.stream()
                .map(each -> "**" + say.dated(each.entry().occurredAt()) + "** " + says(each, say) + reason(each, say))
                .toList();
        return part(about, lines, from, say);
    }

    private String says(Told told, Say say) {
        var by = actors.shortName(told.entry().by().actor(), say.language());
        var word = told.row().word().isEmpty() ? "" : told.row().word() + ": ";
        return by + ". " + word + shortened(told.row().text(), ONE);
    }

    private static String reason(Told told, Say say) {
        var more = told.row().all();
        return more.isEmpty() ? "" : " " + say.text("review.reason", shortened(more, ONE));
    }

    private String noted(AllReviews.Note note, Say say) {
        var said = note.said();
        var by = actors.shortName(note.entry().by().actor(), say.language());
        var words = said.judged() == null ? "" : say.text("review.judged-as", shortened(said.judged(), ONE));
        var judged = words.isEmpty() ? "" : " " + say.text("review.reason", words);
        return "**" + say.dated(said.at()) + "** " + by + ". " + shortened(said.seen(), ONE) + judged;
    }

    /** As many lines as fit; what is left out is said. */
    private static Part part(About about, List<String> lines, List<Source> from, Say say) {
        var text = new StringBuilder();
        int written = 0;
        for (var line : lines) {
            if (written == ROWS || text.length() + line.length() > LONGEST) break;
            text.append("- ").append(line.replaceAll("\\s+", " ")).append('\n');
            written++;
        }
        if (written < lines.size()) text.append("\n").append(say.text("review.left-out", lines.size() - written));
        var all = lines.isEmpty()
                ? say.text("review.nothing." + about)
                : text.toString().strip();
        return new Part(Draft.newId(), about, say.text("review.about." + about), all, from);
    }

    private static String shortened(String text, int most) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= most) return line;
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end) + "…";
    }
}
