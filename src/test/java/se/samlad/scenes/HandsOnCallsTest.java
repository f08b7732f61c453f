package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.scenes.Hands.Hand;

/** Calling out at three in the morning, and saying how one is reached, without script and by keyboard alone (I3). */
class HandsOnCallsTest {

    private record Called(UUID incident, UUID call) {}

    private static Called nacka(String title) {
        var tib = Running.as("lst.tib");
        var incident = tib.post("/api/incidents", "{\"title\":\"" + title + "\"}")
                .expect(201)
                .id();
        var forum = tib.post(
                        "/api/incidents/" + incident + "/forums", "{\"level\":\"COORDINATING\",\"actors\":[\"nacka\"]}")
                .expect(201)
                .id();
        var calls = tib.get("/api/forums/" + forum + "/calls").expect(200).json();
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.get("actor").asString().equals("nacka"))
                .map(call -> new Called(incident, UUID.fromString(call.get("id").asString())))
                .findFirst()
                .orElseThrow();
    }

    private static void gone(Hand hand, String selector) {
        hand.window
                .find(selector)
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/calls/*/outcome", "/calls/*/numbers", "/calls/*/place"})
    void calledByHandWithOnePressForEachOutcome_I3(Hands hands) {
        var called = nacka("Ring för " + hands);
        var hand = hands.of("lst.tib").open("/calls/" + called.call());
        hand.sees("main", "Det är Tjänsteman i beredskap, Länsstyrelsen");
        hand.press("form[action$='/outcome'] button[value='NO_ANSWER']").sees("main", "svarar inte");
        hand.press("form[action$='/numbers'] button").sees("main", "inte angett något eget nummer");
        hand.press("form[action$='/outcome'] button[value='IS_IN']").sees("main", "Kvitterat");
        hand.press("form[action$='/place'] button").sees("main", "På väg");
        assertThat(Running.as("nacka.tib")
                        .page("/incidents/" + called.incident())
                        .body())
                .contains("Personliga nummer till Nacka är visade");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/calls/*/skipping")
    void theNextStepIsTakenAtOnce(Hands hands) {
        var called = nacka("Hoppa för " + hands);
        var hand = hands.of("lst.tib").open("/incidents/" + called.incident() + "/calls");
        hand.press("form[action$='/skipping'] button");
        gone(hand, "form[action$='/skipping']");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/calls/*/acknowledgement")
    void theCalledOneAnswersForItself_A4(Hands hands) {
        var called = nacka("Svara för " + hands);
        var hand = hands.of("nacka.tib").open("/calls/" + called.call());
        hand.press("form[action$='/acknowledgement'] button.next").sees("main", "Kvitterat");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/calls-kept-in")
    void anExerciseIsKeptInTheBuilding(Hands hands) {
        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Övning för " + hands + "\",\"exercise\":true}")
                .expect(201)
                .id();
        var hand = hands.of("lst.tib").open("/incidents/" + incident + "/calls");
        hand.press("form[action$='/calls-kept-in'] button").sees("main", "stannar i huset");
        hand.press("form[action$='/calls-kept-in'] button").sees("main", "skickas ut");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/actors/*/functions/*/paths")
    void aNumberIsSaidAsPeopleWriteItAndAWrongOneIsKeptInItsField(Hands hands) {
        var hand = hands.of("vaxholm.tib").open("/actors/vaxholm/paths");
        hand.unfold("details:has(> #p-tib)");
        hand.pick("#p-tib [name='paths[0].way']", "SMS").write("#p-tib [name='paths[0].address']", "070-ABC 06 22");
        hand.press("#p-tib button.next").sees("#p-tib", "bokstäver");
        assertThat(hand.find("#p-tib [name='paths[0].address']").inputValue()).isEqualTo("070-ABC 06 22");
        hand.write("#p-tib [name='paths[0].address']", "+46 70 174 06 22").press("#p-tib button.next");
        hand.sees("section:has(#p-tib)", "070-174 06 22");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/me/numbers")
    void onesOwnNumberIsGivenAndTakenBack(Hands hands) {
        var hand = hands.of("ekero.tib").open("/me/numbers");
        hand.write("#numbers-sms", "0701740633").press("#numbers button.next");
        hand.open("/me/numbers");
        assertThat(hand.find("#numbers-sms").inputValue()).isEqualTo("070-174 06 33");
        hand.write("#numbers-sms", "0701740634").press("#numbers button.next");
        hand.open("/me/numbers");
        assertThat(hand.find("#numbers-sms").inputValue()).isEqualTo("070-174 06 34");
        Visitor.of("ekero.tib").post("/me/numbers", java.util.Map.of("sms", "")).expect(200);
        hand.open("/me/numbers");
        assertThat(hand.find("#numbers-sms").inputValue()).isEmpty();
    }
}
