package se.samlad.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.samlad.actor.Actor;
import se.samlad.actor.Actor.Membership;
import se.samlad.agreement.AgreementFact.Acceded;
import se.samlad.agreement.AgreementFact.Left;
import se.samlad.agreement.Parties.As;
import se.samlad.agreement.Parties.Party;
import se.samlad.given.Given;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.region.Regions;

class PartiesTest {

    private static final By SYSTEM = new By("samlad", "ssr", "kansli");
    private static final List<Actor> ACTORS = Regions.shipped().actors();
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    /** What comes with the region. */
    static final Agreement SHIPPED = folded(Shipped.of(
            "stockholm", ACTORS.stream().collect(Collectors.toMap(Actor::code, actor -> actor, (a, b) -> a))));

    static Agreement folded(List<? extends AgreementFact> facts) {
        var given = new Given(new UUID(7, 7));
        for (var fact : facts)
            given.add(
                    given.nextId(), new UUID(7, 8), SYSTEM, fact, Given.Envelope.at(Given.NOON, Labels.of("members")));
        return given.fold(Agreement.ACROSS.view());
    }

    private static Parties on(String day) {
        return Parties.on(LocalDate.parse(day), TODAY, SHIPPED, ACTORS);
    }

    private static List<String> codes(List<Party> parties) {
        return parties.stream().map(Party::actor).toList();
    }

    @Test
    void thePartiesOf2014AndOf2019AreNotTheSame_A3() {
        var first = codes(on("2014-12-31").of(As.PARTY));
        assertThat(first).hasSize(37).contains("ksl", "nacka", "fm").doesNotContain("kbv");
        assertThat(codes(on("2015-01-01").of(As.PARTY))).hasSize(36).doesNotContain("ksl", "kbv");
        assertThat(codes(on("2019-01-01").of(As.PARTY))).hasSize(37).contains("kbv");
        assertThat(codes(on("2013-12-31").of(As.PARTY))).isEmpty();
    }

    @Test
    void aDayThatNoSourceGivesIsLeftOpen_A2() {
        var during = on("2014-06-01");
        assertThat(during.of(As.PARTY)).isEmpty();
        assertThat(during.perhaps()).hasSize(37);
        assertThat(codes(on("2017-06-01").perhaps())).containsExactly("kbv");
        var kbv = on("2019-01-01").sure().stream()
                .filter(party -> party.actor().equals("kbv"))
                .findFirst()
                .orElseThrow();
        assertThat(kbv.since()).isEqualTo(new Day(LocalDate.of(2015, 1, 1), LocalDate.of(2019, 1, 1)));
    }

    @Test
    void contactsHaveNoDatesAndAreListedFromTodayOn_A8() {
        assertThat(codes(on("2026-12-01").of(As.CONTACT))).contains("flygplats");
        assertThat(codes(on("2026-11-30").sure())).doesNotContain("flygplats");
    }

    /** An actor may leave and come back; each day it is a party, perhaps one, or none, and what is corrected is corrected. */
    @Property(seed = "20261203")
    void itBelongsFromItsAccessionToItsLastDay_A3(
            @ForAll @IntRange(min = 1, max = 300) int began,
            @ForAll @IntRange(min = 1, max = 300) int lasted,
            @ForAll @IntRange(min = 1, max = 300) int away,
            @ForAll @IntRange(max = 1_000) int day) {
        var start = LocalDate.of(2016, 1, 1);
        var from = start.plusDays(began);
        var last = from.plusDays(lasted);
        var again = last.plusDays(away);
        var state = folded(List.of(acceded(start), acceded(from), left(last.plusDays(1)), left(last), acceded(again)));
        var asked = start.plusDays(day);
        boolean belongs = !asked.isBefore(from) && !asked.isAfter(last) || !asked.isBefore(again);
        var parties = Parties.on(asked, TODAY, state, ACTORS);
        assertThat(codes(parties.of(As.PARTY)).contains("taby")).isEqualTo(belongs);
        assertThat(codes(parties.perhaps())).doesNotContain("taby");
    }

    private static Acceded acceded(LocalDate from) {
        return new Acceded("taby", Membership.PARTY, Day.on(from), from, "Kommunstyrelsen", "KS 1", null);
    }

    private static Left left(LocalDate last) {
        return new Left("taby", Day.on(last), last, "Kommunstyrelsen", "KS 2", null);
    }
}
