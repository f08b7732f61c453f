package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Route;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running.Answer;

/** Times are true where clocks go forward and back, where a browser's clock is wrong, and where time has passed. */
class ClocksTest {

    private static UUID exercise(String title, String clock) {
        return Ice.signal(title, ",\"exercise\":{\"clock\":\"" + clock + "\"}");
    }

    /** Writes a row by the form on the incident's page, with a stated time. */
    private static Answer row(UUID incident, String text, String occurredAt) {
        var visitor = Visitor.of("nacka.tib");
        var page = "/incidents/" + incident;
        var form =
                new LinkedHashMap<>(Visitor.hidden(visitor.get(page).expect(200).body(), "action=\"" + page + "/log"));
        form.put("kind", "NOTE");
        form.put("text", text);
        form.put("occurredAt", occurredAt);
        return visitor.post(page + "/log", form);
    }

    /** The exercise's clock stands at 02:20 winter time. */
    @Test
    void inTheHourThatComesTwiceTheNearestIsMeantAndTheOffsetIsShown_C3() {
        var incident = exercise("Vintertid börjar", "2026-10-25T02:20:00+01:00");
        assertThat(row(incident, "Bron är stängd", "2026-10-25T02:15")
                        .expect(200)
                        .body())
                .contains("datetime=\"2026-10-25T02:15:00+01:00\"", ">02:15 +01:00</time>", "02:15:00 +01:00\"");
        assertThat(row(incident, "Bron var hal", "2026-10-25T02:50").expect(200).body())
                .contains(">02:50 +02:00</time>");
    }

    @Test
    void aTimeThatNeverWasIsRefusedInWordsAndWhatWasTypedIsKept() {
        var incident = exercise("Sommartid börjar", "2026-03-29T03:20:00+02:00");
        assertThat(row(incident, "Larmet kom", "2026-03-29T02:30").expect(422).body())
                .contains("klockan 02:30 fanns aldrig den 2026-03-29", "Larmet kom", "value=\"2026-03-29T02:30\"");
        assertThat(row(incident, "Larmet kom", "2026-03-29T03:10").expect(200).body())
                .contains(">03:10</time>");
    }

    /** A machine on the wall, three hours behind. */
    @Test
    void theWallHearsByTheServersClock() {
        var incident = Ice.signal("Väggens klocka", "");
        try (var wall = Window.of("nacka.tib", Window.DESKTOP)) {
            wall.page()
                    .addInitScript("{ const real = Date.now; Date.now = () => real() - 3 * 3600000; const D = Date;"
                            + " window.Date = class extends D { constructor(...a) { a.length ? super(...a) : super(D.now()); } };"
                            + " window.Date.now = D.now; }");
            wall.open("/incidents/" + incident + "/wall").live();
            assertThat(wall.find("time[data-heard]").textContent()).isEqualTo("nyss");
            var heard = (String) wall.page().evaluate("() => document.querySelector('time[data-heard]').dateTime");
            assertThat(OffsetDateTime.parse(heard).toInstant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        }
    }

    private static String alert(String id, String type, Instant sent, Instant expires) {
        return """
                {"identifier":"%s","sent":"%s","status":"Actual","msgType":"%s","info":{"language":"sv-SE","event":"snöfall",
                "severity":"Severe","headline":"Stockholms län","expires":"%s","description":"Snö %s"}}""".formatted(
                        id, sent.truncatedTo(ChronoUnit.SECONDS), type, expires.truncatedTo(ChronoUnit.SECONDS), id);
    }

    private static void handIn(String alert) {
        Running.as("lst.tib").post("/api/watch/smhi", alert).expect(200);
    }

    /** One that has expired is folded on the first page and in the watch; one in force is not. */
    @Test
    void whatHasExpiredIsFoldedAway_C6() {
        var now = Instant.now();
        handIn(alert("fold-over", "Alert", now.minus(2, ChronoUnit.DAYS), now.minus(1, ChronoUnit.DAYS)));
        handIn(alert("fold-current", "Alert", now.minus(2, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS)));
        try (var window = Window.of("lst.tib", Window.PHONE)) {
            for (var page : java.util.List.of("/", "/watch")) {
                var fold = window.open(page).find(page.equals("/") ? "#feed-expired" : "#feed-over");
                assertThat(fold.locator("> summary").isVisible()).as(page).isTrue();
                assertThat(fold.getAttribute("open")).as(page).isNull();
                assertThat(fold.locator("li").first().isVisible()).as(page).isFalse();
                assertThat(window.find("#main, main")
                                .locator("ol.ledger:visible li")
                                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("snöfall"))
                                .count())
                        .as(page)
                        .isPositive();
            }
        } finally {
            handIn(alert("fold-over", "Cancel", now, now));
            handIn(alert("fold-current", "Cancel", now, now));
        }
    }

    /** What began to wait just now has no figure; the figure comes by itself, by the server's clock. */
    @Test
    void aWaitingTimeSaysSomethingFromAQuarterOfAnHourOn() {
        var incident = Ice.signal("Väntan som börjar nu", "");
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            window.page()
                    .addInitScript("{ const real = Date.now; let on = 0; window.later = (ms) => (on = ms);"
                            + " Date.now = () => real() + on; }");
            window.page().route("**/live?*", Route::abort); // the stream would say what the server's clock is
            window.open("/turn");
            var waits = window.find("#turn-assess-" + incident);
            waits.waitFor();
            assertThat(waits.locator(".waited").isVisible()).isFalse();
            assertThat(waits.locator(".left").innerText()).doesNotContain("0 min");
            window.page()
                    .evaluate("() => { window.later(16 * 60000); document.body.append(document.createElement('i')); }");
            waits.locator(".waited").waitFor();
            assertThat(waits.locator(".waited").innerText()).containsPattern("1[67] min");
        }
    }
}
