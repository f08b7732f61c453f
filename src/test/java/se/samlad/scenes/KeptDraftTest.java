package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Running.post;

import org.junit.jupiter.api.Test;

/** Nothing that is kept acts unseen: a fold that holds something is open, and a draft says so and can be emptied. */
class KeptDraftTest {

    @Test
    void aKeptTimeIsSeenAndCanBeEmptied() {
        var incident = Prepared.signalled("Utkast med tid");
        var form = "#log-" + incident;
        var fold = form + " details:has(> div > " + form + "-lateBecause)";
        try (var window = Window.of("nacka.tib", Window.DESKTOP)) {
            window.open("/incidents/" + incident);
            assertThat(window.find(fold).getAttribute("open")).isNull();
            window.find(form + "-text").fill("Elen är borta");
            window.find(fold + " > summary").click();
            window.find(form + "-occurredAt").fill("2026-01-14T14:53");
            window.find(form + "-source").fill("Ellevio");
            window.open("/incidents/" + incident);
            window.sees(form + " > .draft", "Utkast från");
            window.find(fold + "[open]").waitFor();
            assertThat(window.find(form + "-source").inputValue()).isEqualTo("Ellevio");
            window.find(form + " > .draft button").click();
            assertThat(window.find(form + "-source").inputValue()).isEmpty();
            assertThat(window.find(form + "-occurredAt").inputValue()).isEmpty();
            window.open("/incidents/" + incident);
            assertThat(window.find(fold).getAttribute("open")).isNull();
            assertThat(window.find(form + " > .draft").count()).isZero();
        }
    }

    /** A form that is folded itself is open where it holds a draft. */
    @Test
    void aFoldedFormWithADraftIsOpen() {
        var incident = Prepared.signalled("Utkast i vecket");
        var form = "#retitle-" + incident;
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            window.open("/incidents/" + incident + "/manage");
            window.find("details:has(> " + form + ") > summary").click();
            window.find(form + "-reason").fill("Nu vet vi vad det är");
            window.open("/incidents/" + incident + "/manage");
            window.find("details[open]:has(> " + form + ")").waitFor();
            window.sees(form + " > .draft", "Utkast från");
        }
    }

    @Test
    void oldEnglishIsWarnedOf_K2() {
        var scene = Prepared.incident("Snö på engelska");
        var messages = "/api/incidents/" + scene.incident() + "/messages";
        var message = post("taby.tib", messages, words("Stanna hemma.", "Stay at home."));
        var komm = Visitor.of("komm");
        var page = "/incidents/" + scene.incident() + "/messages?m=" + message;
        var warning = "Den svenska texten har ändrats, men inte den engelska";
        assertThat(komm.get(page).expect(200).body()).doesNotContain(warning);
        post("taby.tib", messages + "/" + message + "/update", words("Gå ut.", "Stay at home."));
        assertThat(komm.get(page).expect(200).body()).contains(warning);
        post("taby.tib", messages + "/" + message + "/update", words("Gå ut.", "Go out."));
        assertThat(komm.get(page).expect(200).body()).doesNotContain(warning);
    }

    private static String words(String swedish, String english) {
        return "{\"title\":\"a\",\"text\":\"" + swedish
                + "\",\"audience\":\"Allmänheten\",\"english\":{\"title\":\"a\",\"text\":\"" + english + "\"}}";
    }
}
