package se.samlad.scenes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An actor tries its own ways and answers, and the secretariat sets the day, without script and by keyboard alone. */
class HandsOnTrialTest {

    @ParameterizedTest
    @EnumSource
    @Writes({"/trials", "/trials/*/answer"})
    void anActorTriesItsOwnWaysAndAnswersByOnePress(Hands hands) {
        var hand = hands.of("upplands-bro.tib").open("/trials");
        hand.press("form#own button");
        hand.open("/turn").sees("main", "PROV. Månadens provlarm").press("form[action$='/answer'] button");
        hand.open("/turn");
        org.assertj.core.api.Assertions.assertThat(hand.find("main").textContent())
                .doesNotContain("PROV. Månadens provlarm");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/trial-day")
    void theSecretariatSetsTheDay(Hands hands) {
        var hand = hands.of("kansli").open("/trials");
        hand.unfold("details:has(> #day)").pick("#day-day", "7").pick("#day-hour", "9");
        hand.press("#day button").sees("main", "Den 7 i varje månad klockan 9:00");
        hand.unfold("details:has(> #day)")
                .pick("#day-day", "0")
                .press("#day button")
                .sees("main", "Ingen dag är bestämd");
    }
}
