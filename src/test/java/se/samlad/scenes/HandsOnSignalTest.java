package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A signal and what steers an incident, from the first press to the last, without script and by keyboard alone. */
class HandsOnSignalTest {

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents")
    void aSignal_I1(Hands hands) {
        var hand = hands.of("nacka.tib");
        hand.open("/").write("#signal-title", "Vattnet är borta för " + hands).press("#signal button");
        hand.sees("h1", "Vattnet är borta för " + hands);
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents")
    void aWarningBecomesASignal_C6(Hands hands) throws IOException {
        var own = 8_001 + hands.ordinal();
        var warning = Files.readString(Path.of("scenes/snowstorm/smhi-warning.json"))
                .replace("9001", own + "")
                .replace("9101", own + 100 + "");
        Running.as("lst.tib").post("/api/watch/smhi", warning).expect(200);
        var hand = hands.of("lst.tib");
        var form = "form:has(input[name='warning'][value*='" + (own + 100) + "'])";
        hand.open("/watch?area=all").press(form + " button");
        hand.sees("h1", "Mycket snö och hård vind");
        assertThat(hand.there()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/incidents/*/local", "/incidents/*/parent", "/incidents/*/parent/removal"})
    void aMunicipalityTakesItLocallyAndLinksIt_F5(Hands hands) {
        var region = Prepared.signalled("Snö över länet för " + hands);
        Prepared.convened(region); // the latest of those that are activated is proposed first
        var incident = signalledBy("haninge.sakchef", "Snö i Haninge för " + hands, "");
        var hand = hands.of("haninge.sakchef").open("/incidents/" + incident + "/manage");
        hand.unfold("details:has(> #local-" + incident + ")").press("#local-" + incident + " button");
        hand.sees("[id='local.steer']", "Kommunen hanterar händelsen själv");
        hand.pick("#parent-" + incident + "-parent", region.toString()).press("#parent-" + incident + " button");
        hand.sees("[id='local.links']", "Hör till Snö över länet för " + hands);
        hand.unfold("details:has(> #removal-" + incident + ")")
                .write("#removal-" + incident + "-reason", "Fel händelse")
                .press("#removal-" + incident + " button");
        hand.sees("[id='local.links']", "Länka till en regional händelse");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/answer")
    void aSignalIsAnsweredWithoutConvening_I2(Hands hands) {
        var incident = Prepared.signalled("Räcker med svar för " + hands);
        var hand = hands.of("lst.tib").open("/incidents/" + incident);
        hand.unfold("details:has(> #answer-" + incident + ")")
                .write("#answer-" + incident + "-reason", "Kommunen klarar det själv")
                .press("#answer-" + incident + " button");
        hand.sees("[id='incident.header']", "Kommunen klarar det själv");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/concerns")
    void whoIsConcernedIsWeighed_F3(Hands hands) {
        var incident = Prepared.signalled("Vilka berörs för " + hands);
        var hand = hands.of("lst.tib").open("/incidents/" + incident);
        hand.unfold("details:has(> #weigh-" + incident + ")")
                .pick("#weigh-" + incident + "-actor", "nacka")
                .choose("#weigh-" + incident + " input[value='INDIRECT']")
                .press("#weigh-" + incident + " button");
        hand.sees("[id='desk.log']", "Nacka är indirekt berörd");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/title")
    void theIncidentGetsAnotherTitle(Hands hands) {
        var incident = signalledBy("nacka.tib", "Något i Fisksätra för " + hands, "");
        var hand = hands.of("nacka.tib").open("/incidents/" + incident + "/manage");
        hand.unfold("details:has(> #retitle-" + incident + ")")
                .write("#retitle-" + incident + "-title", "Värmen är borta för " + hands)
                .write("#retitle-" + incident + "-reason", "Nu vet vi vad det är")
                .press("#retitle-" + incident + " button");
        hand.sees("h1", "Värmen är borta för " + hands);
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/clock")
    void anExercisesClockIsPutForward(Hands hands) {
        var incident = signalledBy(
                "nacka.tib", "Spel för " + hands, ",\"exercise\":{\"clock\":\"2026-01-14T10:00:00+01:00\"}");
        var hand = hands.of("nacka.tib").open("/incidents/" + incident + "/manage");
        hand.unfold("details:has(> #clock-" + incident + ")")
                .write("#clock-" + incident + "-now", LocalDateTime.parse("2026-01-14T13:45"))
                .press("#clock-" + incident + " button");
        hand.unfold("details:has(> #clock-" + incident + ")");
        hand.holds("#clock-" + incident + "-now", "2026-01-14T13:45");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/stand-down")
    void theIncidentIsStoodDownAndAMeasureHandedOver_I5(Hands hands) {
        var scene = Prepared.incident("Slutet för " + hands);
        var hand = hands.of("lst.tib").open("/incidents/" + scene.incident() + "/manage");
        hand.press("main a[href$='/stand-down']");
        hand.pick("#stand-down-" + scene.incident() + " select", "samordningsgruppen")
                .write("#stand-down-" + scene.incident() + "-reason", "Vinden har mojnat")
                .press("#stand-down-" + scene.incident() + " button.next");
        hand.sees("[id='incident.header']", "Avslutad");
        hand.sees("[id='desk.log']", "Regionala samordningsgruppen tar över");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/joining")
    void twoIncidentsAreSaidToBeOne(Hands hands) {
        var one = signalledBy("nacka.tib", "Glatt i Nacka för " + hands, "");
        var other = signalledBy("taby.tib", "Glatt i Täby för " + hands, "");
        var hand = hands.of("lst.tib").open("/incidents/" + one + "/manage");
        hand.unfold("details:has(> #join-" + one + ")")
                .pick("#join-" + one + "-incident", other.toString())
                .write("#join-" + one + "-reason", "Samma ishalka")
                .press("#join-" + one + " button");
        hand.sees("[id='incident.header']", "Glatt i Täby för " + hands);
        hand.open("/incidents/" + other).sees("[id='incident.header']", "Glatt i Nacka för " + hands);
        hand.open("/incidents/" + other).sees("[id='desk.log']", "Händelsen är samma som");
    }

    private static UUID signalledBy(String account, String title, String more) {
        return Running.as(account)
                .post("/api/incidents", "{\"title\":\"" + title + "\"" + more + "}")
                .expect(201)
                .id();
    }
}
