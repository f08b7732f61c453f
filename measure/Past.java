package measure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Random;

/** The picture of the largest incident: now, again and again, and as it was known at any instant since its signal. */
final class Past {

    /** Enough for the JIT's optimising compiler (C2) to have compiled what is measured. */
    private static final int WARM = 2_000;

    private static final int LOOKS = 1_000;
    private static final String SMALL = "/icons/samlad.svg";
    private static final String READER = "nacka.tib";
    private final Site site;

    Past(Site site) {
        this.site = site;
    }

    void run(Filled filled, Served served, Calls calls) throws Exception {
        int entries = filled.entries() / 10;
        var page = "/incidents/" + filled.largest() + "/picture";
        var warm = new Samples();
        var beside = new Samples();
        for (int i = -WARM; i < LOOKS; i++) {
            long took = calls.time(READER, page);
            long small = calls.time(READER, SMALL);
            if (i < 0) continue;
            warm.add(took);
            beside.add(small);
        }
        site.table.bound("picture of the incident of %,d, warm, p99".formatted(entries), warm.figures().p99(), 10, "ms");
        site.table.figure("  p50", warm.figures().p50(), "ms");
        site.table.figure("  a file of 200 bytes, looked at in turn with it, p99", beside.figures().p99(), "ms");
        var span = span(filled);
        var random = new Random(1);
        past(calls, "page", page + "?knew=", span, random, entries);
        past(calls, "API", "/api" + page + "?at=", span, random, entries);
    }

    private void past(Calls calls, String by, String address, Span span, Random random, int entries) throws Exception {
        var took = new Samples();
        for (int i = -LOOKS / 5; i < LOOKS; i++) {
            long one = calls.time(READER, address + span.any(random));
            if (i >= 0) took.add(one);
        }
        site.table.bound("picture of %,d at a past instant, %s, p95".formatted(entries, by), took.figures().p95(), 30, "ms");
        site.table.figure("  p50", took.figures().p50(), "ms");
    }

    private record Span(Instant first, Instant last) {
        Instant any(Random random) {
            long micros = java.time.Duration.between(first, last).toNanos() / 1_000;
            return first.plusNanos((long) (random.nextDouble() * micros) * 1_000);
        }
    }

    /** From the signal until the last entry was recorded. */
    private static Span span(Filled filled) throws Exception {
        try (var connection = filled.connect();
                var asked = connection.prepareStatement("select min(recorded_at), max(recorded_at) from entry where stream = ?")) {
            asked.setObject(1, filled.largest());
            try (var row = asked.executeQuery()) {
                row.next();
                return new Span(row.getObject(1, Timestamp.class).toInstant(), row.getObject(2, Timestamp.class).toInstant());
            }
        }
    }
}
