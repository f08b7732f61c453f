package se.samlad.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import se.samlad.journal.Entry;

/**
 * An exercise's clock: the time that it was set to, and when. A clock that was set to the real time runs with it;
 * any other stands still until it is moved, so that a scene can be played at any speed.
 */
public record ExerciseClock(Instant shows, Instant setAt) {

    private static final Duration REAL = Duration.ofMinutes(1);

    public boolean runs() {
        return Duration.between(shows, setAt).abs().compareTo(REAL) < 0;
    }

    /** The time that it shows at a time of the server's clock. */
    public Instant at(Instant now) {
        return runs() ? shows.plus(Duration.between(setAt, now)) : shows;
    }

    /** The clock as the entry set it; empty: the entry is about something else. */
    public static Optional<ExerciseClock> setBy(Entry entry) {
        return switch (entry.fact()) {
            case IncidentFact.ClockMoved c -> Optional.of(new ExerciseClock(c.now(), entry.recordedAt()));
            case IncidentFact.Signalled s
            when s.exercise() != null -> Optional.of(new ExerciseClock(s.exercise(), entry.recordedAt()));
            default -> Optional.empty();
        };
    }

    /**
     * The last time, by the server's clock, at which an exercise's clock showed this time or an earlier one.
     *
     * @param settings of the clock, oldest first
     * @return empty: it still shows it
     */
    public static Optional<Instant> lastShowing(List<ExerciseClock> settings, Instant shown) {
        for (int i = 0; i < settings.size(); i++) {
            var set = settings.get(i);
            if (set.shows.isAfter(shown)) return Optional.of(set.setAt.minus(1, ChronoUnit.MICROS));
            if (!set.runs()) continue;
            var until = i + 1 < settings.size() ? settings.get(i + 1).setAt : Instant.MAX;
            var last = set.setAt.plus(Duration.between(set.shows, shown));
            if (last.isBefore(until)) return Optional.of(last);
        }
        return Optional.empty();
    }
}
