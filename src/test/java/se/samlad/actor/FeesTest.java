package se.samlad.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.samlad.region.Regions;

class FeesTest {

    private final List<Actor> actors = Regions.shipped().actors();

    private Fees.Fee of(String code, int year) {
        return Fees.of(actors, year).stream()
                .filter(f -> f.actor().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nackaPays142773For2015_A5() {
        var nacka = of("nacka", 2015);
        assertThat(nacka.inhabitants()).isEqualTo(95_182);
        assertThat(nacka.fee()).isEqualTo(142_773);
        assertThat(nacka.countedOn()).hasToString("2014-06-30");
    }

    @Test
    void eachOfThe26MunicipalitiesHasARow_A5() {
        assertThat(Fees.of(actors, 2015)).hasSize(26).doesNotHaveDuplicates();
    }

    @Test
    void aMissingFigureIsSaidToBeMissingAndNeverGuessed_A5() {
        assertThat(Fees.of(actors, 2015))
                .anySatisfy(f -> assertThat(f.inhabitants()).isNull());
        assertThat(Fees.of(actors, 2015))
                .allSatisfy(f -> assertThat(f.fee() == null).isEqualTo(f.inhabitants() == null));
        assertThat(Fees.of(actors, 1995)).allSatisfy(f -> assertThat(f.fee()).isNull());
    }

    @Test
    void halfAKronaIsRoundedUp_A5() {
        assertThat(Fees.sek(1)).isEqualTo(2);
        assertThat(Fees.sek(2)).isEqualTo(3);
        assertThat(Fees.sek(3)).isEqualTo(5);
    }

    @Property(seed = "20261121")
    void theSumIsWithinHalfAKronaOfOneAndAHalfEach_A5(@ForAll @IntRange(max = 2_000_000) int people) {
        assertThat(Math.abs(2 * Fees.sek(people) - 3L * people)).isLessThanOrEqualTo(1);
    }
}
