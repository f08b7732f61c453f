package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.web.Say;

/** An actor tries its own ways and answers, and the secretariat sets the day, without script and by keyboard alone. */
class HandsOnTrialTest {

    @ParameterizedTest
    @EnumSource
    @Writes({"/trials", "/trials/*/answer"})
    void anActorTriesItsOwnWaysAndAnswersByOnePress(Hands hands) {
        answerWhatGoesOn();
        var hand = hands.of("upplands-bro.tib").open("/trials");
        hand.press("form#own button");
        hand.open("/turn").sees("main", "PROV. Månadens provlarm").press("form[action$='/answer'] button");
        hand.open("/turn");
        assertThat(hand.find("main").textContent()).doesNotContain("PROV. Månadens provlarm");
    }

    /** A test of all may have begun elsewhere, and whoever is called in one can't begin another. */
    private static void answerWhatGoesOn() {
        var own = Running.as("upplands-bro.tib");
        for (var trial : own.get("/api/trials").expect(200).json())
            if (!trial.get("ended").asBoolean())
                own.post("/api/trials/" + trial.get("id").asString() + "/answer", "{}");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/reminder-settings")
    void theSecretariatSaysHowFunctionsAreReminded(Hands hands) {
        var hand = hands.of("kansli").open("/reminders");
        hand.unfold("details:has(> #settings)").write("#settings-after", "99").press("#settings button");
        hand.sees("#settings .wrong", "från 0 till 30");
        hand.pick("#settings-sends", "true").pick("#settings-hour", "15").write("#settings-after", "4");
        hand.press("#settings button").sees("main", "när något har väntat 4 dagar");
        hand.unfold("details:has(> #settings)").pick("#settings-sends", "false").press("#settings button");
        hand.sees("main", "Påminnelser skickas inte.");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/trial-day")
    void theSecretariatSetsTheDay(Hands hands) {
        var day = String.valueOf((LocalDate.now(Say.STOCKHOLM).getDayOfMonth() + 13) % 28 + 1); // never due at once
        var hand = hands.of("kansli").open("/trials");
        hand.unfold("details:has(> #day)").pick("#day-day", day).pick("#day-hour", "9");
        hand.press("#day button").sees("main", "Den " + day + " i varje månad klockan 9:00");
        hand.unfold("details:has(> #day)")
                .pick("#day-day", "0")
                .press("#day button")
                .sees("main", "Ingen dag är bestämd");
    }
}
