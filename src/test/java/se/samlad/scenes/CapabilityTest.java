package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.web.Say;
import tools.jackson.databind.JsonNode;

/** Capabilities by API and by pages: what actors say, who reads it, and what the journal shows beside it (G3). */
class CapabilityTest {

    private static final String PATH = "/api/capabilities";

    private static void assess(String account, int year, String code, int level) {
        Running.as(account)
                .post(
                        PATH + "/" + code + "/assessments",
                        "{\"year\":" + year + ",\"level\":" + level + ",\"evidence\":\"Prövat i övning\"}")
                .expect(201);
    }

    private static void share(String account, int year, String with) {
        Running.as(account)
                .post(PATH + "/sharing", "{\"year\":" + year + ",\"with\":\"" + with + "\"}")
                .expect(201);
    }

    private static JsonNode year(String account, int year) {
        return Running.as(account).get(PATH + "?year=" + year).expect(200).json();
    }

    private static JsonNode part(JsonNode year, String code) {
        for (var part : year.get("parts")) if (part.get("code").asString().equals(code)) return part;
        throw new AssertionError(code + " is not in " + year.get("parts"));
    }

    /** As {@code actor level}, of those that the account may see. */
    private static List<String> seen(String account, int year, String code) {
        var seen = new ArrayList<String>();
        for (var each : part(year(account, year), code).get("assessments"))
            seen.add(each.get("actor").asString() + " " + each.get("level").asInt());
        return seen;
    }

    @Test
    void anAssessmentIsTheActorsOwnUntilItSharesIt_G3_A4() {
        assess("vallentuna.sakchef", 2019, "activate-1", 2);
        assertThat(seen("vallentuna.tib", 2019, "activate-1")).containsExactly("vallentuna 2");
        assertThat(seen("kansli", 2019, "activate-1")).isEmpty();
        share("vallentuna.chef", 2019, "BOARD");
        assertThat(seen("kansli", 2019, "activate-1")).containsExactly("vallentuna 2");
        assertThat(seen("lst.tib", 2019, "activate-1")).containsExactly("vallentuna 2");
        assertThat(seen("varmdo.tib", 2019, "activate-1")).isEmpty();
        share("vallentuna.chef", 2019, "MEMBERS");
        assess("vallentuna.tib", 2019, "activate-1", 3);
        assertThat(seen("varmdo.tib", 2019, "activate-1")).containsExactly("vallentuna 3");
        share("vallentuna.chef", 2019, "BOARD");
        assertThat(seen("varmdo.tib", 2019, "activate-1"))
                .as("not the one that it could read before either")
                .isEmpty();
        assertThat(seen("lst.tib", 2019, "activate-1")).containsExactly("vallentuna 3");
        share("vallentuna.chef", 2019, "OWN");
        assess("vallentuna.tib", 2019, "activate-1", 1);
        assertThat(seen("lst.tib", 2019, "activate-1")).isEmpty();
        assertThat(seen("vallentuna.tib", 2019, "activate-1")).containsExactly("vallentuna 1");
    }

    @Test
    void anotherActorsPageAndFiguresAreThereOnlyWhereItShares() {
        var page = "/capabilities/actors/tyreso?year=2019";
        assess("tyreso.tib", 2019, "picture-1", 2);
        Running.as("tyreso.tib").page(page).expect(200);
        Running.as("lst.tib").page(page).expect(404);
        Running.as("lst.tib").get(PATH + "?year=2019&actor=tyreso").expect(404);
        Running.as("lst.tib")
                .page("/capabilities/figures/stances?year=2019&actor=tyreso")
                .expect(404);
        share("tyreso.tib", 2019, "BOARD");
        assertThat(Running.as("lst.tib").page(page).expect(200).body())
                .contains("Prövat i övning")
                .doesNotContain("<form method=\"post\" action=\"/capabilities");
        Running.as("lst.tib").get(PATH + "?year=2019&actor=tyreso").expect(200);
        Running.as("nacka.tib").page(page).expect(404);
        Running.as("utom.flygplats").page("/capabilities").expect(404);
        Running.as("utom.flygplats").get(PATH).expect(404);
    }

    @Test
    void lastYearsAnswersAreTakenOverAtOnceAndNothingIsWrittenOver() {
        for (var code : List.of("direct-1", "direct-2", "picture-1")) assess("ekero.tib", 2020, code, 2);
        assess("ekero.tib", 2021, "direct-1", 3);
        var again = PATH + "/direct/assessments";
        Running.as("ekero.tib").post(again, "{\"year\":2021,\"asBefore\":true}").expect(201);
        assertThat(seen("ekero.tib", 2021, "direct-1")).containsExactly("ekero 3");
        assertThat(seen("ekero.tib", 2021, "direct-2")).containsExactly("ekero 2");
        assertThat(seen("ekero.tib", 2021, "picture-1")).isEmpty();
        Running.as("ekero.tib").post(again, "{\"year\":2021,\"asBefore\":true}").expect(422);
        assertThat(Running.as("ekero.tib")
                        .page("/capabilities/actors/ekero?year=2021")
                        .body())
                .contains("2020: nivå 2.", "Som förra året, 1 svar");
    }

    /** The list is next year's, so that no other year's is made from it. */
    @Test
    void aYearsAnswersStayWithThatYearsList_G3() {
        int year = LocalDate.now(Say.STOCKHOLM).getYear();
        var next = PATH + "/years/" + (year + 1);
        assess("salem.tib", year, "direct-1", 1);
        var before = year("salem.tib", year).get("parts");
        var list =
                "{\"parts\":[{\"code\":\"direct-1\",\"capability\":\"DIRECT\",\"sv\":\"Nya ord\",\"lowest\":2,\"ambition\":3},"
                        + "{\"capability\":\"DIRECT\",\"sv\":\"En till\"}],\"answerBy\":\"" + year + "-12-01\"%s}";
        Running.as("lst.chef").post(next, list.formatted("")).expect(403);
        assertThat(Running.as("kansli")
                        .post(next, list.formatted(""))
                        .expect(422)
                        .body())
                .contains("capability.decision");
        Running.as("kansli")
                .post(next, list.formatted(",\"decision\":\"RCG 4 §\""))
                .expect(201);
        var now = year("salem.tib", year + 1);
        assertThat(part(now, "direct-1").get("lowest").asInt()).isEqualTo(2);
        assertThat(now.get("decision").asString()).isEqualTo("RCG 4 §");
        assertThat(now.get("parts").get(1).get("code").asString())
                .as("no code is given twice")
                .matches("direct-([5-9]|\\d\\d)");
        assertThat(year("salem.tib", year).get("parts")).isEqualTo(before);
        Running.as("salem.tib")
                .post(PATH + "/direct-2/assessments", "{\"year\":" + (year + 1) + ",\"level\":1}")
                .expect(404);
        assertThat(Running.as("taby.tib")
                        .page("/capabilities/years/" + (year + 1))
                        .expect(200)
                        .body())
                .contains("Nya ord", "Lägsta nivå 2.");
    }

    @Test
    void badInputIsToldAtItsField() {
        var own = Running.as("taby.tib");
        for (var body : List.of(
                "{\"year\":2020,\"level\":4}",
                "{\"year\":2020,\"level\":-1}",
                "{\"year\":2020}",
                "{\"level\":1}",
                "{\"year\":1999,\"level\":1}",
                "{\"year\":2020,\"level\":1,\"evidence\":\"" + "a".repeat(4_001) + "\"}"))
            own.post(PATH + "/direct-1/assessments", body).expect(422);
        own.post(PATH + "/nothing-1/assessments", "{\"year\":2020,\"level\":1}").expect(404);
        own.post(PATH + "/sharing", "{\"year\":2020}").expect(422);
        own.get(PATH + "?year=99999").expect(400);
        own.get(PATH + "?year=x").expect(400);
        own.page("/capabilities/figures/nothing").expect(404);
        Running.as("region.trafik")
                .post(PATH + "/direct-1/assessments", "{\"year\":2020,\"level\":1}")
                .expect(403);
        Running.as("kansli")
                .post(PATH + "/direct-1/assessments", "{\"year\":2020,\"level\":1}")
                .expect(403);
    }

    private static List<JsonNode> figures(String account, String code) {
        var found = new ArrayList<JsonNode>();
        for (var each : Running.as(account).get(PATH).expect(200).json().get("figures"))
            if (each.get("code").asString().equals(code)) found.add(each);
        return found;
    }

    private static List<String> streams(String account, String code) {
        return figures(account, code).stream()
                .filter(each -> each.hasNonNull("stream"))
                .map(each -> each.get("stream").asString())
                .toList();
    }

    /** A figure opens its entries; an incident that one may not see is neither in the list nor in the year's figure. */
    @Test
    void everyFigureOpensTheEntriesBehindItAndTellsNothingHidden() {
        var incident = Prepared.signalled("Snö och mätta förmågor");
        var forum = Prepared.convened(incident);
        Running.as("taby.tib")
                .post("/api/forums/" + forum + "/acknowledgement", "{}")
                .expect(201);
        var hidden = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Hemlig mätning\",\"marking\":{\"audience\":[\"actor:polisen\"]}}")
                .expect(201)
                .id();
        Running.as("lst.tib")
                .post("/api/incidents/" + hidden + "/forums", "{\"level\":\"COORDINATING\",\"actors\":[\"polisen\"]}")
                .expect(201);
        assertThat(streams("polisen.tib", "notified")).contains(incident.toString(), hidden.toString());
        assertThat(streams("taby.tib", "notified"))
                .contains(incident.toString())
                .doesNotContain(hidden.toString());
        for (var account : List.of("polisen.tib", "taby.tib")) counts(account);
        var page = "/capabilities/figures/notified?of=";
        assertThat(Running.as("taby.tib").page(page + incident).expect(200).body())
                .contains("/entries/" + incident, "Snö och mätta förmågor", "Forum kallat")
                .doesNotContain("Hemlig mätning");
        Running.as("taby.tib").page(page + hidden).expect(404);
        Running.as("taby.tib")
                .page("/capabilities/figures/reports?of=" + hidden)
                .expect(404);
        assertThat(Running.as("polisen.tib").page(page + hidden).expect(200).body())
                .contains("Hemlig mätning");
        opens("taby.tib", incident);
    }

    /** The year's figure counts exactly those that its reader is given one by one, without exercises. */
    private static void counts(String account) {
        var all = figures(account, "notified");
        var real = all.stream()
                .filter(each ->
                        each.hasNonNull("stream") && !each.get("exercise").asBoolean())
                .toList();
        var year = all.stream()
                .filter(each -> !each.hasNonNull("stream"))
                .findFirst()
                .orElseThrow();
        assertThat(year.get("counted").asInt()).isEqualTo(real.size());
        var entries = new ArrayList<String>();
        real.forEach(each -> each.get("entries").forEach(entry -> entries.add(entry.asString())));
        var ofYear = new ArrayList<String>();
        year.get("entries").forEach(entry -> ofYear.add(entry.asString()));
        assertThat(ofYear).containsExactlyInAnyOrderElementsOf(entries);
    }

    private static void opens(String account, UUID incident) {
        var known = new ArrayList<String>();
        Running.as(account)
                .get("/api/journal?limit=1000&incident=" + incident)
                .expect(200)
                .json()
                .get("entries")
                .forEach(entry -> known.add(entry.get("cursor").asString()));
        for (var each : figures(account, "notified"))
            if (each.path("stream").asString("").equals(incident.toString()))
                each.get("entries").forEach(entry -> assertThat(known).contains(entry.asString()));
    }

    /** The list as it was, so that no other test meets another. */
    private static String asSent(JsonNode parts) {
        var rows = new ArrayList<String>();
        for (var part : parts)
            rows.add("{\"code\":\"%s\",\"capability\":\"%s\",\"sv\":\"%s\",\"en\":\"%s\"}"
                    .formatted(
                            part.get("code").asString(),
                            part.get("capability").asString(),
                            part.get("sv").asString(),
                            part.get("en").asString()));
        return rows.toString();
    }

    /** Until the day that the secretariat has set, what is left waits for each actor. */
    @Test
    void toAssessIsUnderYourTurnUntilItIsDone() {
        int year = LocalDate.now(Say.STOCKHOLM).getYear();
        var before = asSent(year("kansli", year).get("parts"));
        var list = "{\"parts\":[{\"code\":\"direct-1\",\"capability\":\"DIRECT\",\"sv\":\"Tar ställning\"}]%s}";
        Running.as("kansli")
                .post(PATH + "/years/" + year, list.formatted(",\"answerBy\":\"" + year + "-12-31\""))
                .expect(201);
        var turn = "Skatta era förmågor för " + year;
        assertThat(Running.as("nykvarn.chef").page("/turn").body()).contains(turn, "1 av 1 delförmågor återstår");
        assertThat(Running.as("kansli").page("/turn").body()).doesNotContain(turn);
        assess("nykvarn.tib", year, "direct-1", 2);
        assertThat(Running.as("nykvarn.chef").page("/turn").body()).doesNotContain(turn);
        Running.as("kansli")
                .post(PATH + "/years/" + year, "{\"parts\":" + before + "}")
                .expect(201);
        assertThat(Running.as("ekero.chef").page("/turn").body())
                .as("no day is set")
                .doesNotContain(turn);
    }
}
