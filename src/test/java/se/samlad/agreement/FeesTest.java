package se.samlad.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.actor.Actor;
import se.samlad.agreement.AgreementFact.Share;
import se.samlad.region.Regions;

class FeesTest {

    private static final List<Actor> ACTORS = Regions.shipped().actors();

    private static Fees of(int year, List<Share> shares) {
        var first = LocalDate.of(year, 1, 1);
        return Fees.of(
                year, Fees.PER_INHABITANT, ACTORS, shares, Parties.on(first, first, PartiesTest.SHIPPED, ACTORS));
    }

    @Test
    void nackaPays142773For2015_A5() {
        var nacka = of(2015, List.of()).rows().stream()
                .filter(row -> row.actor().equals("nacka"))
                .findFirst()
                .orElseThrow();
        assertThat(nacka).isEqualTo(new Fees.Row("nacka", 95_182, 142_773L, 0));
        assertThat(of(2015, List.of()).countedOn()).hasToString("2014-06-30");
    }

    @Test
    void aMissingFigureIsSaidToBeMissingAndNeverGuessed_A5() {
        var fees = of(2015, List.of());
        assertThat(fees.rows()).hasSize(26).doesNotHaveDuplicates();
        assertThat(fees.missing())
                .containsExactlyInAnyOrder("upplands-vasby", "vallentuna", "osteraker", "varmdo", "vaxholm");
        assertThat(fees.sum()).isEqualTo(3_023_364);
        assertThat(fees.rounding()).isEqualTo(450);
        assertThat(fees.people()).isEqualTo(2_015_573);
        var shared = of(2015, List.of(new Share("lst", 1)));
        assertThat(shared.others()).containsExactly(new Fees.Other("lst", 1, null));
        assertThat(shared.isWhole()).isFalse();
    }

    /** Whatever year the data has: no öre is lost, and half is half. */
    @ParameterizedTest
    @ValueSource(ints = {2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025})
    void ofEveryYearInTheDataHalfIsHalf_A5(int year) {
        var actors = ACTORS.stream()
                .map(actor -> actor.inhabitants().stream()
                        .filter(count -> count.date().equals(year - 1 + "-12-31"))
                        .findFirst()
                        .map(count -> actor.counted(Fees.countedOn(year).toString(), count.people()))
                        .orElse(actor))
                .toList();
        var first = LocalDate.of(2020, 1, 1);
        var parties = Parties.on(first, first, PartiesTest.SHIPPED, ACTORS);
        var shares = Fees.others(parties).stream()
                .sorted()
                .map(code -> new Share(code, code.length()))
                .toList();
        var fees = Fees.of(year, Fees.PER_INHABITANT, actors, shares, parties);
        assertThat(fees.missing()).isEmpty();
        assertThat(fees.rows().stream().mapToLong(Fees.Row::exact).sum()).isEqualTo(150 * fees.people());
        assertThat(100 * fees.sum() - fees.rounding()).isEqualTo(150 * fees.people());
        assertThat(fees.others().stream()
                        .mapToLong(other -> Objects.requireNonNull(other.sek()))
                        .sum())
                .isEqualTo(fees.sum());
    }

    @Property(seed = "20261201")
    void noOreIsLostByRounding_A5(
            @ForAll @IntRange(max = 2_000_000) int people, @ForAll @IntRange(max = 100_000) int ore) {
        var row = Fees.row("taby", people, ore);
        assertThat(row.exact()).isEqualTo((long) people * ore);
        assertThat(row.rounding()).isBetween(-49L, 50L);
        assertThat(Objects.requireNonNull(row.fee()) * 100).isEqualTo(row.exact() + row.rounding());
    }

    @Property(seed = "20261202")
    void sharesAddUpToTheWholeAndFollowTheirWeights_A5(
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long whole,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 1_000_000) Integer> weights) {
        var shares = new ArrayList<Share>();
        for (int i = 0; i < weights.size(); i++) shares.add(new Share("a" + i, weights.get(i)));
        var all = weights.stream().mapToLong(Integer::longValue).sum();
        var parts = Fees.shared(whole, shares);
        if (all == 0) {
            assertThat(parts).allSatisfy(part -> assertThat(part.sek()).isNull());
            return;
        }
        assertThat(parts.stream()
                        .mapToLong(p -> Objects.requireNonNull(p.sek()))
                        .sum())
                .isEqualTo(whole);
        for (var part : parts) {
            double exact = (double) whole * part.weight() / all;
            assertThat(Objects.requireNonNull(part.sek()).doubleValue()).isBetween(exact - 1.01, exact + 1.01);
        }
    }
}
