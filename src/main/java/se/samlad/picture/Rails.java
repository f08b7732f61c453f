package se.samlad.picture;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The two time sliders under the map, in seconds since 1970 by the incident's own clock.
 *
 * @param from the signal
 * @param to now
 * @param stops times at which something was recorded or happened, oldest first
 * @param knew the first slider's value; at its right end: as it is known now
 * @param was the second slider's value; at its right end: as it is now
 */
public record Rails(long from, long to, List<Long> stops, long knew, long was) {

    private static final int WIDTH = 1_000;

    static Rails of(Instant from, Instant to, Collection<Instant> stops, AsOf asOf) {
        long start = from.getEpochSecond();
        long end = Math.max(start + 1, seconds(to));
        var within = stops.stream()
                .mapToLong(Rails::seconds)
                .filter(s -> s > start && s < end)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        var latest = within.subList(Math.max(0, within.size() - Stops.MOST), within.size());
        return new Rails(
                start, end, List.copyOf(latest), place(asOf.knew(), start, end), place(asOf.was(), start, end));
    }

    /** Rounds up, so that an event within a second is included at its end. */
    private static long seconds(Instant at) {
        return at.getNano() == 0 ? at.getEpochSecond() : at.getEpochSecond() + 1;
    }

    private static long place(@Nullable Instant at, long from, long to) {
        return at == null ? to : Math.clamp(at.getEpochSecond(), from, to);
    }

    public String stopsText() {
        return stops.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The stops as strokes on a line from 0 to 1 000: an SVG path. */
    public String strokes() {
        return stops.stream()
                .flatMapToLong(s -> LongStream.of((s - from) * WIDTH / (to - from)))
                .distinct()
                .mapToObj(x -> "M" + x + " 10V18")
                .collect(Collectors.joining());
    }
}
