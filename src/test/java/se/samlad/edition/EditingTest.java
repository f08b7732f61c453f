package se.samlad.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.samlad.edition.EditionFact.Audience;
import se.samlad.edition.EditionFact.Issued;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.journal.By;
import se.samlad.journal.Labels;

/** The rhythm of editions, and who counts as affected (C2, F3). */
class EditingTest {

    private static final Instant NOW = Instant.parse("2026-01-15T03:00:00Z");
    private static final UUID INCIDENT = UUID.randomUUID();

    @Property
    void anEditionKeepsTheRhythmOfTheOneBefore_C2(
            @ForAll Audience audience,
            @ForAll @IntRange(min = 1, max = 100_000) int minutes,
            @ForAll @IntRange(max = 1000) int later) {
        var rhythm = Duration.ofMinutes(minutes);
        var now = NOW.plus(Duration.ofMinutes(later));
        var before = issued(audience, NOW.plus(rhythm));
        assertThat(Editing.proposed(audience, INCIDENT, before, now)).isEqualTo(now.plus(rhythm));
    }

    @Test
    void theDirectlyAffectedGetTheFirstOnesFastest_C2() {
        assertThat(Editing.proposed(Audience.DIRECT, INCIDENT, null, NOW))
                .isBefore(Editing.proposed(Audience.INDIRECT, INCIDENT, null, NOW));
        assertThat(Editing.proposed(Audience.MEMBERS, INCIDENT, issued(Audience.MEMBERS, null), NOW))
                .isNull();
        assertThat(Editing.proposed(Audience.MEMBERS, null, null, NOW)).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void anActorCountsAsItsMostAffectedUnit_F3() {
        var concerns = Map.of(
                "region", Concern.INDIRECT,
                "region/trafik", Concern.DIRECT,
                "region/vard", Concern.NONE,
                "taby", Concern.INDIRECT,
                "nacka", Concern.NONE);
        assertThat(Editing.affected(concerns, Concern.DIRECT)).containsExactly("region");
        assertThat(Editing.affected(concerns, Concern.INDIRECT)).containsExactly("taby");
    }

    private static Edition issued(Audience audience, Instant next) {
        var by = new By("account", "lst", "tib");
        var fact = new Issued(audience, 1, "Läget", List.of(), next, null, INCIDENT, false);
        return new Edition(UUID.randomUUID(), Labels.of("members"), by, NOW, fact);
    }
}
