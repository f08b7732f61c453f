package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Running.post;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody is led to where it does not go on: the right chair, whose turn it is, what is left, and who was released. */
class DeadEndsTest {

    private static UUID directing(UUID incident, String more) {
        return post(
                "lst.tib",
                "/api/incidents/" + incident + "/forums",
                "{\"level\":\"DIRECTING\",\"actors\":[\"polisen\",\"taby\"]" + more + "}");
    }

    private static void proposed(UUID incident, UUID forum) {
        post(
                "lst.chef",
                "/api/incidents/" + incident + "/directions",
                "{\"forum\":\"" + forum + "\",\"aim\":\"Ingen ska frysa\"}");
    }

    /** The duty officer calls the directing forum, and a function of that level is proposed to chair it. */
    @Test
    void aChairOfTheLevelIsProposed_A6() {
        var incident = Prepared.signalled("Rätt ordförande");
        var page = "/incidents/" + incident + "/forums";
        var tib = Visitor.of("lst.tib");
        var form = tib.get(page).expect(200).body();
        form = form.substring(form.indexOf("id=\"convene-DIRECTING-"));
        assertThat(form).contains("value=\"lst/chef\" selected", "Det kan bara en funktion på inriktande nivå göra");
        var fields = new LinkedHashMap<>(Visitor.hidden(form, "id=\"convene-DIRECTING-"));
        fields.put("chair", "lst/chef");
        fields.put("actors", "polisen");
        tib.post("/incidents/" + incident + "/forums", fields).expect(200);
        var forums = Running.as("lst.tib")
                .get("/api/incidents/" + incident + "/forums")
                .expect(200)
                .json();
        assertThat(forums.get("forums").get(0).get("chair").asString()).isEqualTo("lst/chef");
        var direction = UUID.fromString(forums.get("forums").get(0).get("id").asString());
        proposed(incident, direction);
        assertThat(tib.get("/incidents/" + incident + "/direction").expect(200).body())
                .contains("Väntar på Länsråd, Länsstyrelsen");
    }

    @Test
    void aPageWhoseChairMayNotAgreeSaysSoAndNobodyIsPreselected() {
        var incident = Prepared.signalled("Fel ordförande");
        var forum = directing(incident, "");
        proposed(incident, forum);
        var polisen = Visitor.of("polisen.chef");
        assertThat(polisen.get("/incidents/" + incident + "/direction")
                        .expect(200)
                        .body())
                .contains(
                        "Tjänsteman i beredskap, Länsstyrelsen leder forumet, men får inte slå fast",
                        "Lämna över ledningen");
        var tib = Visitor.of("lst.tib");
        var page = tib.get("/incidents/" + incident + "/forums").expect(200).body();
        var pass = page.substring(page.indexOf("id=\"chair-" + forum));
        assertThat(pass.substring(0, pass.indexOf("</form>")))
                .contains("<option value=\"\">")
                .doesNotContain(" selected");
        var unchosen = new LinkedHashMap<>(Visitor.hidden(pass, "id=\"chair-"));
        unchosen.put("function", "");
        unchosen.put("reason", "Rätt nivå");
        assertThat(tib.post("/forums/" + forum + "/chair", unchosen).expect(422).body())
                .contains("id=\"chair-" + forum + "-function-wrong\"");
    }

    /** Open measures, proposals that nobody stands behind, and needs: each is listed, and its new home stands in the row. */
    @Test
    void allThatIsLeftIsListedWithItsNewHome_I5() {
        var scene = Prepared.incident("Allt som är kvar");
        var path = "/incidents/" + scene.incident() + "/stand-down";
        var tib = Visitor.of("lst.tib");
        var page = tib.get(path).expect(200).body();
        assertThat(page)
                .contains("Håller E18 fri", "Åtgärd, inte påbörjad")
                .contains("Öppnar trygghetspunkter", "Föreslagen åtgärd som ingen står bakom")
                .contains("En bandvagn med förare", "Behov");
        var stale = new LinkedHashMap<>(Visitor.hidden(page, "id=\"stand-down-"));
        stale.put("reason", "Vinden har mojnat");
        var need = post(
                "polisen.tib",
                "/api/incidents/" + scene.incident() + "/notes",
                "{\"kind\":\"NEED\",\"text\":\"Tio man\"}");
        var shown = tib.post(path, stale).expect(409).body();
        assertThat(shown).contains("Tio man", "Vinden har mojnat");
        var chosen = new LinkedHashMap<>(Visitor.hidden(shown, "id=\"stand-down-"));
        chosen.put("reason", "Vinden har mojnat");
        chosen.put("handOver[0].need", need.toString());
        chosen.put("handOver[0].to", "samordningsgruppen");
        var log = tib.post(path, chosen).expect(200).body();
        assertThat(log)
                .contains("Regionala samordningsgruppen tar över ”Tio man”.")
                .doesNotContain("till samordningsgruppen");
    }

    private static UUID calledIn(UUID incident) {
        var forum = Prepared.convened(incident);
        post("lst.tib", "/api/forums/" + forum + "/composition", "{\"callIn\":[\"flygplats\"],\"reason\":\"Banan\"}");
        return forum;
    }

    private static void released(UUID forum) {
        post("lst.tib", "/api/forums/" + forum + "/composition", "{\"release\":[\"flygplats\"],\"reason\":\"Hemlig\"}");
    }

    /** In mid-sentence: it is told, and what it wrote is there to copy. */
    @Test
    void whoIsReleasedIsToldAndKeepsWhatItWrote_A8() {
        var incident = Prepared.signalled("Släppt mitt i meningen");
        var forum = calledIn(incident);
        try (var airport = Window.of("utom.flygplats", Window.DESKTOP)) {
            airport.open("/incidents/" + incident).live();
            airport.find("#log-" + incident + "-text").fill("Vi kan ställa en bana till förf");
            released(forum);
            airport.sees("h1", "Ni släpptes");
            airport.sees("#left blockquote", "Vi kan ställa en bana till förf");
            assertThat(airport.find("#left button").first().isVisible()).isTrue();
            assertThat(airport.page().content()).doesNotContain("Hemlig", "Släppt mitt i meningen");
        }
    }

    @Test
    void whoIsReleasedKeepsWhatItSentWithoutScript_A8() {
        var incident = Prepared.signalled("Släppt utan skript");
        var forum = calledIn(incident);
        var airport = Visitor.of("utom.flygplats");
        var form =
                Visitor.hidden(airport.get("/incidents/" + incident).expect(200).body(), "id=\"log-" + incident);
        released(forum);
        form.putAll(Map.of("kind", "NOTE", "text", "Banan är plogad till klockan åtta"));
        assertThat(airport.post("/incidents/" + incident + "/log", form)
                        .expect(404)
                        .body())
                .contains("Ni släpptes", "Banan är plogad till klockan åtta")
                .doesNotContain("Hemlig");
        assertThat(Running.as("utom.flygplats")
                        .get("/api/incidents/" + incident)
                        .expect(404)
                        .body())
                .as("a program is told no more than of what there is not")
                .contains("error.not-there")
                .doesNotContain("släpptes");
        assertThat(Visitor.of("taby.tib")
                        .get("/incidents/" + UUID.randomUUID())
                        .expect(404)
                        .body())
                .doesNotContain("släpptes");
    }

    /** On a server of its own: elsewhere the outsider is called in. */
    @Test
    void anEmptyListSaysToWhomItIsEmpty() throws Exception {
        try (var server = Running.apart(Ground.here().database(), Map.of())) {
            assertThat(Visitor.of(server, "utom.flygplats")
                            .get("/incidents")
                            .expect(200)
                            .body())
                    .contains("Ingen händelse är delad med er just nu")
                    .doesNotContain("Här finns inget ännu");
        }
    }
}
