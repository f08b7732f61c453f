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

/**
 * The state of each feed on this node: when it was last tried, when it last worked, and why it failed. Kept in memory
 * only.
 */
public final class Conditions {

    private static final int SKIPPED_SHOWN = 50;

    /** Why a feed failed: a message key and its details. */
    public record Problem(String key, List<Object> details) {}

    /**
     * @param lastOk when the feed's current contents were last read completely; null: not since the start
     * @param problem why the last attempt failed; null: it worked
     * @param skipped items of the last reading that could not be used, at most the first 50
     * @param skippedInAll the number of all such items
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

    /** Lists the feed before its first attempt. */
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

    /** Seconds since the feed that is furthest behind was last read; NaN where none has been read. */
    double oldestSeconds() {
        return byFeed.values().stream()
                .map(Condition::lastOk)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(ok -> Duration.between(ok, clock.instant()).toMillis() / 1_000.0)
                .orElse(Double.NaN);
    }

    /** All feeds: the fetched ones first, then by source. */
    List<Condition> all() {
        return byFeed.values().stream()
                .sorted(Comparator.comparing(Condition::way).thenComparing(Condition::source))
                .toList();
    }
}
