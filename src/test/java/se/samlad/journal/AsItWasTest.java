package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What had happened by a time, of what was known by another: the fold of exactly those rows, late ones in their place. */
class AsItWasTest {

    private static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");
    private static final List<String> NAMES = List.of("members", "actor:taby", "actor:nacka");

    /** Stands still until it is put forward. */
    private static final class Standing implements InstantSource {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF, seed = "20261121")
    void isTheFoldOfWhatHadHappenedByThen(@ForAll long seed) {
        var random = new Random(seed);
        var clock = new Standing();
        try (var test = TestJournal.fresh(clock.withZone(ZoneOffset.UTC))) {
            var stream = UUID.randomUUID();
            var written = write(test, stream, clock, random);
            var holder = new StreamFoldTest.Holder();
            holder.held.addAll(NAMES.subList(0, 1 + random.nextInt(NAMES.size())));
            var span = Duration.between(NOON, clock.now).toMillis();
            for (int look = 0; look < 120; look++) {
                var then = look < 60
                        ? NOON.plusMillis(random.nextLong(-1_000_000, span + 1_000_000))
                        : written.get((look - 60) * written.size() / 60)
                                .recordedAt()
                                .plusMillis(1);
                var by = random.nextBoolean() ? null : NOON.plusMillis(random.nextLong(span + 1_000_000));
                var seen = written.stream()
                        .filter(e -> holder.sees(e.labels()))
                        .filter(e -> !e.occurredAt().isAfter(then))
                        .filter(e -> by == null || !e.recordedAt().isAfter(by))
                        .toList();
                assertThat(test.journal.asItWas(Note.VIEW, stream, holder, then, by))
                        .isEqualTo(Note.VIEW.fold(seen));
            }
        }
    }

    /** Stated to have happened when it was recorded, a little after, or hours before. */
    private static List<Entry> write(TestJournal test, UUID stream, Standing clock, Random random) {
        for (int batch = 0; batch < 60; batch++) {
            clock.now = clock.now.plusSeconds(random.nextInt(600));
            var drafts = new ArrayList<Draft>();
            for (int i = 0; i <= random.nextInt(30); i++) {
                var at = random.nextInt(3) > 0
                        ? null
                        : clock.now.plusSeconds(
                                random.nextBoolean() ? random.nextInt(1, 120) : random.nextInt(-10_000, 0));
                drafts.add(Draft.ofNewSubject(
                                stream,
                                new Note.Written(batch + "." + i),
                                Labels.of(NAMES.get(random.nextInt(NAMES.size()))))
                        .happened(at));
            }
            test.journal.record(TestJournal.BY, null, facing -> drafts);
        }
        return test.rows().list(Rows.Where.of("stream = ? order by position", stream));
    }
}
