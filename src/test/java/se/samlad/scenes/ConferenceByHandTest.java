package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A conference by browsers, each seeing the others' changes as they come: who leads, who keeps the protocol, an actor on a
 * phone, one that comes late, and one that loses the network in mid-sentence (C1, A4).
 */
class ConferenceByHandTest {

    private static final String MINUTES = "[id='conference.minutes']";
    private static final String SPEAKER = "[id='conference.speaker']";

    private static UUID called(String account, String incident, String kind) {
        var signalled = Running.as(account)
                .post("/api/incidents", "{" + incident + "}")
                .expect(201)
                .id();
        return Running.as("lst.tib")
                .post("/api/forums/" + Prepared.convened(signalled) + "/conferences", "{\"kind\":\"" + kind + "\"}")
                .expect(201)
                .id();
    }

    private static void go(Window window, String form) {
        window.find("#" + form + " button:not([type=button])").first().click();
    }

    /** Scene 5: it happened a while ago, and they meet within the hour. */
    @Test
    void fiveTakePartEachInItsOwnWay_C1() {
        held(called("lst.tib", "\"title\":\"Attentatet i webbläsare\"", "ACTIVATED"));
    }

    /** Scene 2: one planned conference is held during the event that the police signalled beforehand. */
    @Test
    void fiveTakePartWhileWhatWasPlannedForGoesOn_I6() {
        held(called("polisen.tib", "\"title\":\"Demonstrationen i webbläsare\",\"kind\":\"planned\"", "PLANNED"));
    }

    private static void held(UUID conference) {
        var page = "/conferences/" + conference;
        try (var leads = Window.of("lst.tib", Window.DESKTOP);
                var keeps = Window.of("rsib", Window.DESKTOP);
                var phone = Window.of("polisen.tib", Window.PHONE);
                var late = Window.of("nacka.tib", Window.DESKTOP);
                var cut = Window.of("taby.tib", Window.PHONE)) {
            for (var each : new Window[] {leads, keeps, phone, cut})
                each.open(page).live();

            go(phone, "nothing-new");
            leads.sees(MINUTES, "Inget nytt");
            go(leads, "opening");
            for (var each : new Window[] {keeps, phone, cut}) each.sees(SPEAKER, "Ingen har ordet ännu");

            heldByTwo(leads, keeps, phone);
            late.open(page).live();
            go(late, "come");
            late.sees("main", "Nacka är med");
            for (var each : new Window[] {keeps, cut}) each.sees("#place-nacka", "väntar");
            sentAfterTheNetworkCameBack(cut, keeps);

            leads.find("details:has(> #closing) > summary").click();
            leads.find("#closing-summary").fill("Skolorna stänger i morgon");
            go(leads, "closing");
            for (var each : new Window[] {keeps, phone, late, cut}) each.sees(SPEAKER, "Skolorna stänger i morgon");
            go(phone, "confirm");
            leads.sees(SPEAKER, "En har bekräftat protokollet");
        }
    }

    /** The word is passed in one window and the protocol is kept in another; who is noted for says so on its phone. */
    private static void heldByTwo(Window leads, Window keeps, Window phone) {
        leads.find("details:has(> #other) > summary").click();
        leads.find("#other-actor").selectOption("polisen");
        go(leads, "other");
        phone.sees("main", "Polisen har ordet");
        phone.sees(SPEAKER + " .who", "Polisen");
        assertThat(phone.find("#announce p").allInnerTexts())
                .as("a screen reader hears who speaks, and nothing else unasked")
                .containsExactly("Polisen talar");

        keeps.sees(SPEAKER + " .who", "Polisen");
        assertThat(keeps.find("#keep-actor").inputValue()).isEqualTo("polisen");
        keeps.find("#keep-text").fill("Två bandvagnar till patrullerna");
        keeps.page().keyboard().press("F2");
        assertThat(keeps.find("#keep input[value='NEED']").isChecked()).isTrue();
        keeps.page().keyboard().press("Control+Enter");
        phone.sees(MINUTES, "Två bandvagnar till patrullerna");
        phone.find("form[id^='yes-'] button").click();
        keeps.sees(MINUTES, "bekräftat");
    }

    /** What is typed while others write stays, and is sent when the network is there again. */
    private static void sentAfterTheNetworkCameBack(Window cut, Window keeps) {
        cut.find("details:has(> #own-report) > summary").click();
        cut.find("#own-report-text").fill("Hemtjänsten når inte fram till");
        cut.page().context().setOffline(true);
        cut.find("#own-report-text").fill("Hemtjänsten når inte fram till norra delarna");
        go(cut, "own-report");
        cut.sees("#strip", "Skicka");
        cut.page().context().setOffline(false);
        cut.find("#strip button").first().click();
        keeps.sees(MINUTES, "Hemtjänsten når inte fram till norra delarna");
    }
}
