package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Conferring.step;
import static se.samlad.scenes.Running.post;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A conference by API: called, prepared, held, closed, confirmed and taken home (C1, A4, A7, I3). */
class ConferenceTest {

    private static int status(String account, UUID conference, String step, String json) {
        return Running.as(account).post(path(conference) + "/" + step, json).status();
    }

    private static String path(UUID conference) {
        return "/api/conferences/" + conference;
    }

    private static JsonNode get(String account, UUID conference) {
        return Running.as(account).get(path(conference)).expect(200).json();
    }

    private static List<String> texts(JsonNode list, String field) {
        var all = new ArrayList<String>();
        list.forEach(each -> all.add(each.get(field).asString()));
        return all;
    }

    private static UUID standing(String code) {
        for (var forum : Running.as("kansli").get("/api/forums").expect(200).json())
            if (forum.get("code").asString().equals(code))
                return UUID.fromString(forum.get("id").asString());
        throw new IllegalStateException("no forum " + code);
    }

    private static UUID inIncident(UUID incident) {
        return Conferring.called(Prepared.convened(incident));
    }

    @Test
    void theWholeOfItInAnIncident_C1() {
        var incident = Prepared.signalled("Snö och konferens");
        var forum = Prepared.convened(incident);
        var conference = post(
                "lst.tib",
                "/api/forums/" + forum + "/conferences",
                "{\"kind\":\"ACTIVATED\",\"reach\":[\"08-123\",\"Rakel 4711\"],\"points\":[\"Skolorna\"]}");
        var called = get("taby.tib", conference);
        assertThat(called.get("state").asString()).isEqualTo("CALLED");
        assertThat(texts(called.get("order"), "actor")).contains("taby", "polisen", "lst");
        assertThat(called.get("missing").toString()).contains("taby");
        assertThat(called.get("agenda").toString()).contains("REPORTS", "Skolorna");

        step("taby.tib", conference, "reports", "{\"status\":\"ORANGE\",\"text\":\"Hemtjänsten når inte fram\"}");
        step("sos.tib", conference, "reports", "{\"nothingNew\":true}");
        step("lst.tib", conference, "reminder", "{}");
        step("lst.tib", conference, "opening", "{}");
        step("taby.tib", conference, "attendance", "{\"how\":\"PRESENT\"}");
        step("lst.tib", conference, "attendance", "{\"actor\":\"fm\",\"how\":\"REPRESENTED\",\"by\":\"polisen\"}");
        step("lst.tib", conference, "word", "{\"actor\":\"polisen\"}");
        step("lst.tib", conference, "needs", "{\"actor\":\"polisen\",\"text\":\"Två bandvagnar\"}");
        step("lst.tib", conference, "decisions", "{\"text\":\"Skolorna stänger\",\"reason\":\"Snön\"}");
        step("nacka.tib", conference, "measures", "{\"what\":\"Öppnar trygghetspunkter\"}");
        var during = get("nacka.tib", conference);
        assertThat(during.get("word").get("actor").asString()).isEqualTo("polisen");
        assertThat(texts(during.get("order"), "has")).contains("CHANGED", "NOTHING_NEW", "WAITING");
        assertThat(texts(during.get("said"), "kind"))
                .containsExactly("REPORT", "NOTHING_NEW", "NEED", "DECISION", "MEASURE");

        step("lst.tib", conference, "closing", "{\"summary\":\"Skolorna stänger i morgon\"}");
        assertThat(get("fm.tib", conference).get("state").asString()).isEqualTo("CLOSED");
        step("taby.tib", conference, "confirmation", "{\"remark\":\"Vi heter Täby kommun\"}");
        step("taby.chef", conference, "home", "{}");
        assertThat(get("lst.tib", conference).get("confirmations").toString()).contains("Vi heter Täby kommun");
        assertThat(get("lst.tib", conference).get("home").toString()).contains("taby");
        assertThat(status("taby.tib", conference, "confirmation", "{}")).isEqualTo(422);
    }

    /** What is said once stands in the log and the picture too, in the name of who said it (A4, C3). */
    @Test
    void nothingIsWrittenTwice_A4() {
        var incident = Prepared.signalled("Sagt en gång");
        var conference = inIncident(incident);
        step("lst.tib", conference, "opening", "{}");
        step("taby.tib", conference, "reports", "{\"status\":\"RED\",\"text\":\"Vattnet är slut\"}");
        step("taby.tib", conference, "needs", "{\"text\":\"Vattentankar till skolan\"}");
        step("lst.tib", conference, "needs", "{\"actor\":\"nacka\",\"text\":\"Sand till backarna\"}");
        var picture = Running.as("polisen.tib")
                .get("/api/incidents/" + incident + "/picture")
                .expect(200)
                .body();
        assertThat(picture).contains("Vattnet är slut", "RED");
        assertThat(Running.as("polisen.tib")
                        .page("/incidents/" + incident + "/picture")
                        .body())
                .contains("Vattentankar till skolan");
        var log = Running.as("polisen.tib").page("/incidents/" + incident).body();
        assertThat(log).contains("Vattnet är slut", "Vattentankar till skolan", "har börjat");

        // what the log is told is told to the conference
        Running.as("sos.tib")
                .post(
                        "/api/incidents/" + incident + "/reports",
                        "{\"status\":\"GREEN\",\"happened\":\"Svarstid nio sekunder\"}")
                .expect(201);
        Running.as("taby.tib")
                .post("/api/incidents/" + incident + "/reports", "{\"nothingNew\":true}")
                .expect(201);
        Running.as("fm.tib")
                .post(
                        "/api/incidents/" + incident + "/reports",
                        "{\"status\":\"GREEN\",\"happened\":\"Hemligt läge\",\"marking\":{\"audience\":[\"actor:lst\"]}}")
                .expect(201);
        var said = get("nacka.tib", conference).get("said").toString();
        assertThat(said).contains("Svarstid nio sekunder").doesNotContain("Hemligt läge");
        assertThat(get("nacka.tib", conference).get("missing").toString())
                .contains("fm")
                .doesNotContain("sos");

        // what was noted for Nacka is Nacka's when Nacka says so
        var line = get("nacka.tib", conference).get("said").get(2);
        assertThat(line.get("waits").asBoolean()).isTrue();
        assertThat(Running.as("nacka.tib").page("/turn").body()).contains("väntar på ert eget ord");
        step(
                "nacka.tib",
                conference,
                "own-word",
                "{\"line\":\"" + line.get("id").asString() + "\",\"text\":\"Salt, inte sand\"}");
        var after = get("lst.tib", conference).get("said").get(2);
        assertThat(after.get("text").asString()).isEqualTo("Sand till backarna");
        assertThat(after.get("ownText").asString()).isEqualTo("Salt, inte sand");
        assertThat(after.get("waits").asBoolean()).isFalse();
        var own = Running.as("nacka.tib").journal();
        assertThat(own).contains("Salt, inte sand");
        assertThat(Running.as("polisen.tib").page("/incidents/" + incident).body())
                .contains("Salt, inte sand");
    }

    @Test
    void theWeeklyOneBelongsToNoIncident() {
        var forum = standing("samordningsgruppen");
        var conference =
                post("kansli", "/api/forums/" + forum + "/conferences", "{\"kind\":\"WEEKLY\",\"minutes\":60}");
        assertThat(get("solna.tib", conference).get("missing").size()).isEqualTo(37);
        step("solna.tib", conference, "reports", "{\"nothingNew\":true}");
        step("kansli", conference, "opening", "{}");
        step("nacka.tib", conference, "notes", "{\"text\":\"Demonstration på lördag\"}");
        assertThat(Running.as("taby.tib")
                        .page("/conferences/" + conference)
                        .expect(200)
                        .body())
                .contains("Demonstration på lördag", "Veckokonferens");
        assertThat(Running.as("taby.tib").page("/conferences").body()).contains("/conferences/" + conference);
        step("kansli", conference, "closing", "{}");
        assertThat(status("utom.flygplats", conference, "confirmation", "{}")).isEqualTo(404);
        Running.as("taby.tib")
                .post("/api/forums/" + forum + "/conferences", "{\"kind\":\"WEEKLY\"}")
                .expect(403);
        Running.as("utom.flygplats")
                .post("/api/forums/" + forum + "/conferences", "{\"kind\":\"WEEKLY\"}")
                .expect(404);
        Running.as("kansli")
                .post("/api/forums/" + UUID.randomUUID() + "/conferences", "{\"kind\":\"WEEKLY\"}")
                .expect(404);
    }

    @Test
    void itIsOpenedOnceAndTheWordHasOneOwner() {
        var conference = inIncident(Prepared.signalled("Två som leder"));
        step("lst.tib", conference, "opening", "{}");
        assertThat(status("rsib", conference, "opening", "{}")).isEqualTo(422);
        var both = List.of("lst.tib", "rsib").stream()
                .map(account -> CompletableFuture.supplyAsync(
                        () -> status(account, conference, "word", "{\"actor\":\"taby\"}")))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 422);
        assertThat(get("taby.tib", conference).get("word").get("actor").asString())
                .isEqualTo("taby");
        assertThat(Running.as("taby.tib").page("/turn").body()).contains("Ni har ordet");
    }

    /** What is written while it closes is either in it, or comes back to who wrote it. */
    @Test
    void closingWhileSomebodyWritesLosesNothing() {
        var conference = inIncident(Prepared.signalled("Stängt mitt i"));
        step("lst.tib", conference, "opening", "{}");
        var all = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 20; i++) {
            var text = "{\"text\":\"Rad " + i + ".\"}";
            var account = i % 2 == 0 ? "taby.tib" : "nacka.tib";
            all.add(CompletableFuture.supplyAsync(() -> status(account, conference, "notes", text)));
            if (i == 10) all.add(CompletableFuture.supplyAsync(() -> status("lst.tib", conference, "closing", "{}")));
        }
        var answers = all.stream().map(CompletableFuture::join).toList();
        assertThat(answers.get(11)).as("the closing").isEqualTo(201);
        assertThat(answers).allMatch(each -> each == 201 || each == 422);
        var lines = get("taby.tib", conference).get("said");
        assertThat(lines.size())
                .isEqualTo((int) answers.stream().filter(each -> each == 201).count() - 1);
        assertThat(status("taby.tib", conference, "notes", "{\"text\":\"För sent\"}"))
                .isEqualTo(422);
        assertThat(status("lst.tib", conference, "reminder", "{}")).isEqualTo(422);
    }

    @Test
    void whatIsWrongSaysWhatToMendAndRecordsNothing() {
        var conference = inIncident(Prepared.signalled("Fel"));
        for (var wrong : List.of(
                "word;{\"actor\":\"nowhere\"}",
                "attendance;{\"how\":\"REPRESENTED\"}",
                "decisions;{\"text\":\"Utan skäl\"}",
                "needs;{\"text\":\" \"}",
                "measures;{}",
                "step;{\"step\":9}",
                "closing;{}",
                "own-word;{}",
                "roles;{\"role\":\"KEEPER\",\"function\":\"taby/none\"}",
                "agenda;{\"minutes\":1}",
                "calling-off;{}")) {
            var part = wrong.split(";");
            assertThat(status("lst.tib", conference, part[0], part[1]))
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(status("lst.tib", conference, "attendance", "{\"hur\":\"PRESENT\"}"))
                .isEqualTo(400);
        assertThat(status("taby.tib", conference, "opening", "{}")).isEqualTo(403);
        assertThat(get("taby.tib", conference).get("said").size()).isZero();
        step("lst.tib", conference, "roles", "{\"role\":\"COMMUNICATION\",\"function\":\"ssr/komm\"}");
        step("komm", conference, "roles", "{\"role\":\"KEEPER\"}");
        assertThat(get("lst.tib", conference).get("roles").toString())
                .contains("\"KEEPER\":\"ssr/komm\"", "\"LEADER\":\"lst/tib\"");
        step("lst.tib", conference, "calling-off", "{\"reason\":\"Ingen kan\"}");
        assertThat(status("lst.tib", conference, "opening", "{}")).isEqualTo(422);
    }

    /** Who is in a narrower forum has its conference alone; what is said in it is not told to all. */
    @Test
    void theConferenceOfANarrowForumIsSeenByThoseInIt() {
        var incident = Prepared.signalled("Få i rummet");
        var forum = post(
                "taby.tib",
                "/api/incidents/" + incident + "/forums",
                "{\"level\":\"EXECUTING\",\"name\":\"Vattnet\",\"actors\":[\"sos\"],\"marking\":{\"audience\":[\"actor:taby\",\"actor:sos\"]}}");
        var conference = post("sos.tib", "/api/forums/" + forum + "/conferences", "{\"kind\":\"EXTRA\"}");
        step("taby.tib", conference, "opening", "{}");
        step("sos.tib", conference, "reports", "{\"status\":\"RED\",\"text\":\"Bara mellan oss\"}");
        assertThat(Running.as("polisen.tib").get(path(conference)).status()).isEqualTo(404);
        assertThat(Running.as("polisen.tib").page("/conferences/" + conference).status())
                .isEqualTo(404);
        assertThat(Running.as("polisen.tib").page("/incidents/" + incident).body())
                .doesNotContain("Bara mellan oss");
        assertThat(Running.as("polisen.tib").journal()).doesNotContain("Bara mellan oss");
        assertThat(Running.as("taby.tib").page("/incidents/" + incident).body()).contains("Bara mellan oss");
    }
}
