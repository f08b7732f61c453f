package se.samlad.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.samlad.casework.Standing.Span;
import se.samlad.casework.Standing.State;

/** How long a case has waited for what: its time in parts, as a picture and a table show them. */
public record Stays(List<Stay> all, long days, long waited) {

    /** The width of a picture of time, in its own units. */
    public static final int WIDTH = 1_000;

    /**
     * @param name the key of what it waits for, or of what is done
     * @param waits whether nothing is done meanwhile
     * @param x where it begins in the picture
     */
    public record Stay(String name, boolean waits, Instant from, long days, long x, long width) {}

    /** @param first the left end of the picture @param now its right end, and the end of what goes on */
    static Stays of(List<Span> spans, Instant first, Instant now) {
        var all = new ArrayList<Stay>();
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            if (span.state() == State.ENDED) continue;
            var end = i + 1 < spans.size() ? spans.get(i + 1).from() : now;
            long x = at(span.from(), first, now);
            all.add(new Stay(
                    name(span),
                    waits(span),
                    span.from(),
                    Duration.between(span.from(), end).toDays(),
                    x,
                    Math.max(1, at(end, first, now) - x)));
        }
        var last = spans.getLast();
        var end = last.state() == State.ENDED ? last.from() : now;
        return new Stays(
                List.copyOf(all),
                Duration.between(spans.getFirst().from(), end).toDays(),
                all.stream().filter(Stay::waits).mapToLong(Stay::days).sum());
    }

    private static long at(Instant time, Instant first, Instant now) {
        long whole = Math.max(1, Duration.between(first, now).toMillis());
        long part = Duration.between(first, time).toMillis();
        return Math.clamp(WIDTH * part / whole, 0, WIDTH);
    }

    private static String name(Span span) {
        return span.state() == State.IN_PROJECT && span.reported()
                ? "REPORTED"
                : span.state().name();
    }

    private static boolean waits(Span span) {
        return switch (span.state()) {
            case RAISED, EXAMINED, FOLLOWED_UP -> false;
            case IN_PROJECT -> span.reported();
            case PROPOSED, DECIDED, VALUED, IMPLEMENTATION_DECIDED, RESTING, ENDED -> true;
        };
    }
}
