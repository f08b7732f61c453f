package se.samlad.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;
import static se.samlad.message.Told.KOMM;
import static se.samlad.message.Told.LST;
import static se.samlad.message.Told.POLISEN;
import static se.samlad.message.Told.SHARED;
import static se.samlad.message.Told.TABY;
import static se.samlad.message.Told.to;
import static se.samlad.message.Told.words;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.access.Marking;
import se.samlad.access.NotMandated;
import se.samlad.journal.Labels;
import se.samlad.message.Message.Stage;

class CommunicatingTest {

    private final Told told = new Told();

    @Test
    void goesFromDraftOverCheckedAndAgreedToPublished_K2() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        assertThat(stage(id)).isEqualTo(Stage.DRAFT);
        assertThat(told.check(id, KOMM).get(id).stage()).isEqualTo(Stage.CHECKED);
        assertThat(told.agree(id, LST).get(id).stage()).isEqualTo(Stage.AGREED);
        assertThat(told.publish(id, KOMM).get(id).stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(told.get(id).isOut()).isTrue();
        assertThat(told.get(id).owner()).isEqualTo("polisen");
    }

    @Test
    void nobodyChecksItsOwnText_K2() {
        var id = told.draft(LST, words("Stanna hemma"));
        refused("message.own-check", () -> told.check(id, LST));
    }

    @Test
    void whoRewritesIsTheWriterFromThenOn_K2() {
        var id = told.draft(LST, words("Stanna hemma"));
        told.reword(id, words("Stanna hemma i kväll"), KOMM);
        refused("message.own-check", () -> told.check(id, KOMM));
        assertThat(told.check(id, LST).get(id).stage()).isEqualTo(Stage.CHECKED);
    }

    @Test
    void onePersonMayTakeAllStepsWithWhatAnotherWrote_K2() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.check(id, KOMM).agree(id, KOMM).publish(id, KOMM);
        assertThat(stage(id)).isEqualTo(Stage.PUBLISHED);
    }

    @Test
    void theStepsNeedTheMandateForCommunication_K2() {
        var id = told.draft(TABY, words("Stanna hemma"));
        notMandated("message.mandate", () -> told.check(id, POLISEN));
        notMandated("message.mandate", () -> told.agree(id, POLISEN));
        notMandated("message.mandate", () -> told.publish(id, POLISEN));
        notMandated("message.mandate", () -> told.sendBack(id, POLISEN));
        notMandated("message.mandate", () -> told.withdraw(id, POLISEN, null));
    }

    @Test
    void everyStepOutOfOrderSaysWhichIsNext_K2() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        refused("message.is-draft", () -> told.agree(id, KOMM));
        refused("message.is-draft", () -> told.publish(id, KOMM));
        refused("message.is-draft", () -> told.withdraw(id, KOMM, null));
        told.check(id, KOMM);
        refused("message.is-checked", () -> told.check(id, LST));
        refused("message.is-checked", () -> told.publish(id, KOMM));
        refused("message.is-checked", () -> told.withdraw(id, KOMM, null));
        told.agree(id, KOMM);
        refused("message.is-agreed", () -> told.check(id, LST));
        refused("message.is-agreed", () -> told.agree(id, LST));
        refused("message.is-agreed", () -> told.withdraw(id, KOMM, null));
        told.publish(id, KOMM);
        refused("message.is-published", () -> told.check(id, LST));
        refused("message.is-published", () -> told.agree(id, LST));
        refused("message.is-published", () -> told.publish(id, LST));
        refused("message.is-published", () -> told.sendBack(id, LST));
        refused("message.is-published", () -> told.discard(id, LST));
        told.withdraw(id, KOMM, null);
        refused("message.is-withdrawn", () -> told.check(id, LST));
        refused("message.is-withdrawn", () -> told.publish(id, LST));
        refused("message.is-withdrawn", () -> told.withdraw(id, LST, null));
        refused("message.is-withdrawn", () -> told.reword(id, words("Igen"), LST));
    }

    @Test
    void changedWordsAreCheckedAndAgreedAnew_K2() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.check(id, KOMM).agree(id, LST).reword(id, words("Stanna hemma i kväll"), POLISEN);
        assertThat(told.last().fact()).isInstanceOf(MessageFact.Redrafted.class);
        refused("message.is-draft", () -> told.publish(id, KOMM));
        assertThat(told.get(id).wording().title()).isEqualTo("Stanna hemma i kväll");
    }

    @Test
    void whatIsSentBackWaitsForOtherWords_K2() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.check(id, KOMM).sendBack(id, LST);
        assertThat(stage(id)).isEqualTo(Stage.RETURNED);
        refused("message.is-returned", () -> told.check(id, KOMM));
        refused("message.is-returned", () -> told.sendBack(id, KOMM));
        told.reword(id, words("Stanna hemma från 18"), POLISEN).allTheWay(id);
        assertThat(stage(id)).isEqualTo(Stage.PUBLISHED);
        refused("text.missing", () -> Communicating.sendBack(told.get(told.draft(TABY, words("X"))), KOMM, " "));
    }

    @Test
    void aNewVersionLeavesTheOldOneOutUntilItIsPublished_K2() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.allTheWay(id).reword(id, words("Stanna hemma i morgon också"), POLISEN);
        assertThat(told.last().fact()).isInstanceOf(MessageFact.Updated.class);
        assertThat(told.open().out().getFirst().wording().title()).isEqualTo("Stanna hemma");
        refused("message.is-draft", () -> told.publish(id, KOMM));
        told.allTheWay(id);
        assertThat(told.open().out().getFirst().wording().title()).isEqualTo("Stanna hemma i morgon också");
        assertThat(told.open().out().getFirst().last().version()).isEqualTo(2);
        assertThat(told.open().out()).hasSize(1);
    }

    @Test
    void aNewVersionCanBeGivenUpAndTheOldOneStands_K2() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.allTheWay(id).reword(id, words("Fel"), POLISEN).discard(id, POLISEN);
        assertThat(stage(id)).isEqualTo(Stage.PUBLISHED);
        assertThat(told.get(id).wording().title()).isEqualTo("Stanna hemma");
        told.reword(id, words("Rätt"), POLISEN);
        assertThat(((MessageFact.Updated) told.last().fact()).version()).isEqualTo(2);
    }

    @Test
    void withdrawingTakesANewVersionAlong_K2() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.allTheWay(id).reword(id, words("Nytt"), POLISEN).withdraw(id, KOMM, "Det har slutat snöa.");
        assertThat(stage(id)).isEqualTo(Stage.WITHDRAWN);
        refused("message.is-withdrawn", () -> told.check(id, KOMM));
        assertThat(told.open().out()).isEmpty();
    }

    @Test
    void aDraftIsGivenUpNotWithdrawn_K2() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.discard(id, POLISEN);
        assertThat(stage(id)).isEqualTo(Stage.DISCARDED);
        refused("message.is-discarded", () -> told.reword(id, words("Igen"), POLISEN));
        refused("message.is-discarded", () -> told.check(id, KOMM));
        refused("message.is-discarded", () -> told.withdraw(id, KOMM, null));
    }

    @Test
    void eachActorOwnsItsInformation_K1() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        assertThatThrownBy(() -> told.reword(id, words("Kör på"), TABY)).isInstanceOf(NotMandated.class);
        assertThatThrownBy(() -> told.discard(id, TABY)).isInstanceOf(NotMandated.class);
        assertThat(told.reword(id, words("Stanna hemma nu"), KOMM).get(id).owner())
                .isEqualTo("polisen");
    }

    @Test
    void whatIsMarkedSecretCannotBeForThePublic_S1() {
        var osl = new Marking(null, "OSL 18:13", null);
        refused("message.secret", () -> Communicating.draft(words("Stanna hemma"), osl));
        refused("message.secret", () -> Communicating.draft(words("X"), new Marking(null, null, "AMBER")));
        assertThat(Communicating.draft(words("X"), new Marking(null, null, "CLEAR")))
                .isNotNull();
        assertThat(Communicating.draft(to("Aktörerna"), osl)).isNotNull();
    }

    @Test
    void whatAllCanReadIsNeverMadeNarrower_S1() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.allTheWay(id);
        refused("message.narrower", () -> told.reword(id, to("Egen personal"), POLISEN));
    }

    @Test
    void whatDecidesCarriesTheLabelsOfTheFirstAndThePublicsOnlyWhenItIsOut_S1() {
        var id = told.draft(POLISEN, words("Stanna hemma"));
        told.allTheWay(id).reword(id, words("Nytt"), POLISEN).withdraw(id, KOMM, null);
        var open = SHARED.plus(List.of(Labels.PUBLIC));
        assertThat(told.entries().stream().map(e -> e.labels()))
                .containsExactly(SHARED, SHARED, SHARED, open, SHARED, open);
    }

    @Test
    void whatIsForSomeNeverCarriesThePublicsLabel_S1() {
        var id = told.draft(POLISEN, to("Egen personal"));
        told.allTheWay(id).withdraw(id, KOMM, null);
        assertThat(told.entries()).allMatch(e -> e.labels().equals(SHARED));
        assertThat(told.open().byId()).isEmpty();
    }

    @Test
    void aMessageForSomeCanBecomeOneForAll_K2() {
        var id = told.draft(POLISEN, to("Medier"));
        told.allTheWay(id);
        assertThat(told.open().out()).isEmpty();
        told.reword(id, words("Stanna hemma"), POLISEN).allTheWay(id);
        assertThat(told.open().out()).hasSize(1);
    }

    private Stage stage(UUID id) {
        return told.get(id).stage();
    }
}
