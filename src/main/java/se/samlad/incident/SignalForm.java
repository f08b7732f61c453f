package se.samlad.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Marking;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Draft;
import se.samlad.journal.Verb;

/**
 * A signal as it is sent; the title is enough (I1).
 *
 * @param warning the id of the warning that it is made from; of a watch note {@code note:<id>}
 * @param exercise {@code true}, or {@code {"clock": TIME}} for an exercise with a clock of its own
 * @param local true: the municipality that signals answers for it itself, in its own area (F5)
 * @param parent the regional incident that a local one belongs to; where it is named, the incident is local
 */
public record SignalForm(
        @Nullable String title,
        @Nullable String text,
        @Nullable String kind,
        @Nullable String warning,
        @Nullable Instant occurredAt,
        @Nullable Exercise exercise,
        @Nullable Marking marking,
        @Nullable Boolean local,
        @Nullable UUID parent) {

    /** A signal that is not local and has no more than a text. */
    public static SignalForm of(
            @Nullable String title, @Nullable String text, @Nullable String kind, @Nullable String warning) {
        return new SignalForm(title, text, kind, warning, null, null, null, null, null);
    }

    boolean isLocal() {
        return parent != null || Boolean.TRUE.equals(local);
    }

    /** What a room above records in the same step as a signal. */
    public interface Beside {
        /** @param incident as it begins; nothing of it is recorded yet */
        List<Draft> of(Verb.Facing facing, Incident incident, SignalForm said, Acting by);
    }

    /** The exercise's own clock at the signal; null: it starts at the real time. */
    public record Exercise(@Nullable Instant clock) {

        @com.fasterxml.jackson.annotation.JsonCreator(
                mode = com.fasterxml.jackson.annotation.JsonCreator.Mode.DELEGATING)
        static @Nullable Exercise of(tools.jackson.databind.JsonNode json) {
            if (json.isBoolean()) return json.asBoolean() ? new Exercise(null) : null;
            var clock = json.get("clock");
            if (!json.isObject() || json.size() != 1 || clock == null)
                throw new IllegalArgumentException("exercise is true, or an object with a clock");
            return new Exercise(java.time.OffsetDateTime.parse(clock.asString()).toInstant());
        }
    }

    /** The time on the exercise's own clock at the signal; null: not an exercise. */
    @Nullable
    Instant exerciseClock(Instant now) {
        if (exercise == null) return null;
        return exercise.clock() == null ? now : exercise.clock();
    }
}
