package se.samlad.scenes;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.scenes.Hands.Hand;

/** All that is done with a forum, without script and by keyboard alone. */
class HandsOnForumTest {

    private static Hand at(Hands hands, String account, UUID incident) {
        return hands.of(account).open("/incidents/" + incident + "/forums");
    }

    /** The form of that name, unfolded where it is folded. */
    private static String unfolded(Hand hand, String form) {
        hand.unfold("details:has(> #" + form + ")");
        return "#" + form;
    }

    private static void gone(Hand hand, String selector) {
        hand.window
                .find(selector)
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static UUID forum(String account, UUID incident, String json) {
        return Running.as(account)
                .post("/api/incidents/" + incident + "/forums", json)
                .expect(201)
                .id();
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/incidents/*/forums", "/forums/*/gathering"})
    void convenedAndGathered_I2(Hands hands) {
        var incident = Prepared.signalled("Forum för " + hands);
        var hand = hands.of("lst.tib").open("/incidents/" + incident);
        hand.press("[id='desk.assess'] a.next");
        var form = "#convene-COORDINATING-" + incident;
        hand.write(form + " [name='reach']", "Rakel 4711")
                .unfold(form + " details")
                .choose(form + " input[value='nacka']")
                .press(form + " button.next");
        hand.sees("[id='forum.list']", "Nås på Rakel 4711");
        hand.press("form[action$='/gathering'] button");
        gone(hand, "form[action$='/gathering']");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/forums/*/composition")
    void calledInAndReleased_F3(Hands hands) {
        var incident = Prepared.signalled("Sammansättning för " + hands);
        var forum = Prepared.convened(incident);
        var hand = at(hands, "lst.tib", incident);
        var form = unfolded(hand, "composition-" + forum);
        hand.write(form + "-reason", "Elen är borta i Haninge")
                .choose(form + " input[value='INDIRECTLY']")
                .choose(form + " input[name='callIn'][value='haninge']")
                .choose(form + " input[name='release'][value='fm']")
                .press(form + " button");
        hand.sees("#seat-" + forum + "-haninge", "indirekt");
        hand.sees("[id='forum.list'] details[id$='-left']", "Elen är borta i Haninge");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/forums/*/composition")
    void theNeedIsWeighedAndNobodyMoves_F3(Hands hands) {
        var incident = Prepared.signalled("Vägt för " + hands);
        var forum = Prepared.convened(incident);
        var hand = at(hands, "lst.tib", incident);
        var form = unfolded(hand, "composition-" + forum);
        hand.write(form + "-reason", "De som sitter räcker").press(form + " button");
        hand.sees("[id='forum.list']", "De som sitter räcker");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/forums/*/composition")
    void anActorLeavesByItsOwnWord_A4(Hands hands) {
        var incident = Prepared.signalled("Lämna för " + hands);
        var forum = Prepared.convened(incident);
        var hand = at(hands, "nacka.tib", incident);
        var form = unfolded(hand, "leaving-" + forum);
        hand.write(form + "-reason", "Vi är inte berörda längre").press(form + " button");
        hand.sees("[id='forum.list'] details[id$='-left']", "Vi är inte berörda längre");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/forums/*/acknowledgement")
    void aCallIsAcknowledged_I3(Hands hands) {
        var incident = Prepared.signalled("Kallelse för " + hands);
        var forum = Prepared.convened(incident);
        var nacka = at(hands, "nacka.tib", incident);
        nacka.press("#acknowledge-" + forum + " button");
        gone(nacka, "#acknowledge-" + forum);
        var sos = hands.of("sos.tib").open("/turn");
        var call = "form[action='/forums/" + forum + "/acknowledgement']";
        sos.press(call + " button");
        gone(sos, call);
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/forums/*/chair")
    void theChairIsPassedOn_I2(Hands hands) {
        var incident = Prepared.signalled("Ordförande för " + hands);
        var forum = Prepared.convened(incident);
        var hand = at(hands, "lst.tib", incident);
        var form = unfolded(hand, "chair-" + forum);
        hand.pick(form + "-function", "polisen/tib")
                .write(form + "-reason", "Polisen leder det som återstår")
                .press(form + " button");
        hand.sees("[id='forum.list']", "Leds av Vakthavande befäl, Polisen");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/forums/*/next")
    void theNextMeetingIsSet_F2(Hands hands) {
        var incident = Prepared.signalled("Nästa för " + hands);
        var forum = Prepared.convened(incident);
        var hand = at(hands, "lst.tib", incident);
        var form = unfolded(hand, "next-" + forum);
        var tomorrow = LocalDateTime.now(java.time.ZoneId.of("Europe/Stockholm"))
                .plusDays(1)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(15)
                .withMinute(30);
        hand.write(form + "-nextAt", tomorrow)
                .write(form + "-reach", "Teams, se inbjudan")
                .press(form + " button");
        hand.sees("[id='forum.list']", "15:30");
        hand.sees("[id='forum.list']", "Nås på Teams, se inbjudan");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/forums/*/frame")
    void theFrameIsSet_F4(Hands hands) {
        var incident = Prepared.signalled("Ram för " + hands);
        var forum = forum("lst.chef", incident, "{\"level\":\"DIRECTING\",\"actors\":[\"polisen\"]}");
        var hand = at(hands, "lst.chef", incident);
        var form = unfolded(hand, "frame-" + forum);
        hand.write(form + "-text", "Samordna resurser i norra länet").press(form + " button");
        hand.sees("[id='forum.list'] .frame", "Samordna resurser i norra länet");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/incidents/*/forums", "/forums/*/raising"})
    void anExecutingForumIsFormedAndRaised_F6(Hands hands) {
        var incident = Prepared.signalled("Verkställande för " + hands);
        var taby = at(hands, "taby.tib", incident);
        var form = unfolded(taby, "form-executing-" + incident);
        taby.write(form + " [name='name']", "Ledning på plats i Täby")
                .choose(form + " input[value='ssbf']")
                .press(form + " button");
        taby.sees("[id='forum.list']", "Ledning på plats i Täby");
        var county = at(hands, "lst.tib", incident);
        var details = "details:has(> form[action$='/raising'])";
        county.unfold(details)
                .write(details + " [name='reason']", "Fler behöver samordnas")
                .press(details + " button");
        county.open("/incidents/" + incident).sees("[id='desk.log']", "lyfts till samordnande nivå");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/incidents/*/initiation", "/incidents/*/initiation/answer"})
    void aForumIsAskedForAndDeclined_F2(Hands hands) {
        var incident = Prepared.signalled("Initiering för " + hands);
        var taby = at(hands, "taby.tib", incident);
        var form = unfolded(taby, "initiate-COORDINATING-" + incident);
        taby.write(form + " textarea", "Vi når inte fram själva").press(form + " button");
        taby.sees("[id='forum.list']", "Vi når inte fram själva");
        var county = at(hands, "lst.tib", incident);
        var details = "details:has(> form[action$='/initiation/answer'])";
        county.unfold(details)
                .write(details + " textarea", "Det räcker med stöd från brandkåren")
                .press(details + " button");
        gone(county, details);
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/forums/*/initiation", "/forums/*/closing"})
    void anotherLevelIsAskedForFromAForumAndItIsClosed_F2(Hands hands) {
        var incident = Prepared.signalled("Högre för " + hands);
        var forum = Prepared.convened(incident);
        var taby = at(hands, "taby.tib", incident);
        var form = unfolded(taby, "initiate-DIRECTING-" + incident);
        taby.write(form + " textarea", "Vi behöver en gemensam inriktning").press(form + " button");
        taby.sees("[id='forum.list']", "Vi behöver en gemensam inriktning");
        var county = at(hands, "lst.tib", incident);
        var closing = unfolded(county, "closing-" + forum);
        county.write(closing + "-reason", "Behovet finns inte längre").press(closing + " button");
        county.sees("[id='forum.list']", "Behovet finns inte längre");
    }
}
