package se.samlad.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Refused;

/** The stated time of an event (C5): never in the future, and over an hour ago only with a reason. */
public final class Occurred {

    public static final Duration LATE = Duration.ofHours(1);
    private static final Duration LONG_BEFORE = Duration.ofDays(366);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private static final Duration LIKELY = Duration.ofDays(3_653);

    private Occurred() {}

    /** @throws Refused occurred.unlikely where the two are over ten years apart */
    static void likely(Instant stated, Instant now) {
        if (stated.isBefore(now.minus(LIKELY)) || stated.isAfter(now.plus(LIKELY)))
            throw new Refused("occurred.unlikely").at("occurredAt");
    }

    /**
     * When a signal says that it happened, checked against the clock that it begins with.
     *
     * @param exercise what the exercise's clock shows at the signal; null: it is real
     * @throws Refused occurred.unlikely, occurred.future
     */
    static @Nullable Instant signalled(@Nullable Instant exercise, @Nullable Instant at, Instant now) {
        if (exercise != null) likely(exercise, now);
        var clock = exercise == null ? now : exercise;
        if (at != null) likely(at, clock);
        if (at != null && at.isAfter(clock.plus(CLOCKS_DIFFER))) throw new Refused("occurred.future");
        return at;
    }

    /**
     * The stated time, checked against the incident's own clock. Where none is stated: the clock's time in an exercise,
     * else null for now.
     *
     * @throws Refused occurred.future; occurred.late where it is over an hour old and no reason is given;
     *     occurred.too-early where it is over a year before the signal
     */
    public static @Nullable Instant at(
            Incident incident, @Nullable Instant stated, @Nullable String lateBecause, Instant now) {
        var clock = incident.clock(now);
        if (stated == null) return incident.isExercise() ? clock : null;
        if (stated.isAfter(clock.plus(CLOCKS_DIFFER))) throw new Refused("occurred.future").at("occurredAt");
        if (stated.isBefore(incident.signalled().minus(LONG_BEFORE)))
            throw new Refused("occurred.too-early").at("occurredAt");
        boolean late = stated.isBefore(clock.minus(LATE));
        if (late && (Plain.isEmpty(lateBecause))) throw new Refused("occurred.late").at("lateBecause");
        return stated.isAfter(clock) ? clock : stated;
    }
}
