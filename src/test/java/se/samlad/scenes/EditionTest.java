package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes out, to whom, and what is in it, by API (C2, C3, C5, C6). */
class EditionTest {

    private final String text = "Det lackar mot snö " + UUID.randomUUID();

    private static UUID noted(String words, String marking) {
        return Running.as("taby.tib")
                .post(
                        "/api/watch/notes",
                        "{\"text\":\"" + words + "\",\"subject\":\"Väder\",\"marking\":{\"audience\":[" + marking
                                + "]}}")
                .expect(201)
                .id();
    }

    private static String read(String account, UUID edition) {
        return Running.as(account).get("/api/editions/" + edition).expect(200).body();
    }

    @Test
    void eachAudienceGetsWhatItMaySeeAndNoMore_C2() {
        noted(text + " för alla", "\"public\"");
        noted(text + " för medlemmar", "\"members\"");
        noted(text + " för två", "\"actor:lst\"");
        var members = read("nacka.tib", ActsOnWeek.issued("lst.tib", "MEMBERS", text));
        assertThat(members)
                .contains(text + " för alla", text + " för medlemmar")
                .doesNotContain(text + " för två");
        var open = ActsOnWeek.issued("lst.tib", "OPEN", text);
        assertThat(read("utom.flygplats", open))
                .contains(text + " för alla")
                .doesNotContain(text + " för medlemmar", text + " för två");
        assertThat(Running.as("utom.flygplats").page("/editions").body()).contains("/editions/" + open);
    }

    @Test
    void membersEditionsAreNotForContacts_C2() {
        var id = ActsOnWeek.issued("kansli", "HEADS", text);
        assertThat(Running.as("utom.flygplats").get("/api/editions/" + id).status())
                .isEqualTo(404);
        assertThat(Running.as("utom.flygplats").get("/api/editions").expect(200).body())
                .doesNotContain(id.toString());
    }

    @Test
    void anOlderEditionStaysAsItWentOut_C5() {
        var note = noted(text, "\"members\"");
        var first = ActsOnWeek.issued("kansli", "MEMBERS", "Första");
        Running.as("taby.tib")
                .post("/api/watch/notes/" + note + "/ending", "{}")
                .expect(201);
        var second = ActsOnWeek.issued("kansli", "MEMBERS", "Andra");
        assertThat(read("nacka.tib", first)).contains(text);
        assertThat(read("nacka.tib", second)).doesNotContain(text);
    }

    @Test
    void theHeadsGetNeedsFirstOnOnePage_C2() {
        for (int i = 0; i < 15; i++) noted(text + " " + i, "\"members\"");
        var need = noted(text + " behov", "\"members\"");
        Running.as("nacka.tib").post("/api/watch/notes/" + need + "/need", "{}").expect(201);
        noted(text + " sist", "\"members\"");
        var lines = Running.as("nacka.tib")
                .get("/api/editions/" + ActsOnWeek.issued("kansli", "HEADS", text))
                .expect(200)
                .json()
                .get("lines");
        assertThat(lines.size()).isEqualTo(12);
        assertThat(lines.get(0).get("need").asBoolean()).isTrue();
        assertThat(lines.toString()).contains(text + " behov");
    }

    @Test
    void anIncidentHasItsOwnAndAnExerciseNoOpenOne_C2() {
        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"" + text + "\",\"exercise\":true}")
                .expect(201)
                .id();
        Running.as("nacka.tib")
                .post(
                        "/api/incidents/" + incident + "/reports",
                        "{\"status\":\"RED\",\"happened\":\"Värmen är borta\",\"needs\":\"Filtar\"}")
                .expect(201);
        Running.as("sos.tib")
                .post(
                        "/api/incidents/" + incident + "/reports",
                        "{\"status\":\"GREEN\",\"happened\":\"Lugnt\",\"marking\":{\"audience\":[\"actor:lst\"]}}")
                .expect(201);
        var of = ",\"incident\":\"" + incident + "\",\"text\":\"Läget\"}";
        var edition = Running.as("lst.tib")
                .post("/api/editions", "{\"audience\":\"MEMBERS\"" + of)
                .expect(201)
                .id();
        assertThat(read("taby.tib", edition))
                .contains("Värmen är borta", "Filtar", "\"number\":1")
                .doesNotContain("Lugnt");
        Running.as("lst.tib")
                .post("/api/editions", "{\"audience\":\"OPEN\"" + of)
                .expect(422);
        assertThat(Running.as("taby.tib").page("/editions/" + edition).body()).contains("ÖVNING");
    }

    private static void says(UUID incident, String account, String report) {
        Running.as(account)
                .post("/api/incidents/" + incident + "/reports", report)
                .expect(201);
    }

    private static UUID issued(UUID incident, String audience) {
        return Running.as("lst.tib")
                .post(
                        "/api/editions",
                        "{\"audience\":\"" + audience + "\",\"incident\":\"" + incident + "\",\"text\":\"Läget\"}")
                .expect(201)
                .id();
    }

    @Test
    void thoseAffectedGetTheirOwn_C2_F3() {
        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"" + text + "\"}")
                .expect(201)
                .id();
        var weighing = "/api/incidents/" + incident + "/concerns";
        Running.as("lst.tib")
                .post(weighing, "{\"actor\":\"region\",\"unit\":\"trafik\",\"concern\":\"DIRECT\"}")
                .expect(201);
        Running.as("lst.tib")
                .post(weighing, "{\"actor\":\"taby\",\"concern\":\"INDIRECT\"}")
                .expect(201);
        says(incident, "nacka.tib", "{\"status\":\"RED\",\"happened\":\"Värmen är borta\",\"needs\":\"Filtar\"}");
        says(incident, "region.trafik", "{\"status\":\"YELLOW\",\"happened\":\"Bussarna står\"}");
        says(incident, "sos.tib", "{\"status\":\"GREEN\",\"happened\":\"Lugnt\"}");
        var directly = issued(incident, "DIRECT");
        var whole = Running.as("region.trafik")
                .get("/api/editions/" + directly)
                .expect(200)
                .json();
        assertThat(whole.get("lines").get(0).get("text").asString()).isEqualTo("Bussarna står");
        assertThat(whole.toString()).contains("Värmen är borta", "Filtar", "Lugnt", "\"number\":1");
        var indirectly = issued(incident, "INDIRECT");
        assertThat(read("taby.tib", indirectly))
                .contains("Bussarna står", "Filtar", "\"number\":1")
                .doesNotContain("Värmen är borta", "Lugnt");
        assertThat(read("taby.tib", issued(incident, "INDIRECT"))).contains("\"number\":2");
        assertThat(ownEdition("region.trafik", incident)).contains(directly.toString());
        assertThat(ownEdition("taby.tib", incident)).doesNotContain(directly.toString());
        assertThat(Running.as("lst.tib")
                        .page("/editions/new?audience=DIRECT&incident=" + incident)
                        .body())
                .contains("Nu är det Region Stockholm.");
    }

    /** The row of the incident's editions that its page calls the reader's own. */
    private static String ownEdition(String account, UUID incident) {
        return Arrays.stream(Running.as(account)
                        .page("/incidents/" + incident)
                        .body()
                        .split("<li>"))
                .filter(row -> row.contains("er utgåva"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNarrowIncidentHasEditionsForThoseInIt_C2() {
        var incident = Running.as("lst.tib")
                .post(
                        "/api/incidents",
                        "{\"title\":\"" + text + "\",\"marking\":{\"audience\":[\"actor:lst\",\"actor:taby\"]}}")
                .expect(201)
                .id();
        Running.as("lst.tib")
                .post("/api/incidents/" + incident + "/concerns", "{\"actor\":\"taby\",\"concern\":\"DIRECT\"}")
                .expect(201);
        says(incident, "taby.tib", "{\"status\":\"RED\",\"happened\":\"Värmen är borta\"}");
        var edition = issued(incident, "DIRECT");
        assertThat(read("taby.tib", edition)).contains("Värmen är borta");
        assertThat(ownEdition("taby.tib", incident)).contains(edition.toString());
        Running.as("nacka.tib").get("/api/editions/" + edition).expect(404);
    }

    @Test
    void theRegionsPictureIsNotForTheAffected_C2() {
        assertThat(Running.as("kansli")
                        .post("/api/editions", "{\"audience\":\"DIRECT\",\"text\":\"Lugnt\"}")
                        .expect(422)
                        .body())
                .contains("\"audience\"", "händelse");
        assertThat(Running.as("kansli").page("/editions/new").body()).doesNotContain("audience=DIRECT");
    }

    @Test
    void twoAtOnceGetANumberEach() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = threads.invokeAll(IntStream.range(0, 2)
                    .<Callable<UUID>>mapToObj(i -> () -> ActsOnWeek.issued("rsib", "HEADS", text + i))
                    .toList());
            var numbers = both.stream()
                    .map(each -> Running.as("rsib")
                            .get("/api/editions/" + each.resultNow())
                            .expect(200)
                            .json()
                            .get("number")
                            .asInt())
                    .toList();
            assertThat(numbers).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoKeepsNoPictureIsRefusedAndAMistakeIsSaidAtItsField() {
        var edition = "{\"audience\":\"MEMBERS\",\"text\":\"Lugnt\"}";
        Running.as("taby.tib").post("/api/editions", edition).expect(403);
        assertThat(Running.as("kansli")
                        .post("/api/editions", "{\"text\":\"Lugnt\"}")
                        .expect(422)
                        .body())
                .contains("\"audience\"");
        assertThat(Running.as("kansli")
                        .post("/api/editions", "{\"audience\":\"OPEN\"}")
                        .expect(422)
                        .body())
                .contains("\"text\"");
        Running.as("kansli")
                .post("/api/editions", edition.replace("}", ",\"next\":\"2020-01-01T00:00:00Z\"}"))
                .expect(422);
        Running.as("kansli")
                .post("/api/editions", edition.replace("}", ",\"incident\":\"" + UUID.randomUUID() + "\"}"))
                .expect(404);
    }
}
