package se.samlad.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.direction.Cast.*;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.given.Given;
import se.samlad.incident.Incident;
import se.samlad.incident.Sittings.Sitting;
import se.samlad.journal.Labels;

class DirectingTest {

    private static final Incident ENDED = incident(Incident.State.STOOD_DOWN);

    private static Direction proposal() {
        return new Cast().says(GOVERNOR, DIRECTION, proposed(DIRECTS, 1)).direction();
    }

    @Test
    void groupsAreTheirActorsWhenProposedAndKeepTheirName_D1() {
        var schools = proposed(DIRECTS, 1).measures().getFirst();
        assertThat(schools.concerned()).containsExactlyElementsOf(MUNICIPALITIES);
        assertThat(schools.groups()).containsExactly("municipalities");
        assertThat(schools.actors()).isEmpty();
        assertThat(proposed(DIRECTS, 1).measures().get(2).concerned()).containsExactly("polisen", "fm");
    }

    @Test
    void everyMeasureHasAnIdOfItsOwn_D3() {
        assertThat(proposed(DIRECTS, 1).measures())
                .extracting(DirectionFact.Measure::id)
                .doesNotHaveDuplicates();
        assertThat(proposed(DIRECTS, 1).measures())
                .isEqualTo(proposed(DIRECTS, 1).measures());
        assertThat(schools())
                .isNotEqualTo(proposed(DIRECTS, 2).measures().getFirst().id());
    }

    /** Nobody else's forum, and no regional one. */
    @Test
    void whoInvitesToALocalForumWordsItsDirection_F5() {
        var invites = acting("taby", "sakchef", Level.EXECUTING, Mandate.REPORT, Mandate.INVITE);
        assertThat(Directing.mayPropose(invites, forum("taby", Level.EXECUTING)))
                .isTrue();
        assertThat(Directing.mayPropose(invites, forum("nacka", Level.EXECUTING)))
                .isFalse();
        assertThat(Directing.mayPropose(invites, forum("taby", Level.COORDINATING)))
                .isFalse();
        var reports = acting("taby", "sakchef", Level.EXECUTING, Mandate.REPORT);
        assertThat(Directing.mayPropose(reports, forum("taby", Level.EXECUTING)))
                .isFalse();
    }

    private static Sitting forum(String actor, Level level) {
        return new Sitting(
                DIRECTION,
                INCIDENT,
                level,
                "Lokalt forum",
                actor + "/sakchef",
                new TreeMap<>(Map.of("taby", Given.NOON, "nacka", Given.NOON)),
                true,
                Labels.of("incident:" + INCIDENT));
    }

    @Test
    void whoTakesPartWithAMandateProposes_D1() {
        assertThat(Directing.propose(running(), DIRECTS, form(), TABY, DIRECTION, 1, REGION)
                        .aim())
                .isEqualTo("Ingen ska komma till skada");
        assertThat(Directing.mayPropose(OFFICE, DIRECTS)).isTrue();
        assertThat(Directing.mayPropose(tib("kbv"), DIRECTS)).isFalse();
        assertThat(Directing.mayPropose(ROOM, DIRECTS)).isFalse();
        notMandated(
                "direction.propose-mandate",
                () -> Directing.propose(running(), DIRECTS, form(), AIRPORT, DIRECTION, 1, REGION));
    }

    @Test
    void nothingIsProposedAfterStandDownOrInAClosedForum_I5() {
        refused("incident.ended", () -> Directing.propose(ENDED, DIRECTS, form(), GOVERNOR, DIRECTION, 1, REGION));
        var closed = sitting(DIRECTS.id(), Level.DIRECTING, "lst/chef", false);
        refused(
                "direction.forum-closed",
                () -> Directing.propose(running(), closed, form(), GOVERNOR, DIRECTION, 1, REGION));
        refused(
                "direction.forum-closed",
                () -> Directing.agree(running(), proposal(), Optional.of(closed), GOVERNOR, null));
    }

    private static ProposalForm with(String aim, List<String> priorities, ProposalForm.Measure measure) {
        return new ProposalForm(null, aim, priorities, null, List.of(measure), null, null, null, null);
    }

    private static void refusedForm(String key, ProposalForm form) {
        refused(key, () -> Directing.propose(running(), DIRECTS, form, GOVERNOR, DIRECTION, 1, REGION));
    }

    @Test
    void whatIsProposedIsBoundedAndNamesThoseWhoExist() {
        var fine = new ProposalForm.Measure("taby", null, null, "Plogar", null);
        refusedForm("text.missing", with("  ", List.of(), fine));
        refusedForm("text.too-long", with("a".repeat(Directing.AIM + 1), List.of(), fine));
        refusedForm("text.missing", with("Mål", List.of("\u202e\u0007"), fine));
        refusedForm("direction.too-many", with("Mål", Collections.nCopies(Directing.LINES + 1, "x"), fine));
        refusedForm("direction.unknown-actor", with("Mål", List.of(), m("atlantis", null, "Plogar", null)));
        refusedForm("direction.unknown-group", with("Mål", List.of(), m(null, "alla", "Plogar", null)));
        refusedForm("direction.measure-nobody", with("Mål", List.of(), m(null, null, "Plogar", null)));
        refusedForm("direction.phase", with("Mål", List.of(), m("taby", null, "Plogar", "SEDAN")));
        refusedForm("text.too-long", with("Mål", List.of(), m("taby", null, "a".repeat(Directing.LINE + 1), null)));
        var many = Collections.nCopies(Directing.MEASURES + 1, fine);
        refusedForm("direction.too-many", new ProposalForm(null, "Mål", null, null, many, null, null, null, null));
    }

    private static ProposalForm.Measure m(String actor, String group, String what, String phase) {
        return new ProposalForm.Measure(actor, null, group == null ? null : List.of(group), what, phase);
    }

    @Test
    void onlyWhoChairsSaysThatTheForumAgrees_D1() {
        assertThat(Directing.agree(running(), proposal(), Optional.of(DIRECTS), GOVERNOR, " Enigt "))
                .isEqualTo(new DirectionFact.Agreed("Enigt"));
        notMandated(
                "direction.chair", () -> Directing.agree(running(), proposal(), Optional.of(DIRECTS), POLICE, null));
        notMandated("direction.chair", () -> Directing.agree(running(), proposal(), Optional.of(DIRECTS), DUTY, null));
        notMandated("direction.chair", () -> Directing.agree(running(), proposal(), Optional.empty(), GOVERNOR, null));
    }

    @Test
    void theChairMustStandOnTheForumsLevel_A6() {
        Sitting ledBelow = sitting(DIRECTS.id(), Level.DIRECTING, "lst/tib", true);
        notMandated("direction.level", () -> Directing.agree(running(), proposal(), Optional.of(ledBelow), DUTY, null));
        assertThat(Directing.fits(COORDINATES, DUTY)).isTrue();
        assertThat(Directing.fits(COORDINATES, GOVERNOR)).isTrue();
        assertThat(Directing.fits(DIRECTS, ROOM)).isFalse();
    }

    @Test
    void itIsAgreedOnce_D2() {
        var agreed = agreed().direction();
        refused(
                "direction.agreed-already",
                () -> Directing.agree(running(), agreed, Optional.of(DIRECTS), GOVERNOR, null));
        refused("incident.ended", () -> Directing.agree(ENDED, proposal(), Optional.of(DIRECTS), GOVERNOR, null));
    }

    @Test
    void whatWasWithdrawnIsNeitherAgreedNorAnswered_C5() {
        var gone = agreed().says(GOVERNOR, DIRECTION, new DirectionFact.Withdrawn("Fel"))
                .direction();
        refused(
                "direction.withdrawn-already",
                () -> Directing.agree(running(), gone, Optional.of(DIRECTS), GOVERNOR, null));
        refused(
                "direction.withdrawn-already",
                () -> Directing.answer(running(), gone, TABY, Stance.ACCEPTS, null, null));
        refused(
                "direction.withdrawn-already",
                () -> Directing.withdraw(running(), gone, Optional.of(DIRECTS), GOVERNOR, "igen"));
    }

    @Test
    void withdrawingHasAReasonAndIsTheProposersOrTheChairs_C5() {
        var mine = new Cast().says(TABY, DIRECTION, proposed(DIRECTS, 1)).direction();
        assertThat(Directing.withdraw(running(), mine, Optional.of(DIRECTS), TABY, "Tog fel")
                        .reason())
                .isEqualTo("Tog fel");
        assertThat(Directing.withdraw(running(), mine, Optional.of(DIRECTS), GOVERNOR, "Prövas om")
                        .reason())
                .isEqualTo("Prövas om");
        refused("text.missing", () -> Directing.withdraw(running(), mine, Optional.of(DIRECTS), TABY, " "));
        notMandated("direction.chair", () -> Directing.withdraw(running(), mine, Optional.of(DIRECTS), POLICE, "Nej"));
        var inForce = new Cast()
                .says(TABY, DIRECTION, proposed(DIRECTS, 1))
                .says(GOVERNOR, DIRECTION, new DirectionFact.Agreed(null))
                .direction();
        notMandated(
                "direction.chair", () -> Directing.withdraw(running(), inForce, Optional.of(DIRECTS), TABY, "Ångrar"));
    }

    @Test
    void anActorAnswersInItsOwnNameOnly_A4() {
        var answer = Directing.answer(running(), agreed().direction(), TABY, Stance.ACCEPTS, schools(), null);
        assertThat(answer).isEqualTo(new DirectionFact.StanceTaken("taby", null, Stance.ACCEPTS, schools(), null));
        var unit = Directing.answer(running(), agreed().direction(), TRAFFIC, Stance.ACCEPTS, lines(), null);
        assertThat(unit.unit()).isEqualTo("trafik");
    }

    @Test
    void anAnswerNeedsTheMandate_A6() {
        notMandated(
                "direction.stance-mandate",
                () -> Directing.answer(running(), agreed().direction(), AIRPORT, Stance.ACCEPTS, null, null));
        notMandated(
                "direction.stance-mandate",
                () -> Directing.answer(running(), agreed().direction(), OFFICE, Stance.ACCEPTS, null, null));
    }

    @Test
    void aDepartureHasAReason_D3() {
        for (var stance : List.of(Stance.ADAPTS, Stance.DECLINES)) {
            refused(
                    "direction.stance-reason",
                    () -> Directing.answer(running(), agreed().direction(), TABY, stance, schools(), " \n"));
            assertThat(Directing.answer(running(), agreed().direction(), TABY, stance, null, "Därför")
                            .reason())
                    .isEqualTo("Därför");
        }
        refused(
                "direction.stance-missing",
                () -> Directing.answer(running(), agreed().direction(), TABY, null, null, null));
    }

    @Test
    void onlyWhatIsAgreedAndConcernsTheActorIsAnswered_D3() {
        refused(
                "direction.not-agreed",
                () -> Directing.answer(running(), proposal(), TABY, Stance.ACCEPTS, null, null));
        refused(
                "direction.not-concerned",
                () -> Directing.answer(running(), agreed().direction(), TABY, Stance.ACCEPTS, lines(), null));
        refused(
                "direction.no-such-measure",
                () -> Directing.answer(running(), agreed().direction(), TABY, Stance.ACCEPTS, new UUID(0, 1), null));
        refused(
                "incident.ended",
                () -> Directing.answer(ENDED, agreed().direction(), TABY, Stance.ACCEPTS, null, null));
        var old = agreed().says(GOVERNOR, new UUID(8, 2), proposed(DIRECTS, 2))
                .says(GOVERNOR, new UUID(8, 2), new DirectionFact.Agreed(null))
                .direction();
        refused("direction.replaced", () -> Directing.answer(running(), old, TABY, Stance.ACCEPTS, null, null));
    }

    @Test
    void onlyWhoStandsBehindCarriesOut_A4() {
        refused(
                "direction.not-behind",
                () -> Directing.tell(running(), agreed().direction(), TABY, schools(), Progress.DONE, null));
        var declined = agreed().answers(TABY, Stance.DECLINES, schools()).direction();
        refused(
                "direction.not-behind",
                () -> Directing.tell(running(), declined, TABY, schools(), Progress.DONE, null));
        var adapts = agreed().answers(TABY, Stance.ADAPTS, null).direction();
        assertThat(Directing.tell(running(), adapts, TABY, schools(), Progress.DONE, null)
                        .state())
                .isEqualTo(Progress.DONE);
        refused("direction.not-concerned", () -> Directing.tell(running(), adapts, TABY, lines(), Progress.DONE, null));
    }

    @Test
    void whatCantBeDoneSaysWhyAndTheSameIsNotSaidTwice_C5() {
        var behind = agreed().answers(TABY, Stance.ACCEPTS, schools());
        refused(
                "direction.cannot-reason",
                () -> Directing.tell(running(), behind.direction(), TABY, schools(), Progress.CANNOT, ""));
        refused(
                "direction.state-missing",
                () -> Directing.tell(running(), behind.direction(), TABY, schools(), null, "x"));
        behind.tells(TABY, schools(), Progress.STARTED);
        refused(
                "direction.told-already",
                () -> Directing.tell(running(), behind.direction(), TABY, schools(), Progress.STARTED, null));
        assertThat(Directing.tell(running(), behind.direction(), TABY, schools(), Progress.STARTED, "Tre av fem")
                        .text())
                .isEqualTo("Tre av fem");
        notMandated(
                "direction.tell-mandate",
                () -> Directing.tell(running(), behind.direction(), OFFICE, schools(), Progress.DONE, null));
    }

    @Test
    void aUnitAnswersOnItsOwnAndTheActorTellsForItsUnits_A6() {
        var behind = agreed().answers(TRAFFIC, Stance.ACCEPTS, lines()).direction();
        assertThat(behind.standsBehind("region", "trafik", lines())).isTrue();
        assertThat(behind.standsBehind("region", null, lines())).isTrue();
        assertThat(behind.standsBehind("region", "vard", lines())).isFalse();
        var whole = agreed().answers(WHOLE_REGION, Stance.ACCEPTS, null).direction();
        assertThat(whole.standsBehind("region", "vard", lines())).isTrue();
        var departs = agreed().answers(WHOLE_REGION, Stance.ACCEPTS, null)
                .answers(CARE, Stance.DECLINES, lines())
                .direction();
        assertThat(departs.standsBehind("region", "vard", lines())).isFalse();
    }
}
