package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Running.post;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A page that changes by itself, or can't be left, never takes anything from the hand. */
class SteadyPageTest {

    private static String focused(Window window) {
        return (String) window.page().evaluate("() => document.activeElement.outerHTML");
    }

    @Test
    void focusStaysOnAButtonWhenAnotherCallArrives() {
        var incident = Prepared.signalled("Fokus på kallelsen");
        post(
                "lst.tib",
                "/api/incidents/" + incident + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[\"vaxholm\"]}");
        try (var window = Window.of("vaxholm.tib", Window.DESKTOP)) {
            window.open("/incidents/" + incident).live();
            var button = window.find("[id='desk.turn-here'] form[action$='/acknowledgement'] button")
                    .first();
            button.focus();
            post(
                    "lst.chef",
                    "/api/incidents/" + incident + "/forums",
                    "{\"level\":\"DIRECTING\",\"actors\":[\"vaxholm\"]}");
            window.sees("[id='desk.turn-here']", "3 saker väntar");
            assertThat(focused(window)).contains("Bekräfta kallelsen");
        }
    }

    /** What is pressed stays under the finger although it is drawn anew just then. */
    @Test
    void aPressIsNeverLostToWhatArrivesUnderIt() {
        var incident = Prepared.signalled("Under fingret");
        post(
                "lst.tib",
                "/api/incidents/" + incident + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[\"vaxholm\"]}");
        try (var window = Window.of("vaxholm.tib", Window.PHONE)) {
            var page = window.page();
            page.clock().install();
            window.open("/incidents/" + incident).live();
            var button = window.find("[id='desk.turn-here'] form[action$='/acknowledgement'] button")
                    .first();
            button.hover();
            page.evaluate("() => addEventListener('turbo:before-stream-render', () => (window.arrived = true))");
            page.clock().pauseAt(System.currentTimeMillis() + 5_000); // the finger stays as long as the server needs
            page.mouse().down();
            Running.as("lst.chef")
                    .post(
                            "/api/incidents/" + incident + "/forums",
                            "{\"level\":\"DIRECTING\",\"actors\":[\"vaxholm\"]}")
                    .expect(201);
            page.waitForFunction("() => window.arrived");
            page.clock().runFor(100);
            page.waitForResponse("**/acknowledgement", () -> {
                page.mouse().up();
                page.clock().resume();
            });
        }
    }

    /** The form is drawn anew while it is on its way, and the network is lost: what was typed is kept, and it is said. */
    @Test
    void aFormDrawnAnewOnItsWayIsKeptWhenTheNetworkIsLost() {
        var incident = Prepared.signalled("Omritad på vägen");
        try (var window = Window.of("vaxholm.tib", Window.DESKTOP)) {
            var page = window.page();
            window.open("/incidents/" + incident).live();
            page.route("**/log", sent -> {
                page.evaluate("() => { const form = document.querySelector(\"form.composer\");"
                        + " form.replaceWith(form.cloneNode(true)) }");
                sent.abort();
            });
            var text = "form.composer textarea";
            window.find(text).first().fill("Vägen är avstängd vid bron");
            window.find("form.composer button.write").first().click();
            window.sees("#strip", "Skicka");
        }
    }

    /** A panel that comes while somebody writes moves nothing under the hand: the note on a kept draft is for who comes back. */
    @Test
    void whatIsBeingWrittenIsNoKeptDraftYet() {
        var incident = Prepared.signalled("Mitt i meningen");
        var text = "form.composer textarea";
        try (var window = Window.of("vaxholm.tib", Window.PHONE)) {
            window.open("/incidents/" + incident).live();
            window.find(text).first().fill("Vägen är avst");
            post("taby.tib", "/api/incidents/" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"Kom emellan\"}");
            window.sees("main", "Kom emellan");
            assertThat(window.find(".draft").count()).isZero();
            window.open("/incidents/" + incident);
            window.sees("form.composer .draft", "Töm");
            assertThat(window.find(text).first().inputValue()).isEqualTo("Vägen är avst");
        }
    }

    @Test
    void anOpenRowStaysOpenWhenItIsCorrected() {
        var incident = Prepared.signalled("Öppna rader");
        var report = post(
                "taby.tib",
                "/api/incidents/" + incident + "/reports",
                "{\"status\":\"RED\",\"happened\":\"Allt är av\",\"forecast\":\"Klart i natt\"}");
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            window.open("/incidents/" + incident).live();
            window.find("#more-" + report + " summary").click();
            Running.as("taby.tib")
                    .post(
                            "/api/reports/" + report + "/correction",
                            "{\"status\":\"ORANGE\",\"happened\":\"En del är av\",\"reason\":\"Fel\"}")
                    .expect(201);
            window.sees("#row-" + report, "Rättad");
            assertThat(window.find("#more-" + report).getAttribute("open")).isNotNull();
            assertThat(focused(window)).contains("summary");
        }
    }

    /** The page must be read from the start just when a form is on its way: the form's answer is shown all the same. */
    @Test
    void aResetDoesNotCutOffWhatAFormIsAnswered() {
        var incident = Prepared.signalled("Börja om mitt i");
        var note = "{\"kind\":\"NOTE\",\"text\":\"Ska bort\"}";
        var own = post("ekero.tib", "/api/incidents/" + incident + "/notes", note);
        var another = post("taby.tib", "/api/incidents/" + incident + "/notes", note);
        try (var window = Window.of("ekero.chef", Window.DESKTOP)) {
            var page = window.page();
            page.clock().install();
            window.open("/entries/" + own + "/disposal").live();
            page.route("**/disposal", sent -> {
                if (sent.request().method().equals("POST")) {
                    var decided = "{\"ground\":\"Arkivlagen 10 §\",\"decision\":\"KS 1\"}";
                    post("taby.chef", "/api/entries/" + another + "/disposal", decided);
                    page.waitForFunction("() => !document.body.dataset.listening");
                    page.clock().runFor(2_000);
                }
                sent.resume();
            });
            page.fill("[name='ground']", "Arkivlagen 10 §");
            page.fill("[name='decision']", "KS 2");
            page.check("[name='sure']");
            window.press("Gallra");
            window.sees("main", "gallrad");
        }
    }

    /** A row is read out as a sentence, without what is folded in it. */
    @Test
    void aNewRowIsReadOutAsASentence() {
        var incident = Prepared.signalled("Uppläst");
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            window.open("/incidents/" + incident).live();
            post(
                    "taby.tib",
                    "/api/incidents/" + incident + "/reports",
                    "{\"status\":\"RED\",\"happened\":\"Allt är av\",\"forecast\":\"Klart i natt\"}");
            window.sees("#announce p", "Allt är av");
            assertThat(window.find("#announce p")
                            .filter(new Locator.FilterOptions().setHasText("Allt är av"))
                            .textContent())
                    .startsWith("Rapport kritiskt: Allt är av Täby, tjänsteman i beredskap, ")
                    .doesNotContain("Klart i natt", "mer");
        }
    }

    @Test
    void aLinkWithoutNetworkLeavesThePageAsItIs() {
        try (var window = Window.of("nacka.tib", Window.DESKTOP)) {
            window.open("/").live();
            window.find("#signal [name='title']").fill("Halvskriven signal");
            window.page().context().setOffline(true);
            window.find(".top nav a[href='/actors']").click();
            window.sees("#strip", "Sidan gick inte att hämta");
            assertThat(window.find("#signal [name='title']").inputValue()).isEqualTo("Halvskriven signal");
            window.page().context().setOffline(false);
            window.press("Försök igen");
            window.sees("h1", "Aktörer");
            window.open("/");
            window.find("#signal [name='title']").fill("");
        }
    }

    @Test
    void theBarSaysWhenAnIncidentIsActivated() {
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            window.open("/actors").live();
            var title = "Aktiverad medan man ser på";
            var incident = Prepared.signalled(title);
            Prepared.convened(incident);
            window.find(".active")
                    .filter(new Locator.FilterOptions().setHasText(title))
                    .or(window.find(".active").filter(new Locator.FilterOptions().setHasText("till")))
                    .first()
                    .waitFor();
        }
    }

    @Test
    void aSignalIsOneKeyAwayOnNow() {
        try (var window = Window.of("nacka.tib", Window.DESKTOP)) {
            window.open("/");
            window.page().keyboard().press("n");
            assertThat(focused(window)).contains("signal-title");
        }
    }
}
