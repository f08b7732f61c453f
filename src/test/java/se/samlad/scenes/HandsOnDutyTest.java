package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change of shift, and a colleague let in at three in the morning, without script and by keyboard alone (A6). */
class HandsOnDutyTest {

    private static void bothHold(String actor) {
        var answer = Running.as(actor + ".admin")
                .post("/api/actors/" + actor + "/functions/tib/holders", "{\"account\":\"" + actor + ".sakchef\"}");
        assertThat(answer.status()).isIn(201, 422); // held already, by the other hand's test
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/duty/hand-overs", "/duty/hand-overs/*/keeping", "/duty/hand-overs/*/taking"})
    void theShiftIsHandedOver_A6(Hands hands) {
        bothHold("danderyd");
        var one = hands.of("danderyd.tib").open("/shift");
        one.write("#hand-over-note", "Håll ett öga på bron").press("#hand-over button");
        one.sees("main", "Du lämnar över").press("form[id^='keep-'] button");
        one.pick("#hand-over-to", "danderyd.sakchef")
                .write("#hand-over-note", "Bron är stängd")
                .press("#hand-over button");

        var other = hands.of("danderyd.sakchef").open("/turn");
        other.sees("main", "Ta över passet").open("/shift");
        other.sees("main", "Bron är stängd").press("form[id^='take-'] button");
        one.open("/shift").sees("main", "danderyd.sakchef är i tjänst");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/duty/vouchings", "/duty/vouchings/*/ending", "/duty/vouchings/*/review", "/sign-in/vouched"})
    void aColleagueIsLetIn(Hands hands) {
        var colleague = hands.of("nykvarn.chef").open("/vouching");
        colleague
                .pick("#vouch-person", "nykvarn.tib")
                .pick("#vouch-function", "tib")
                .choose("#vouch input[value='TELEPHONE']")
                .write("#vouch-reason", "Telefonen gick sönder")
                .press("#vouch button");
        var code = colleague.find(".code").innerText();

        try (var outside = hands.signedIn("nykvarn.sakchef")) {
            outside.open("/sign-in/vouched").write("#code", code).press("button.next");
            outside.open("/shift").sees("main", "Nykvarn");
        }

        var admin = hands.of("nykvarn.admin").open("/turn");
        admin.sees("main", "Granska: en kollega").open("/vouching");
        admin.press("form[id^='end-'] button");
        admin.write("form[id^='review-'] [name='remark']", "Ringde upp").press("form[id^='review-'] button");
        assertThat(admin.find("main").innerText()).doesNotContain("Telefonen gick sönder");
    }
}
