package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Running.post;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Given a text that others change while somebody has it open, when that one acts, then nothing unseen is certified or lost. */
class ChangedMeanwhileTest {

    private static Prepared scene;

    @BeforeAll
    static void prepared() {
        scene = Prepared.incident("Snö som ändras under tiden");
    }

    private static String base() {
        return "/api/incidents/" + scene.incident();
    }

    private static String words(String text) {
        return "{\"title\":\"Stanna hemma\",\"text\":\"" + text + "\",\"audience\":\"Allmänheten\"}";
    }

    @Test
    void nobodyChecksWordsThatHeHasNotSeen_K2() {
        var message = post("taby.tib", base() + "/messages", words("Res bara om du måste."));
        try (var komm = Window.of("komm", Window.DESKTOP)) {
            komm.open("/incidents/" + scene.incident() + "/messages?m=" + message);
            post("lst.tib", base() + "/messages/" + message + "/update", words("Res inte alls."));
            var check = "#message-check-" + message;
            komm.find(check + " button").click();
            komm.sees(check + " .mistakes", "Länsstyrelsen ändrade det här");
            komm.sees(check + " .meanwhile del", "bara om du måste.");
            komm.sees(check + " .meanwhile ins", "inte alls.");
            komm.sees("#message-open .stage", "utkast");
            komm.find(check + " button").click();
            komm.sees("#message-open .stage", "kontrollerat");
        }
    }

    /** Two of one actor correct the same report: the second sees the first, keeps what it typed, and both stay in the log. */
    @Test
    void noCorrectionVanishesBehindAnother_C5() {
        var report = post(
                "solna.tib", base() + "/reports", "{\"status\":\"RED\",\"happened\":\"Allt är stängt i Hagalund\"}");
        try (var tib = Window.of("solna.tib", Window.DESKTOP);
                var chef = Window.of("solna.chef", Window.DESKTOP)) {
            for (var window : new Window[] {tib, chef}) window.open("/reports/" + report + "/correction");
            corrected(tib, "Skolan är stängd i Hagalund", "Bara skolan");
            tib.sees("[id='desk.log']", "Skolan är stängd i Hagalund");
            corrected(chef, "Vägen är stängd i Hagalund", "Bara vägen");
            chef.sees(".meanwhile del", "Allt");
            chef.sees(".meanwhile ins", "Skolan");
            assertThat(chef.find("textarea[name='happened']").inputValue()).isEqualTo("Vägen är stängd i Hagalund");
            assertThat(chef.find("textarea[name='reason']").inputValue()).isEqualTo("Bara vägen");
            chef.press("Spara rättelsen");
            chef.sees("[id='desk.log']", "Vägen är stängd i Hagalund");
            chef.sees("[id='desk.log']", "Skolan är stängd i Hagalund");
        }
    }

    private static void corrected(Window window, String happened, String reason) {
        window.find("textarea[name='happened']").fill(happened);
        window.find("textarea[name='reason']").fill(reason);
        window.press("Spara rättelsen");
    }

    /** What was typed before the page was opened anew is still drawn from what was seen then. */
    @Test
    void aKeptDraftIsDrawnFromWhatWasSeenWhenItWasTyped() {
        var note = post("nacka.tib", base() + "/notes", "{\"kind\":\"NOTE\",\"text\":\"Bron är stängd\"}");
        try (var nacka = Window.of("nacka.tib", Window.DESKTOP)) {
            var page = "/reports/" + note + "/correction";
            nacka.open(page);
            nacka.find("textarea[name='text']").fill("Bron är öppen för en fil");
            post(
                    "nacka.chef",
                    "/api/notes/" + note + "/correction",
                    "{\"text\":\"Bron är öppen\",\"reason\":\"Den är plogad\"}");
            nacka.open(page);
            nacka.sees(".draft", "Utkast från");
            nacka.find("textarea[name='reason']").fill("En fil");
            nacka.press("Spara rättelsen");
            nacka.sees(".meanwhile ins", "öppen");
            assertThat(nacka.find("textarea[name='text']").inputValue()).isEqualTo("Bron är öppen för en fil");
            nacka.open(page);
            nacka.press("Spara rättelsen");
            nacka.sees("[id='desk.log']", "Bron är öppen för en fil");
        }
    }

    /** Another mistake does not make the page's newer version the one that was seen. */
    @Test
    void aMistakeDoesNotHideWhatHasChanged() {
        var report = post("salem.tib", base() + "/reports", "{\"status\":\"RED\",\"happened\":\"Allt är mörkt\"}");
        var tib = Visitor.of("salem.tib");
        var form = Visitor.hidden(
                tib.get("/reports/" + report + "/correction").expect(200).body(), "action=\"/reports/");
        post(
                "salem.chef",
                "/api/reports/" + report + "/correction",
                "{\"status\":\"GREEN\",\"happened\":\"Ljuset är tillbaka\",\"reason\":\"Det kom\"}");
        form.put("status", "YELLOW");
        form.put("happened", "Det blinkar");
        form.put("drawn", "");
        var again = tib.post("/reports/" + report + "/correction", form).expect(422);
        assertThat(Visitor.hidden(again.body(), "action=\"/reports/")).containsEntry("drawn", "");
        form.put("drawn", report.toString());
        var shown = tib.post("/reports/" + report + "/correction", form).expect(409);
        assertThat(shown.body()).contains("Ljuset är tillbaka", "Det blinkar");
        assertThat(Visitor.hidden(shown.body(), "action=\"/reports/").get("drawn"))
                .isNotEqualTo(report.toString());
    }

    @Test
    void aProgramThatSaysItsVersionGetsBothAndOneThatDoesNotActsAsBefore_K2() {
        var messages = base() + "/messages";
        var message = post("taby.tib", messages, words("Håll dig inne."));
        var drawn = Running.as("komm").get(messages).expect(200).json().get("messages");
        var entry = java.util.stream.StreamSupport.stream(drawn.spliterator(), false)
                .filter(each -> each.get("id").asString().equals(message.toString()))
                .findFirst()
                .orElseThrow()
                .get("entry")
                .asString();
        var newer = post("lst.tib", messages + "/" + message + "/update", words("Gå ut."));
        var refused = stated("komm", messages + "/" + message + "/check", entry)
                .expect(409)
                .json();
        assertThat(refused.get("code").asString()).isEqualTo("error.outdated");
        assertThat(refused.get("drawnFrom").get("fields").get("text").asString())
                .isEqualTo("Håll dig inne.");
        assertThat(refused.get("now").get("fields").get("text").asString()).isEqualTo("Gå ut.");
        assertThat(refused.get("now").get("id").asString()).isEqualTo(newer.toString());
        stated("komm", messages + "/" + message + "/check", "not an id").expect(400);
        stated("komm", messages + "/" + message + "/check", newer.toString()).expect(201);
        post("komm", messages + "/" + message + "/agreement", "{}");
    }

    /** Who says that the forum agrees says so of the words that he read; the new ones are shown, and one press goes on. */
    @Test
    void nobodyAgreesOnWordsThatHeHasNotSeen_D2() {
        var ice = Ice.incident("Förslag som ändras under tiden");
        var path = "/directions/" + ice.direction();
        try (var chair = Window.of("lst.chef", Window.DESKTOP);
                var other = Window.of("taby.chef", Window.DESKTOP)) {
            for (var window : new Window[] {chair, other}) window.open(path + (window == chair ? "" : "/wording"));
            post(
                    "polisen.chef",
                    "/api" + path + "/wording",
                    "{\"aim\":\"Alla ska ha värme\",\"priorities\":[\"Värme\"]}");
            var agree = "#agree-" + ice.direction();
            chair.find(agree + " button").click();
            chair.sees(agree + " .mistakes", "Polisen ändrade det här");
            chair.sees(agree + " .meanwhile del", "Ingen");
            chair.sees(agree + " .meanwhile ins", "Alla");
            var reword = "#reword-" + ice.direction();
            other.find(reword + "-aim").fill("Ingen ska vara ensam");
            other.find(reword + " > button.next").click();
            other.sees(reword + " .meanwhile ins", "Alla");
            assertThat(other.find(reword + "-aim").inputValue()).isEqualTo("Ingen ska vara ensam");
            chair.find(agree + " button").click();
            chair.sees("[id='direction.page'] .aim", "Alla ska ha värme");
            other.find(reword + " > button.next").click();
            other.sees(reword + " .mistakes", "redan antagen");
            assertThat(other.find(reword + "-aim").inputValue()).isEqualTo("Ingen ska vara ensam");
        }
    }

    /** The second of one actor's two answers would replace the first; both stay, and nobody's is lost unseen. */
    @Test
    void nobodyReplacesHisColleaguesStanceUnseen_D3() {
        var page = "/incidents/" + scene.incident() + "/direction";
        var mark = "id=\"stance-" + scene.direction();
        var tib = Visitor.of("taby.tib");
        var form = Visitor.hidden(tib.get(page).expect(200).body(), mark);
        post(
                "taby.chef",
                "/api/directions/" + scene.direction() + "/stances",
                "{\"stance\":\"ADAPTS\",\"reason\":\"Vi öppnar två av tre\"}");
        form.put("stance", "ACCEPTS");
        var shown =
                tib.post("/directions/" + scene.direction() + "/stances", form).expect(409);
        assertThat(shown.body()).contains("Vi öppnar två av tre");
        var again = Visitor.hidden(shown.body(), mark);
        again.put("stance", "ACCEPTS");
        tib.post("/directions/" + scene.direction() + "/stances", again).expect(200);
    }

    /** Sent twice, it is the same: the answer is the first one, although the text has changed by it. */
    @Test
    void theSameFormSentTwiceIsNoChangeByOthers() {
        var report = post("ekero.tib", base() + "/reports", "{\"status\":\"RED\",\"happened\":\"Färjan står\"}");
        var ekero = Visitor.of("ekero.tib");
        var form = Visitor.hidden(
                ekero.get("/reports/" + report + "/correction").expect(200).body(), "action=\"/reports/");
        form.putAll(Map.of("status", "YELLOW", "happened", "Färjan går glest", "reason", "Den går"));
        for (int i = 0; i < 2; i++)
            ekero.post("/reports/" + report + "/correction", form).expect(200);
    }

    private static Running.Answer stated(String account, String path, String version) {
        var asking = Running.as(account);
        return asking.send(asking.request(path, "application/json")
                .header("Content-Type", "application/json")
                .header("Drawn-From", version)
                .POST(BodyPublishers.ofString("{}")));
    }
}
