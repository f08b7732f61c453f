package se.samlad.capability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.figure.Counted;
import se.samlad.figure.Figures;
import se.samlad.figure.Indicator;
import se.samlad.figure.Mark;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Telling;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.live.Shell;
import se.samlad.web.Say;

/** What a figure was counted from, down to its entries, through the gate. */
@Component
public class Behind {

    /** So many entries are shown at most; a figure of more says so. */
    private static final int MOST = 500;

    private static final Duration WRITTEN_LATER = Duration.ofMinutes(1);

    /**
     * A figure, and what it was counted from.
     *
     * @param together null: nothing can be counted
     * @param each of one incident, conference or test call alone
     * @param chosen whose entries are shown; null: none
     */
    public record Shown(
            Counted.@Nullable Together together,
            List<Of> each,
            @Nullable Of chosen,
            List<Line> lines,
            int left) {}

    /**
     * @param title of the incident; empty: it is none, and its day says which
     * @param counted null: it is counted for one incident at a time, when that is chosen
     */
    public record Of(
            UUID stream, String title, Instant at, @Nullable Counted counted, boolean exercise) {}

    /**
     * One entry.
     *
     * @param word what kind of entry it is @param text what it says; empty: nothing more
     * @param link to its own page; null: it has none
     * @param written when it was written, where that was more than a minute later; null: at once
     */
    public record Line(
            String word,
            String text,
            String actor,
            Instant occurred,
            @Nullable Instant written,
            @Nullable String link) {}

    private final Journal journal;
    private final Figures figures;
    private final Incidents incidents;
    private final List<Telling> rooms;

    Behind(Journal journal, Figures figures, Incidents incidents, List<Telling> rooms) {
        this.journal = journal;
        this.figures = figures;
        this.incidents = incidents;
        this.rooms = rooms;
    }

    /** @throws NotThere where the viewer sees nothing of that id that the figure is counted from */
    Shown of(Indicator indicator, int year, @Nullable UUID stream, @Nullable String only, Shell shell) {
        var viewer = shell.viewer();
        var ofYear = figures.of(year, only, viewer);
        var each = indicator.isOfOneIncident()
                ? inTurn(year, viewer)
                : ofYear.all(indicator).stream().map(one -> of(one, viewer)).toList();
        if (stream == null) return new Shown(ofYear.of(indicator), each, null, List.of(), 0);
        var chosen = each.stream()
                .filter(one -> one.stream().equals(stream))
                .findFirst()
                .or(() -> incidents.find(stream, viewer).map(Behind::bare))
                .map(one -> indicator.isOfOneIncident() ? counted(one, indicator, only, viewer) : one)
                .orElseThrow(NotThere::new);
        var marks =
                chosen.counted() == null ? List.<Mark>of() : chosen.counted().marks();
        var lines = lines(marks.subList(0, Math.min(MOST, marks.size())), viewer, shell.say());
        return new Shown(ofYear.of(indicator), each, chosen, lines, marks.size() - lines.size());
    }

    private List<Of> inTurn(int year, Viewer viewer) {
        return incidents
                .all(viewer)
                .filter(incident -> incident.signalled().atZone(Say.STOCKHOLM).getYear() == year)
                .sorted(Comparator.comparing(Incident::signalled))
                .map(Behind::bare)
                .toList();
    }

    private static Of bare(Incident incident) {
        return new Of(incident.id(), incident.title(), incident.signalled(), null, incident.isExercise());
    }

    private Of counted(Of one, Indicator indicator, @Nullable String only, Viewer viewer) {
        var counted = figures.of(one.stream(), only, viewer).stream()
                .filter(each -> each.indicator() == indicator)
                .findFirst()
                .orElse(null);
        return new Of(one.stream(), one.title(), one.at(), counted, one.exercise());
    }

    private Of of(Counted one, Viewer viewer) {
        var incident = incidents.find(one.stream(), viewer);
        var title = incident.map(Incident::title).orElse("");
        return new Of(one.stream(), title, one.marks().getFirst().occurred(), one, one.exercise());
    }

    private List<Line> lines(List<Mark> marks, Viewer viewer, Say say) {
        var entries = new HashMap<Long, Entry>();
        var positions = marks.stream().map(Mark::position).toList();
        for (var entry : journal.at(positions, viewer)) entries.put(entry.position(), entry);
        var lines = new ArrayList<Line>();
        for (var mark : marks) {
            var entry = entries.get(mark.position());
            if (entry != null) lines.add(line(mark, entry, viewer, say));
        }
        return lines;
    }

    private Line line(Mark mark, Entry entry, Viewer viewer, Say say) {
        var row = row(entry, viewer, say);
        boolean later = mark.recorded().isAfter(mark.occurred().plus(WRITTEN_LATER));
        return new Line(
                say.text("figure.mark." + mark.what()),
                row.map(Telling.Row::text).orElse(""),
                entry.by().actor(),
                mark.occurred(),
                later ? mark.recorded() : null,
                row.isPresent() ? "/entries/" + entry.id() : null);
    }

    private Optional<Telling.Row> row(Entry entry, Viewer viewer, Say say) {
        for (var room : rooms) if (room.facts().isInstance(entry.fact())) return room.tell(entry, viewer, say);
        return Optional.empty();
    }
}
