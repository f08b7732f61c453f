package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.web.Say;
import tools.jackson.databind.JsonNode;

/** From risk to an adopted prepared direction, who stands behind it, and its use in an incident, by API (D1, D2, A4). */
class PreparationTest {

    private static final LocalDate TODAY = LocalDate.now(Say.STOCKHOLM);

    private static JsonNode of(String account, String code) {
        for (var each : Running.as(account).get("/api/preparations").expect(200).json())
            if (each.get("code").asString().equals(code)) return each;
        throw new AssertionError(code);
    }

    private static JsonNode used(String code) {
        for (var each : Running.as("nacka.tib").get("/api/prepared").expect(200).json())
            if (each.get("code").asString().equals(code)) return each;
        throw new AssertionError(code);
    }

    private static String raised(String title) {
        var name = title + " " + UUID.randomUUID().toString().substring(0, 6);
        Running.as("nacka.tib")
                .post("/api/prepared", "{\"title\":\"" + name + "\",\"risk\":\"Många blir utan\"}")
                .expect(201);
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-').replace('å', 'a');
    }

    private static String text(String title, String aim) {
        return ("{'title':'" + title + "'," + ActsOnPreparations.TEXT + "}")
                .replace("Ingen ska frysa", aim)
                .replace('\'', '"');
    }

    private static String adoption(String owner, LocalDate review) {
        return "{\"owner\":\"" + owner + "\",\"reviewBy\":\"" + review + "\",\"reference\":\"§ 7\"}";
    }

    /** Six come with Samlad, say that they are ours, and are no decision of the region's. */
    @Test
    void whatComesWithSamladIsADraftOfOurs_D1() {
        var all = Running.as("nacka.tib").get("/api/preparations").expect(200).json();
        assertThat(all.findValuesAsString("code"))
                .contains(
                        "snow-and-ice",
                        "long-power-cut",
                        "time-critical-attack",
                        "heat",
                        "drinking-water",
                        "social-unrest");
        assertThat(of("nacka.tib", "heat").get("state").asString()).isEqualTo("DRAFT");
        assertThat(Running.as("nacka.tib").page("/prepared/heat").expect(200).body())
                .contains("Samlads eget utkast att börja i", "Värmebölja");
        Running.as("utom.flygplats").get("/api/preparations").expect(404);
        Running.as("utom.flygplats").page("/prepared").expect(404);
        Running.as("nacka.tib").page("/prepared/saknas").expect(404);
    }

    @Test
    void fromRiskToAdoptedDirectionThatActorsStandBehind_D1_A4() {
        var code = raised("Solstorm");
        var path = "/api/prepared/" + code;
        for (var bad : List.of("{}", "{\"likelihood\":6,\"consequence\":1}", "{\"likelihood\":1,\"consequence\":0}"))
            Running.as("taby.tib").post(path + "/weighing", bad).expect(422);
        for (var who : List.of("taby.tib", "nacka.chef", "polisen.tib"))
            Running.as(who)
                    .post(path + "/weighing", "{\"likelihood\":2,\"consequence\":5}")
                    .expect(201);
        Running.as("taby.tib")
                .post(path + "/order", "{\"place\":1,\"reason\":\"Vi är sårbara\"}")
                .expect(403);
        Running.as("kansli")
                .post(path + "/order", "{\"place\":1,\"reason\":\"Vi är sårbara\"}")
                .expect(201);
        Running.as("kansli")
                .post(path + "/discussions", "{\"level\":\"COORDINATING\",\"text\":\"Tid är svårast\"}")
                .expect(201);
        assertThat(of("nacka.tib", code).get("weighed").asInt()).isEqualTo(3);
        assertThat(of("nacka.tib", code).get("state").asString()).isEqualTo("ORDERED");

        Running.as("lst.chef")
                .post(path + "/adoption", adoption("taby", TODAY.plusYears(1)))
                .expect(422);
        Running.as("taby.tib")
                .post(path + "/wording", text("Solstorm", "Alla har tid"))
                .expect(403);
        Running.as("kansli").post(path + "/wording", text(" ", "Alla har tid")).expect(422);
        Running.as("kansli")
                .post(path + "/wording", text("Solstorm", "Alla har tid"))
                .expect(201);
        Running.as("kansli")
                .post(path + "/adoption", adoption("taby", TODAY.plusYears(1)))
                .expect(403);
        for (var bad : List.of(
                adoption("saknas", TODAY.plusYears(1)), adoption("taby", TODAY), adoption("taby", TODAY.plusYears(20))))
            Running.as("lst.chef").post(path + "/adoption", bad).expect(422);
        Running.as("lst.chef")
                .post(path + "/adoption", adoption("taby", TODAY.plusYears(1)))
                .expect(201);
        Running.as("lst.chef")
                .post(path + "/adoption", adoption("taby", TODAY.plusYears(1)))
                .expect(422);

        assertThat(Running.as("nacka.chef").page("/turn").body()).contains("prepared-stand-" + code);
        Running.as("nacka.chef").post(path + "/standing", "{\"behind\":false}").expect(422);
        Running.as("nacka.chef")
                .post(path + "/standing", "{\"behind\":false,\"reason\":\"Vi är för få\"}")
                .expect(201);
        Running.as("polisen.tib").post(path + "/standing", "{\"behind\":true}").expect(201);
        assertThat(Running.as("nacka.chef").page("/turn").body()).doesNotContain("prepared-stand-" + code);
        assertThat(of("nacka.tib", code).get("behind").toString()).isEqualTo("[\"polisen\"]");
        assertThat(Running.as("solna.tib").page("/prepared/" + code).expect(200).body())
                .contains("Vi är för få", "1 aktör står bakom", "Tid är svårast", "Vi är sårbara");
    }

    /** The adopted version is what an incident begins from, until a newer one is adopted; its owner words it (D2). */
    @Test
    void whatIsWrittenAfterTheAdoptionIsNotUsedBeforeItIsAdopted_D1_D2() {
        var code = raised("Isregn");
        var path = "/api/prepared/" + code;
        Running.as("kansli")
                .post(path + "/wording", text("Isregn", "Ingen ska halka"))
                .expect(201);
        Running.as("lst.chef")
                .post(path + "/adoption", adoption("taby", TODAY.plusDays(1)))
                .expect(201);
        Running.as("nacka.tib").post(path + "/wording", text("Isregn", "Ny")).expect(403);
        Running.as("taby.tib")
                .post(path + "/wording", text("Isregn", "Alla kommer fram"))
                .expect(201);
        assertThat(used(code).get("aim").get("sv").asString()).isEqualTo("Ingen ska halka");
        assertThat(of("nacka.tib", code).get("state").asString()).isEqualTo("REWORDED");
        Running.as("lst.chef")
                .post(path + "/adoption", adoption("taby", TODAY.plusYears(1)))
                .expect(201);
        assertThat(used(code).get("aim").get("sv").asString()).isEqualTo("Alla kommer fram");
        Running.as("nacka.tib")
                .post(path + "/review", "{\"next\":\"" + TODAY.plusYears(2) + "\"}")
                .expect(403);
        Running.as("taby.tib")
                .post(path + "/review", "{\"next\":\"" + TODAY.plusYears(2) + "\",\"text\":\"Gäller\"}")
                .expect(201);
        assertThat(of("nacka.tib", code).get("reviewBy").asString())
                .isEqualTo(TODAY.plusYears(2).toString());
    }

    /** A line that did not change keeps its translation, so that English readers still have it. */
    @Test
    void whatIsNotChangedKeepsItsTranslation_D1() {
        var before = used("social-unrest");
        var body = ("{'title':'Social oro','when':'"
                        + before.get("when").get("sv").asString() + "','aim':'Ingen skadas'," + "'priorities':['"
                        + before.get("priorities").get(0).get("sv").asString() + "','Ny rad']}")
                .replace('\'', '"');
        Running.as("kansli").post("/api/prepared/social-unrest/wording", body).expect(201);
        var after = used("social-unrest");
        assertThat(after.get("title").get("en").asString()).isEqualTo("Social unrest");
        assertThat(after.get("priorities").get(0))
                .isEqualTo(before.get("priorities").get(0));
        assertThat(after.get("priorities").get(1).get("en").asString()).isEqualTo("Ny rad");
    }

    /** An actor's checklist opens in the incident whose direction comes from it, and nobody else sees it or its ticks. */
    @Test
    void aChecklistIsItsActorsAloneAndOpensInTheIncident_D1() {
        var secret = "Ring entreprenören " + UUID.randomUUID();
        var path = "/api/prepared/time-critical-attack/checklist";
        Running.as("taby.tib")
                .post(path, "{\"items\":[\"" + secret + "\",\"Öppna staben\",\" \"]}")
                .expect(201);
        assertThat(of("taby.chef", "time-critical-attack").get("checklist").toString())
                .contains(secret);
        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Attack mot bro\"}")
                .expect(201)
                .id();
        Running.as("lst.chef")
                .post(
                        "/api/incidents/" + incident + "/forums",
                        "{\"level\":\"DIRECTING\",\"actors\":[\"polisen\",\"taby\",\"nacka\"]}")
                .expect(201);
        assertThat(Running.as("taby.tib").page("/incidents/" + incident).body()).doesNotContain(secret);
        Running.as("lst.chef")
                .post("/api/incidents/" + incident + "/directions", "{\"prepared\":\"time-critical-attack\"}")
                .expect(201);
        assertThat(Running.as("taby.tib")
                        .page("/incidents/" + incident)
                        .expect(200)
                        .body())
                .contains(secret, "0 av 2 klara");
        var tick = "{\"code\":\"time-critical-attack\",\"item\":\"" + secret + "\"}";
        Running.as("taby.chef")
                .post("/api/incidents/" + incident + "/checklist", tick)
                .expect(201);
        Running.as("nacka.tib")
                .post("/api/incidents/" + incident + "/checklist", tick)
                .expect(422);
        Running.as("taby.tib")
                .post("/api/incidents/" + UUID.randomUUID() + "/checklist", tick)
                .expect(404);
        assertThat(Running.as("taby.tib").page("/incidents/" + incident).body()).contains("1 av 2 klara");
        for (var other : List.of("nacka.tib", "lst.tib", "kansli")) {
            assertThat(Running.as(other)
                            .page("/incidents/" + incident)
                            .expect(200)
                            .body())
                    .doesNotContain(secret);
            assertThat(Running.as(other)
                            .page("/prepared/time-critical-attack")
                            .expect(200)
                            .body())
                    .doesNotContain(secret);
            assertThat(Running.as(other).journal()).doesNotContain(secret);
        }
        Running.as("taby.tib")
                .post("/api/incidents/" + incident + "/checklist", tick.replace("}", ",\"done\":false}"))
                .expect(201);
        assertThat(Running.as("taby.tib").page("/incidents/" + incident).body()).contains("0 av 2 klara");
    }
}
