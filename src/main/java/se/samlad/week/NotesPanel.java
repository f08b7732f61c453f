package se.samlad.week;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samlad.access.Function;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;
import se.samlad.web.Say;

/** The notes by subject, those called a need first in each; what is new is marked. */
@Component
public final class NotesPanel implements Panel {

    private static final Duration LATELY = Duration.ofDays(7);

    private final Weeks weeks;
    private final Actors actors;
    private final Incidents incidents;
    private final ObjectProvider<Since> since;

    NotesPanel(Weeks weeks, Actors actors, Incidents incidents, ObjectProvider<Since> since) {
        this.weeks = weeks;
        this.actors = actors;
        this.incidents = incidents;
        this.since = since;
    }

    /**
     * A row.
     *
     * @param place null: not stated
     * @param isNew whether it was said or changed since the latest picture of the region
     * @param incident the incident made from it; null: none that the reader may see
     */
    public record Row(
            Note note,
            @Nullable String place,
            String actor,
            boolean isNew,
            @Nullable String incident) {}

    @Override
    public String name() {
        return "week.notes";
    }

    @Override
    public Scope scope() {
        return Scope.FUNCTION;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof WeekFact || entry.fact() instanceof IncidentFact.Signalled;
    }

    @Override
    public Content content(Ask ask) {
        var say = ask.say();
        var newFrom = newFrom(ask.viewer(), say.now());
        var rows = weeks.mattering(say.now(), ask.viewer()).stream()
                .map(note -> row(note, newFrom, ask.viewer(), say))
                .toList();
        return new Content(
                "week/rows",
                Map.of(
                        "subjects",
                        bySubject(rows),
                        "fresh",
                        (int) rows.stream().filter(Row::isNew).count(),
                        "acts",
                        ask.viewer().isMember(),
                        "own",
                        ask.viewer().function().map(Function::actor).orElse("")));
    }

    private Row row(Note note, Instant newFrom, Viewer viewer, Say say) {
        var area = note.said().area();
        return new Row(
                note,
                area == null ? null : actors.areaName(area, say.language()),
                actors.shortName(note.by().actor(), say.language()),
                note.changed().isAfter(newFrom),
                incidents
                        .ofWarning("note:" + note.id(), viewer)
                        .map(incident -> incident.id().toString())
                        .orElse(null));
    }

    private Instant newFrom(Viewer viewer, Instant now) {
        return since.stream()
                .flatMap(each -> each.since(viewer).stream())
                .max(Instant::compareTo)
                .orElse(now.minus(LATELY));
    }

    /** Subjects that differ only in capitals are one. */
    private static Map<String, List<Row>> bySubject(List<Row> rows) {
        var subjects = new TreeMap<String, List<Row>>(String.CASE_INSENSITIVE_ORDER);
        for (var row : rows)
            subjects.computeIfAbsent(row.note().said().subject(), subject -> new ArrayList<>())
                    .add(row);
        var sorted = new LinkedHashMap<String, List<Row>>();
        subjects.forEach((subject, its) -> sorted.put(
                subject,
                its.stream()
                        .sorted(Comparator.comparing((Row row) -> !row.note().isNeed()))
                        .toList()));
        return sorted;
    }
}
