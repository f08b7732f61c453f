package se.samlad.scenes;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.scenes.Hands.Hand;

/** A direction from the prepared one to the measure carried out, without script and by keyboard alone. */
class HandsOnDirectionTest {

    private static Hand at(Hands hands, String account, UUID incident) {
        return hands.of(account).open("/incidents/" + incident + "/direction");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/incidents/*/directions", "/directions/*/agreement"})
    void proposedFromAPreparedOneAndAgreed_D1(Hands hands) {
        var scene = Ice.incident("Beredd inriktning för " + hands);
        var hand = at(hands, "lst.chef", scene.incident());
        hand.press("[id='direction.work'] a[href*='?prepared=']");
        var form = "#propose-" + scene.incident();
        hand.write(form + "-aim", "Ingen lämnas ensam, för " + hands)
                .unfold(form + " .measure:first-of-type details")
                .choose(form + " input[name='measures[0].actors'][value='polisen']")
                .press("form.propose > button.next");
        hand.sees(".aim", "Ingen lämnas ensam, för " + hands);
        var proposed = hand.there();
        hand.write("#agree-" + proposed + "-reason", "Forumet är enigt").press("#agree-" + proposed + " button");
        hand.sees("[id='direction.page'] .aim", "Ingen lämnas ensam, för " + hands);
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/directions/*/wording", "/directions/*/agreement"})
    void aProposalIsChangedUntilItIsAgreed_D2(Hands hands) {
        var scene = Ice.incident("Ändra förslaget för " + hands);
        var hand = at(hands, "polisen.chef", scene.incident());
        hand.press("#proposal-" + scene.direction() + " a[href$='/wording']");
        var form = "#reword-" + scene.direction();
        hand.holds(form + "-aim", "Ingen ska frysa");
        hand.holds(form + " [name='measures[0].what']", "Håller väg 76 fri");
        hand.write(form + "-aim", "Ingen ska frysa i natt, för " + hands).press(form + " > button.next");
        hand.sees(".aim", "Ingen ska frysa i natt, för " + hands);
        hand.sees("#proposal-" + scene.direction(), "ändrad av Polisen");
        var chair = at(hands, "lst.chef", scene.incident());
        chair.press("#agree-" + scene.direction() + " button");
        chair.sees("[id='direction.page'] .aim", "Ingen ska frysa i natt, för " + hands);
        chair.open("/incidents/" + scene.incident()).sees("[id='desk.log']", "(förut: Ingen ska frysa)");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/directions/*/withdrawal")
    void aProposalIsWithdrawn_D2(Hands hands) {
        var scene = Ice.incident("Dra tillbaka för " + hands);
        var hand = at(hands, "lst.chef", scene.incident());
        var form = "#withdraw-" + scene.direction();
        hand.unfold("details:has(> " + form + ")")
                .write(form + " [name='reason']", "Läget har ändrats")
                .press(form + " button");
        hand.sees("[id='direction.page']", "Ingen inriktning");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/directions/*/stances")
    void aStanceOnTheWholeOnTheIncidentsPage_D3(Hands hands) {
        var scene = Ice.incident("Hel ställning för " + hands).agreed();
        var hand = hands.of("taby.chef").open("/incidents/" + scene.incident());
        var form = "#stance-" + scene.direction();
        hand.choose(form + " input[value='ADAPTS']")
                .write(form + "-reason", "Vi öppnar två av tre punkter")
                .press(form + " button");
        hand.sees("#my-stance-" + scene.direction(), "Vi öppnar två av tre punkter");
        hand.sees("[aria-current='page']", "Logg");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/directions/*/stances", "/directions/*/measures/*/progress"})
    void aStanceOnAPartAndItsMeasureCarriedOut_D3(Hands hands) {
        var scene = Ice.incident("Del av ställning för " + hands).agreed();
        var hand = at(hands, "polisen.chef", scene.incident());
        var part = "#stance-" + scene.measure();
        hand.unfold("details:has(> " + part + ")")
                .choose(part + " input[value='ACCEPTS']")
                .press(part + " button");
        var progress = "#progress-" + scene.measure();
        hand.write(progress + " [name='text']", "Två bilar på plats").press(progress + " button[value='STARTED']");
        hand.sees("#mine-" + scene.measure(), "Två bilar på plats");
        hand.sees("[aria-current='page']", "Inriktning");
        hand.press(progress + " button[value='DONE']");
        hand.sees("#mine-" + scene.measure(), "Klar");
    }
}
