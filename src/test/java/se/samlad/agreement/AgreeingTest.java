package se.samlad.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actor.Membership;
import se.samlad.agreement.Agreeing.Acceding;
import se.samlad.agreement.Agreeing.Leaving;
import se.samlad.given.Given;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.region.Regions;

class AgreeingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final Acting HEAD = Given.acting("taby", "chef", Level.DIRECTING, null, Mandate.STANCE);
    private static final Acting OFFICER = Given.acting("taby", "tib", Level.COORDINATING, null, Mandate.STANCE);
    private static final Acting OTHER = Given.acting("nacka", "chef", Level.DIRECTING, null, Mandate.STANCE);
    private static final Acting SECRETARIAT = Given.acting("ssr", "kansli", Level.COORDINATING, null, Mandate.ADMIT);
    private static final Acting BOARD = Given.acting("lst", "chef", Level.DIRECTING, null, Mandate.CONVENE);
    private static final Acting BOARD_OFFICER = Given.acting("lst", "tib", Level.COORDINATING, null, Mandate.CONVENE);
    private static final Set<String> OTHERS = Set.of("lst", "sos");

    private static Actor actor(String code) {
        return Regions.shipped().actors().stream()
                .filter(actor -> actor.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Acceding acceding(@Nullable String from, @Nullable String decided, @Nullable String source) {
        return new Acceding("taby", Membership.PARTY, from, null, decided, "Kommunstyrelsen", "KS 1", source);
    }

    private static AgreementFact.Acceded accede(Acceding said, Acting by, Agreement before) {
        return Agreeing.accede(said, actor("taby"), by, before, TODAY);
    }

    @Test
    void anActorAccedesByItsOwnHeadAlsoFromBeforeItDecided_A3() {
        var fact = accede(acceding("2015-01-01", "2015-04-13", null), HEAD, PartiesTest.SHIPPED);
        assertThat(fact.from()).isEqualTo(Day.on(LocalDate.of(2015, 1, 1)));
        assertThat(fact.decided()).isEqualTo(LocalDate.of(2015, 4, 13));
        assertThat(fact.source()).isNull();
        refused("agreement.no-day", () -> accede(acceding("", "2015-04-13", null), HEAD, PartiesTest.SHIPPED));
        refused("agreement.no-day", () -> accede(acceding("2015-01-01", null, null), HEAD, PartiesTest.SHIPPED));
        refused(
                "agreement.decided-later",
                () -> accede(acceding("2015-01-01", "2026-12-02", null), HEAD, PartiesTest.SHIPPED));
        refused("agreement.day", () -> accede(acceding("1 jan", "2015-04-13", null), HEAD, PartiesTest.SHIPPED));
    }

    @Test
    void nobodyElseDecidesForIt_A4() {
        for (var by : List.of(OFFICER, OTHER, BOARD))
            notMandated(
                    "agreement.who", () -> accede(acceding("2015-01-01", "2015-04-13", null), by, PartiesTest.SHIPPED));
    }

    @Test
    void theSecretariatNotesOnlyWithASourceAndNeverInPlaceOfTheActorsOwnWord_A4() {
        refused("text.missing", () -> accede(acceding("2015-01-01", null, " "), SECRETARIAT, PartiesTest.SHIPPED));
        var noted = accede(acceding("2015-01-01", null, "Protokollet"), SECRETARIAT, PartiesTest.SHIPPED);
        assertThat(noted.source()).isEqualTo("Protokollet");
        var own = by(
                new By("taby.chef", "taby", "chef"),
                accede(acceding("2015-01-01", "2015-04-13", null), HEAD, PartiesTest.SHIPPED));
        refused("agreement.own-word", () -> accede(acceding("2016-01-01", null, "Protokollet"), SECRETARIAT, own));
        assertThat(accede(acceding("2016-01-01", "2016-01-01", null), HEAD, own))
                .isNotNull();
    }

    private static Agreement by(By by, AgreementFact fact) {
        var given = new Given(new java.util.UUID(7, 7));
        given.add(given.nextId(), given.nextId(), by, fact, Given.Envelope.at(Given.NOON, Labels.of("members")));
        return given.fold(Agreement.ACROSS.view());
    }

    @Test
    void whoHasNeverBelongedDoesNotLeaveAndNobodyLeavesBeforeItCame_A3() {
        var none = PartiesTest.folded(List.of());
        var leaving = new Leaving("taby", "2013-01-01", null, "2013-01-01", "Fullmäktige", "KF 1", null);
        refused("agreement.is-none", () -> Agreeing.leave(leaving, actor("taby"), HEAD, none, TODAY));
        refused(
                "agreement.before-it-began",
                () -> Agreeing.leave(leaving, actor("taby"), HEAD, PartiesTest.SHIPPED, TODAY));
        refused("agreement.no-actor", () -> Agreeing.leave(leaving, null, HEAD, PartiesTest.SHIPPED, TODAY));
        refused("agreement.no-actor", () -> Agreeing.leave(leaving, actor("ssr"), HEAD, PartiesTest.SHIPPED, TODAY));
    }

    @Test
    void theHeadsGroupDecidesSharesWithARowForEachOther_A5() {
        var shares = Agreeing.shares(2027, "lst 2\n sos:1 \n", "Så blev det", OTHERS, BOARD);
        assertThat(shares.of()).extracting(AgreementFact.Share::weight).containsExactly(2, 1);
        notMandated("seat.DIRECTING", () -> Agreeing.shares(2027, "lst 1\nsos 1", "x", OTHERS, BOARD_OFFICER));
        notMandated("seat.DIRECTING", () -> Agreeing.shares(2027, "lst 1\nsos 1", "x", OTHERS, SECRETARIAT));
        refused("agreement.shares-missing", () -> Agreeing.shares(2027, "lst 1", "x", OTHERS, BOARD));
        refused("agreement.shares-none", () -> Agreeing.shares(2027, "lst 0\nsos 0", "x", OTHERS, BOARD));
        for (var line : List.of("lst 1\nlst 1", "taby 1", "lst -1", "lst 1.5", "lst", "lst 9999999", "lst 1 1"))
            refused("agreement.shares", () -> Agreeing.shares(2027, line + "\nsos 1", "x", OTHERS, BOARD));
        refused("agreement.year", () -> Agreeing.shares(1, "lst 1\nsos 1", "x", OTHERS, BOARD));
    }

    @Test
    void feesAreDecidedWhenNothingIsMissing_A5() {
        var first = LocalDate.of(2015, 1, 1);
        var parties =
                Parties.on(first, TODAY, PartiesTest.SHIPPED, Regions.shipped().actors());
        var lacking = Fees.of(2015, 150, Regions.shipped().actors(), List.of(), parties);
        refused("agreement.figures-missing", () -> Agreeing.decide(lacking, "x", BOARD));
        var row = Fees.row("taby", 3, 150);
        var unshared = new Fees(2015, 150, Fees.countedOn(2015), List.of(row), List.of());
        refused("agreement.no-shares", () -> Agreeing.decide(unshared, "x", BOARD));
        var whole = new Fees(2015, 150, Fees.countedOn(2015), List.of(row), List.of(new Fees.Other("lst", 1, 5L)));
        notMandated("seat.DIRECTING", () -> Agreeing.decide(whole, "x", HEAD));
        var decided = Agreeing.decide(whole, "Alla siffror finns", BOARD);
        assertThat(decided.fees()).extracting(AgreementFact.Fee::sek).containsExactly(5L, 5L);
        var state = by(new By("lst.chef", "lst", "chef"), decided);
        refused("agreement.undecided", () -> Agreeing.outcome(2016, 1L, "x", SECRETARIAT, state));
        refused("agreement.sek", () -> Agreeing.outcome(2015, -1L, "x", SECRETARIAT, state));
        notMandated("agreement.outcome-who", () -> Agreeing.outcome(2015, 1L, "x", BOARD, state));
        assertThat(Agreeing.outcome(2015, 9L, "Bokslut", SECRETARIAT, state).sek())
                .isEqualTo(9);
    }
}
