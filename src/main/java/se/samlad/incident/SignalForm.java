package se.samlad.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Marking;

/**
 * A signal as it is sent; the title is enough (I1).
 *
 * @param warning the id of the warning that it is made from; of a watch note {@code note:<id>}
 * @param exercise {@code true}, or {@code {"clock": TIME}} for an exercise with a clock of its own
 */
public record SignalForm(
        @Nullable String title,
        @Nullable String text,
        @Nullable String kind,
        @Nullable String warning,
        @Nullable Instant occurredAt,
        @Nullable Exercise exercise,
        @Nullable Marking marking) {

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
