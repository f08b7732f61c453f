package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;
import static se.samlad.incident.Storm.AIRPORT;
import static se.samlad.incident.Storm.BOARD;
import static se.samlad.incident.Storm.KEEPER;
import static se.samlad.incident.Storm.POLICE;
import static se.samlad.incident.Storm.REGION;
import static se.samlad.incident.Storm.RSIB;
import static se.samlad.incident.Storm.TABY;
import static se.samlad.incident.Storm.actor;
import static se.samlad.incident.Storm.form;
import static se.samlad.incident.Storm.minute;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.access.Level;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Incident.State;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.IncidentFact.HandOver;

class HandlingTest {

    private final Storm signalled = Storm.signalled();
    private final Storm activated = Storm.activated();
    private final Storm over = Storm.activated().then(BOARD, new IncidentFact.StoodDown("Klart", List.of()));

    private static Stream<Acting> everybody() {
        return Stream.of(BOARD, RSIB, KEEPER, TABY, POLICE, AIRPORT);
    }

    @Test
    void oneFieldIsEnoughToSignal_I1() {
        assertThat(Handling.signal(form("  Det brinner\n i hamnen "), List.of("members"), minute(0)))
                .isEqualTo(Storm.signal("Det brinner i hamnen"));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void anybodySignalsMemberOrNotWithNoMandateAsked_I1(Acting who) {
        assertThat(Handling.openedTo(null, who, Storm.COMMON, Storm.KNOWN)).containsExactly("members");
        var incident = new Storm().then(who, Storm.signal("Snö")).now();
        assertThat(incident.exists()).isTrue();
        assertThat(incident.state()).isEqualTo(State.SIGNALLED);
        assertThat(incident.asked()).isEqualTo(who.by());
        assertThat(incident.assessment()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n\t", "\u202e\u0000"})
    void theOneFieldSaysSomething_I1(@Nullable String title) {
        refused("text.missing", () -> Handling.signal(form(title), List.of("members"), minute(0)));
    }

    @Test
    void textsAreBounded_I1() {
        refused("text.too-long", () -> Handling.signal(form("x".repeat(201)), List.of("members"), minute(0)));
        var long1 = SignalForm.of("a", "x".repeat(Plain.TEXT + 1), null, null);
        refused("text.too-long", () -> Handling.signal(long1, List.of("members"), minute(0)));
    }

    @Test
    void theClockRunsFromTheSignal_I3() {
        assertThat(signalled.now().signalled()).isEqualTo(minute(0));
        assertThat(over.now().signalled()).isEqualTo(minute(0));
        assertThat(activated.now().assessment().at()).isEqualTo(minute(1));
    }

    @Test
    void anAnswerWithoutConveningHasItsReason_I2() {
        var fact = Handling.answer(signalled.now(), BOARD, " Tas på veckokonferensen ");
        assertThat(fact.reason()).isEqualTo("Tas på veckokonferensen");
        var answered = signalled.then(BOARD, fact).now();
        assertThat(answered.state()).isEqualTo(State.ANSWERED);
        assertThat(answered.isOpen()).isFalse();
        assertThat(answered.assessment())
                .isEqualTo(
                        new Incident.Assessment(BOARD.by(), minute(1), false, "Tas på veckokonferensen", true, null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void anAnswerWithoutReasonIsNone_I2(@Nullable String reason) {
        refused("incident.reason", () -> Handling.answer(signalled.now(), BOARD, reason));
    }

    @Test
    void whatIsConvenedIsNotAnswered_I2() {
        refused("incident.running", () -> Handling.answer(activated.now(), BOARD, "Behövs inte"));
        refused("incident.ended", () -> Handling.answer(over.now(), BOARD, "Behövs inte"));
    }

    /** The county board may change its decision. */
    @Test
    void whatWasAnsweredCanStillBeConvened_I2() {
        signalled.then(BOARD, new IncidentFact.Answered("Avvaktar", true));
        var fact = Handling.activate(signalled.now(), BOARD, Storm.COMMON, Level.COORDINATING, "Det blev värre");
        var incident = signalled.then(BOARD, fact).now();
        assertThat(incident.state()).isEqualTo(State.ACTIVATED);
        assertThat(incident.assessment().convened()).isTrue();
        assertThat(incident.assessment().at()).isEqualTo(minute(2));
    }

    @Test
    void onlyTheCountyBoardAndItsStandInAssess_I2_I4() {
        for (var who : List.of(TABY, POLICE, AIRPORT, KEEPER)) {
            notMandated(
                    "incident.convene-mandate",
                    () -> Handling.activate(signalled.now(), who, Storm.COMMON, Level.COORDINATING, null));
            notMandated("incident.convene-mandate", () -> Handling.answer(signalled.now(), who, "Nej"));
            notMandated(
                    "incident.convene-mandate",
                    () -> Handling.standDown(activated.now(), who, "Över", List.of(), Set.of()));
        }
    }

    @Test
    void theStandInSaysOpenlyInWhoseStead_I4() {
        var fact =
                Handling.activate(signalled.now(), RSIB, Storm.COMMON, Level.COORDINATING, "Länsstyrelsen svarar inte");
        assertThat(fact.inSteadOf()).isEqualTo("lst");
        var assessed = signalled.then(RSIB, fact).now().assessment();
        assertThat(assessed.inSteadOf()).isEqualTo("lst");
        assertThat(assessed.by()).isEqualTo(RSIB.by());
        assertThat(Handling.activate(Storm.signalled().now(), BOARD, Storm.COMMON, Level.COORDINATING, null)
                        .inSteadOf())
                .isNull();
    }

    @Test
    void communicationIsInvolvedFromTheFirstAssessment_I4() {
        assertThat(Handling.activate(signalled.now(), BOARD, Storm.COMMON, Level.DIRECTING, null)
                        .communicationInvolved())
                .isTrue();
        assertThat(Handling.answer(signalled.now(), RSIB, "Nej").communicationInvolved())
                .isTrue();
        assertThat(activated.now().assessment().communicationInvolved()).isTrue();
    }

    @Test
    void aSecondForumDoesNotChangeTheFirstAssessment_F2() {
        var first = activated.now().assessment();
        activated.then(RSIB, Handling.activate(activated.now(), RSIB, Storm.COMMON, Level.DIRECTING, "Större"));
        assertThat(activated.now().assessment()).isEqualTo(first);
    }

    @Test
    void whoIsConcernedIsWeighedDirectlyOrIndirectlyAndAgain_F3() {
        signalled
                .then(BOARD, weighed(BOARD, "taby", null, Concern.INDIRECT))
                .then(BOARD, weighed(BOARD, "region", "vard", Concern.INDIRECT))
                .then(BOARD, weighed(BOARD, "region", "trafik", Concern.DIRECT))
                .then(TABY, weighed(TABY, "taby", " ", Concern.DIRECT));
        var incident = signalled.now();
        assertThat(incident.concern("taby", null)).contains(Concern.DIRECT);
        assertThat(incident.concern("region", "vard")).contains(Concern.INDIRECT);
        assertThat(incident.concern("region", "trafik")).contains(Concern.DIRECT);
        assertThat(incident.concern("region", null)).isEmpty();
        assertThat(incident.concern("polisen", null)).isEmpty();
    }

    @Test
    void whoConvenesOrKeepsWeighsAllAndOthersThemselves_A4() {
        for (var who : List.of(BOARD, RSIB, KEEPER, TABY))
            assertThat(weighed(who, "taby", null, Concern.DIRECT))
                    .isEqualTo(new IncidentFact.Weighed("taby", null, Concern.DIRECT, "Därför"));
        for (var who : List.of(POLICE, AIRPORT, REGION))
            notMandated("incident.weigh-whose", () -> weighed(who, "taby", null, Concern.DIRECT));
    }

    @Test
    void aUnitIsTheActorsOwn_A6() {
        refused("incident.no-such-unit", () -> weighed(BOARD, "region", "plog", Concern.DIRECT));
        refused("incident.no-such-unit", () -> weighed(BOARD, "taby", "x".repeat(100_000), Concern.DIRECT));
    }

    @Test
    void standDownHandsOverWhatHasBegun_I5() {
        var over = new HandOver("m1", "Plogar väg 76", "samordningsgruppen");
        refused(
                "incident.open-measures",
                () -> Handling.standDown(activated.now(), BOARD, "Över", List.of(over), Set.of("m1", "m2")));
        var fact = Handling.standDown(activated.now(), BOARD, " Över ", List.of(over), Set.of("m1"));
        var incident = activated.then(BOARD, fact).now();
        assertThat(incident.state()).isEqualTo(State.STOOD_DOWN);
        assertThat(incident.isOpen()).isFalse();
        assertThat(incident.stoodDown())
                .isEqualTo(new Incident.StoodDown(BOARD.by(), minute(2), "Över", List.of(over)));
    }

    @Test
    void standDownIsADecisionWithAReason_I5_C5() {
        for (var none : new String[] {null, "", "\n"})
            refused("incident.reason", () -> Handling.standDown(activated.now(), BOARD, none, List.of(), Set.of()));
    }

    @Test
    void onlyWhatWasActivatedIsStoodDownAndOnlyOnce_I5() {
        refused(
                "incident.not-activated",
                () -> Handling.standDown(signalled.now(), BOARD, "Över", List.of(), Set.of()));
        refused("incident.ended", () -> Handling.standDown(over.now(), BOARD, "Över", List.of(), Set.of()));
    }

    @Test
    void afterStandDownNothingMoreIsDecided_I5() {
        refused("incident.ended", () -> Handling.activate(over.now(), BOARD, Storm.COMMON, Level.COORDINATING, null));
        refused("incident.ended", () -> Handling.weigh(over.now(), BOARD, actor("taby"), null, Concern.DIRECT, null));
    }

    @Test
    void aBetterTitleHasAReasonAndErasesNothing_C5() {
        var fact = Handling.retitle(activated.now(), TABY, " Snöstorm ", "Säger mer");
        assertThat(fact).isEqualTo(new IncidentFact.Retitled("Snöstorm", "Säger mer"));
        var before = activated.entries();
        activated.then(TABY, fact);
        assertThat(activated.now().title()).isEqualTo("Snöstorm");
        assertThat(activated.now().signal().said().title()).isEqualTo("Snö på väg");
        assertThat(Incident.VIEW.fold(before).title()).isEqualTo("Snö på väg");
        refused("text.missing", () -> Handling.retitle(activated.now(), TABY, "Snöstorm", " "));
        refused("text.missing", () -> Handling.retitle(activated.now(), TABY, " ", "Säger mer"));
    }

    @Test
    void whoSignalledOrConvenesRetitles_C5() {
        for (var who : List.of(TABY, BOARD, RSIB))
            assertThat(Handling.retitle(activated.now(), who, "Snöstorm", "x").title())
                    .isEqualTo("Snöstorm");
        for (var who : List.of(POLICE, AIRPORT, KEEPER))
            notMandated("incident.convene-mandate", () -> Handling.retitle(activated.now(), who, "Snöstorm", "x"));
    }

    private IncidentFact.Weighed weighed(Acting by, String actor, @Nullable String unit, Concern concern) {
        return Handling.weigh(signalled.now(), by, actor(actor, "vard", "trafik"), unit, concern, "Därför");
    }
}
