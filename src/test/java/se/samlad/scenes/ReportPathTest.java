package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two plain ways in, a receipt, and what stands until it is ended. */
class ReportPathTest {

    private static final Locator.CheckOptions HIDDEN_BOX = new Locator.CheckOptions().setForce(true);

    private static UUID incident;

    @BeforeAll
    static void prepared() {
        incident = Prepared.signalled("Snö att rapportera");
        Prepared.convened(incident);
        Running.as("taby.tib")
                .post(
                        "/api/incidents/" + incident + "/reports",
                        "{\"status\":\"YELLOW\",\"happened\":\"Halt\",\"needs\":\"En plogbil till Arninge\","
                                + "\"consequences\":\"Hemtjänsten är sen\"}")
                .expect(201);
        Running.as("taby.tib")
                .post("/api/incidents/" + incident + "/notes", "{\"kind\":\"NEED\",\"text\":\"Två elverk\"}")
                .expect(201);
    }

    private static String picture() {
        return Running.as("lst.tib")
                .page("/incidents/" + incident + "/picture")
                .expect(200)
                .body();
    }

    /** The button says what it does; what stands is ticked; what is no longer ticked ends, the rest stands. */
    @Test
    void anUpdateOfOneLineEndsOnlyWhatIsNoLongerTicked_C4() {
        try (var window = Window.of("taby.tib", Window.PHONE)) {
            window.open("/incidents/" + incident).live();
            assertThat(window.find("form.report button.next").isVisible()).isFalse();
            window.find("form.report input[value='RED']").check(HIDDEN_BOX);
            assertThat(window.find("form.report button.next").innerText().strip())
                    .isEqualTo("Rapportera: kritiskt");
            assertThat(window.find(".still label").count()).isEqualTo(3);
            window.find(".still label")
                    .filter(new Locator.FilterOptions().setHasText("Två elverk"))
                    .click();
            window.find("form.report textarea[name='text']").fill("Det är stopp");
            window.find("form.report button.next").click();
            window.sees("#sent", "Rapporterat");
            window.sees("#sent", "syns för alla som deltar");
            window.sees("[id='desk.log']", "Det är stopp");
            assertThat(window.find("form.report button.next").isVisible())
                    .as("it is closed")
                    .isFalse();
        }
        assertThat(picture())
                .contains("En plogbil till Arninge", "Hemtjänsten är sen")
                .doesNotContain("Två elverk");
    }

    /** The page stays where it was, the receipt and the new row are in view, and the receipt leads to its correction. */
    @Test
    void theReceiptIsInViewAndThePageStaysWhereItWas() {
        for (int i = 0; i < 30; i++)
            Running.as("sos.tib")
                    .post("/api/incidents/" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"Rad " + i + "\"}")
                    .expect(201);
        try (var window = Window.of("nacka.tib", Window.DESKTOP)) {
            window.open("/incidents/" + incident).live();
            window.page().evaluate("scrollTo(0, 90)");
            window.find(".composer textarea").first().fill("Vi har två plogbilar ute");
            window.find(".composer button.write").click();
            window.sees("#sent", "Skrivet");
            window.sees("[id='desk.log']", "Vi har två plogbilar ute");
            window.page().waitForFunction("() => !location.search");
            assertThat((int) window.page().evaluate("() => Math.round(scrollY)"))
                    .isBetween(60, 120);
            assertThat(seen(window, "#sent")).isTrue();
            assertThat(seen(window, "[id='desk.log'] li:first-child")).isTrue();
            window.find("#sent a").first().click();
            window.sees("h1", "Rätta i loggen");
        }
    }

    private static boolean seen(Window window, String what) {
        return (boolean)
                window.find(what)
                        .evaluate(
                                "each => { const box = each.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }");
    }

    /** A receipt is for what one has just written oneself. */
    @Test
    void nobodyGetsAReceiptForWhatAnotherWrote() {
        var row = Running.as("sos.tib")
                .post("/api/incidents/" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"En annans rad\"}")
                .expect(201)
                .id();
        var path = "/incidents/" + incident + "?sent=" + row;
        assertThat(Running.as("sos.tib").page(path).expect(200).body()).contains("id=\"sent\"");
        assertThat(Running.as("nacka.tib").page(path).expect(200).body()).doesNotContain("id=\"sent\"");
        assertThat(Running.as("sos.tib")
                        .page("/incidents/" + incident + "?sent=x")
                        .expect(200)
                        .body())
                .doesNotContain("id=\"sent\"");
    }
}
