package se.samlad.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer;
import se.samlad.desk.Log.Correction;
import se.samlad.desk.Log.Line;
import se.samlad.incident.ExerciseClock;
import se.samlad.incident.Incident;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Pick;
import se.samlad.web.Say;

/** Builds rows while it reads entries, newest first, and adds to each what later entries state about it. */
final class Told {

    private static final Duration WRITTEN_LATER = Duration.ofMinutes(1);
    private static final List<String> CLOCKS = List.of("incident.clock-moved.1", "incident.signalled.1");

    private final Log log;
    private final Journal journal;
    private final Viewer viewer;
    private final Say say;
    private final List<Line> lines = new ArrayList<>();
    private final Map<UUID, Correction> corrections = new HashMap<>();
    /** The settings of an exercise's clock, newest first. */
    private final List<ExerciseClock> clocks = new ArrayList<>();

    Told(Log log, Journal journal, Viewer viewer, Say say) {
        this.log = log;
        this.journal = journal;
        this.viewer = viewer;
        this.say = say;
    }

    /** The rows so far. */
    List<Line> lines() {
        return lines;
    }

    void add(Entry entry, Log.Filter filter) {
        ExerciseClock.setBy(entry).ifPresent(clocks::add);
        log.tell(entry, viewer, say).ifPresent(line -> {
            var corrects = line.row().corrects();
            if (corrects != null) corrections.putIfAbsent(corrects.entry(), new Correction(entry.id(), corrects.at()));
            if (filter.lets(line)) lines.add(line);
        });
    }

    List<Line> finished(UUID incident, long oldest) {
        var before = new Pick(incident, CLOCKS, 0, oldest, true, 1);
        if (!clocks.isEmpty() || isExercise(incident))
            for (var entry : journal.list(before, viewer))
                ExerciseClock.setBy(entry).ifPresent(clocks::add);
        return lines.stream()
                .map(this::finished)
                .map(line -> log.withCorrection(line, viewer, say))
                .toList();
    }

    private boolean isExercise(UUID incident) {
        return journal.view(Incident.VIEW, incident, viewer).isExercise();
    }

    private Line finished(Line line) {
        var written = clockAt(line.entry());
        boolean later =
                written != null && written.isAfter(line.entry().occurredAt().plus(WRITTEN_LATER));
        return new Line(
                line.entry(), line.row(), line.by(), line.shared(), later ? written : null, corrections.get(line.id()));
    }

    /** When it was written, by the exercise's own clock if there is one. */
    private @Nullable Instant clockAt(Entry entry) {
        if (clocks.isEmpty()) return entry.recordedAt();
        return clocks.stream()
                .filter(clock -> !clock.setAt().isAfter(entry.recordedAt()))
                .findFirst()
                .map(clock -> clock.at(entry.recordedAt()))
                .orElse(null);
    }
}
