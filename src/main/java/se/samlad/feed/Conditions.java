package se.samlad.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.samlad.feed.FeedFact.Way;
import se.samlad.warning.Read.Skipped;

/** How each feed is doing: when it was last tried and last worked on this node, and why not. Only in memory. */
public final class Conditions {

    private static final int SKIPPED_SHOWN = 50;

    /** Why a feed did not work: a message key and its details. */
    public record Problem(String key, List<Object> details) {}

    /**
     * @param lastOk when what was in force was last read through; null: not since the start
     * @param problem why the last try failed; null: it did not
     * @param skipped what of the last reading could not be used, at most the first 50
     * @param skippedInAll how many those were
     */
    public record Condition(
            String source,
            Way way,
            @Nullable Instant lastTried,
            @Nullable Instant lastOk,
            @Nullable Problem problem,
            List<Skipped> skipped,
            int skippedInAll) {

        static Condition untried(String source, Way way) {
            return new Condition(source, way, null, null, null, List.of(), 0);
        }
    }

    private record Feed(String source, Way way) {}

    private final Clock clock;
    private final Map<Feed, Condition> byFeed = new ConcurrentHashMap<>();

    Conditions(Clock clock) {
        this.clock = clock;
    }

    /** There is such a feed, whether it works or not. */
    void expect(String source, Way way) {
        change(source, way, c -> c);
    }

    void worked(String source, Way way, List<Skipped> skipped) {
        var now = clock.instant();
        var shown = skipped.stream().limit(SKIPPED_SHOWN).toList();
        change(source, way, c -> new Condition(source, way, now, now, null, shown, skipped.size()));
    }

    void failed(String source, Way way, String key, Object... details) {
        var now = clock.instant();
        var why = new Problem(key, List.of(details));
        change(source, way, c -> new Condition(source, way, now, c.lastOk(), why, c.skipped(), c.skippedInAll()));
    }

    private void change(String source, Way way, UnaryOperator<Condition> how) {
        byFeed.compute(
                new Feed(source, way),
                (feed, before) -> how.apply(before == null ? Condition.untried(source, way) : before));
    }

    /** Since the feed that is longest behind was last read through; NaN where none has been. */
    double oldestSeconds() {
        return byFeed.values().stream()
                .map(Condition::lastOk)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(ok -> Duration.between(ok, clock.instant()).toMillis() / 1_000.0)
                .orElse(Double.NaN);
    }

    /** Those that are fetched first, then by source. */
    List<Condition> all() {
        return byFeed.values().stream()
                .sorted(Comparator.comparing(Condition::way).thenComparing(Condition::source))
                .toList();
    }
}
