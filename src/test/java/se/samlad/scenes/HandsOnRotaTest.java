package se.samlad.scenes;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.web.Say;

/** A gap is seen and planned, and colleagues swap, without script and by keyboard alone (R2, A6). */
class HandsOnRotaTest {

    /** Each hand has days of its own, since both plan for the same actor. */
    private static LocalDateTime noon(Hands hands, int day) {
        return LocalDate.now(Say.STOCKHOLM)
                .plusDays(day + 10L * hands.ordinal())
                .atTime(12, 0);
    }

    private static Hands.Hand planned(Hands hands, String actor, String account, LocalDateTime from) {
        var admin = hands.of(actor + ".admin").open("/rota/plan");
        admin.pick("#plan-function", actor + "/tib").pick("#plan-account", account);
        admin.write("#plan-from", from).write("#plan-until", from.plusHours(2));
        return admin.press("#plan button");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/duty/shifts", "/duty/shifts/*/removal"})
    void aGapIsSeenAndPlannedAndTheShiftTakenAway_R2(Hands hands) {
        var admin = hands.of("sollentuna.admin").open("/turn");
        admin.sees("main", "i jouren de närmaste tre veckorna").open("/rota");
        admin.sees("#gaps", "Luckor").press(".gaps a");
        planned(hands, "sollentuna", "sollentuna.sakchef", noon(hands, 2)).sees("main", "sollentuna.sakchef");
        planned(hands, "sollentuna", "sollentuna.tib", noon(hands, 2)).sees("#plan .wrong", "Någon står redan");
        admin.choose("#plan input[value='INSTEAD']").press("#plan button").sees("main", "sollentuna.tib");
        for (int i = 0; i < 2; i++) {
            admin.unfold("details:has(form[id^='away-'])");
            admin.write("form[id^='away-'] [name='reason']", "Fel dag").press("form[id^='away-'] button");
        }
        hands.of("sollentuna.tib").open("/rota").sees("main", "Tre veckor");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/duty/swaps", "/duty/swaps/*/acceptance", "/duty/swaps/*/refusal", "/duty/swaps/*/withdrawal"})
    void aColleagueTakesAShiftOrDoesNot_A6(Hands hands) {
        planned(hands, "sundbyberg", "sundbyberg.tib", noon(hands, 3));
        var one = hands.of("sundbyberg.tib").open("/rota");
        asks(one).sees("main", "väntar på svar från sundbyberg.sakchef");
        one.press("form[id^='withdraw-'] button");
        asks(one);
        var other = hands.of("sundbyberg.sakchef").open("/turn");
        other.sees("main", "sundbyberg.tib frågar om du tar ett pass").open("/rota");
        other.unfold("details:has(form[id^='decline-'])");
        other.write("form[id^='decline-'] [name='reason']", "Bortrest").press("form[id^='decline-'] button");
        one.open("/rota").sees("main", "sundbyberg.sakchef kan inte");
        asks(one);
        other.open("/rota").press("form[id^='accept-'] button");
        one.open("/rota").sees("main", "sundbyberg.sakchef tar passet");
    }

    private static Hands.Hand asks(Hands.Hand one) {
        one.unfold("details:has(form[id^='swap-tib'])");
        return one.pick("form[id^='swap-tib'] [name='to']", "sundbyberg.sakchef")
                .press("form[id^='swap-tib'] button");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/duty/needs")
    void aFunctionNeedsSomebodyAroundTheClock_R2(Hands hands) {
        var admin = hands.of("tyreso.admin").open("/rota/plan");
        var form = "#need-chef";
        admin.unfold("details:has(" + form + ")");
        if (!admin.find(form + " [name='always']").isChecked()) admin.choose(form + " [name='always']");
        admin.choose(form + " [value='ON_SITE']").press(form + " button");
        admin.open("/rota").sees(".gaps", "ingen är planerad alls");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/duty/calendars", "/duty/calendars/*/revocation", "/duty/imports"})
    void theRotaIsReadInACalendarAndACalendarIsReadInToTheRota(Hands hands) {
        var one = hands.of("varmdo.tib").open("/rota/calendars");
        one.press("#calendar button").sees("main", "Adresser").press("form[id^='revoke-'] button");

        var from = noon(hands, 4);
        var utc = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
        var admin = hands.of("varmdo.admin").open("/rota/import");
        admin.pick("#import-function", "varmdo/tib").pick("#import-account", "varmdo.sakchef");
        admin.write(
                "#import-text",
                "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART:" + utc.format(from) + "\nDTEND:"
                        + utc.format(from.plusHours(3)) + "\nEND:VEVENT\nEND:VCALENDAR\n");
        admin.press("#import button[name='look']").sees("main", "Så läses kalendern: ett pass");
        admin.press("#import button.next").sees("main", "Tre veckor");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/duty/subscriptions", "/duty/subscriptions/*/ending"})
    void aCalendarIsReadAgainAndAgainUntilItIsStopped_R2(Hands hands) throws IOException {
        try (var elsewhere = new Elsewhere()) {
            var from = noon(hands, 5).atZone(Say.STOCKHOLM).toInstant();
            var event = Elsewhere.event("vaxholm.tib", from, from.plusSeconds(3_600));
            elsewhere.says("/jour.ics", Elsewhere.calendar(event));
            var admin = hands.of("vaxholm.admin").open("/rota/import");
            admin.pick("#subscribe-function", "vaxholm/tib");
            admin.write("#subscribe [name='address']", elsewhere.at("/finns-inte"))
                    .press("#subscribe button");
            admin.sees("#subscribe .wrong", "fel 404");
            admin.write("#subscribe [name='address']", elsewhere.at("/jour.ics"))
                    .press("#subscribe button");
            admin.sees("main", "Läses som den ska");
            admin.unfold("details:has(form[id^='stop-'])");
            admin.press("form[id^='stop-'] button");
        }
    }
}
