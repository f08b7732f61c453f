package se.samlad.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A piece of time in which one person is on duty: from an instant until right before another.
 *
 * @param plan the entry that planned it, or by which it was taken over
 */
public record Slice(UUID plan, String account, Instant from, Instant until) {

    /** The end of a piece whose end nobody has said. */
    public static final Instant OPEN = Instant.parse("9999-12-31T00:00:00Z");

    public static final Comparator<Slice> IN_ORDER =
            Comparator.comparing(Slice::from).thenComparing(Slice::until).thenComparing(Slice::account);

    public boolean isOpen() {
        return until.equals(OPEN);
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    public boolean overlaps(Instant begin, Instant end) {
        return from.isBefore(end) && begin.isBefore(until);
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    /** The part of it between two times. */
    public Optional<Slice> within(Instant begin, Instant end) {
        if (!overlaps(begin, end)) return Optional.empty();
        return Optional.of(
                new Slice(plan, account, from.isBefore(begin) ? begin : from, until.isAfter(end) ? end : until));
    }

    /** What is left of it before and after: none, one or two pieces. */
    public Stream<Slice> without(Instant begin, Instant end) {
        if (!overlaps(begin, end)) return Stream.of(this);
        return Stream.of(new Slice(plan, account, from, begin), new Slice(plan, account, end, until))
                .filter(piece -> piece.from.isBefore(piece.until));
    }

    Slice by(String other) {
        return new Slice(plan, other, from, until);
    }
}
