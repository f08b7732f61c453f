package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.web.Say;
import tools.jackson.databind.JsonNode;

/** The goals and a year's plan, by API (G1, G2, A4). */
class AnnualPlanTest {

    private static final LocalDate TODAY = LocalDate.now(Say.STOCKHOLM);

    /** A year that no other test plans. */
    private static final int YEAR = TODAY.getYear() + 3;

    private static String activity(String title, String owner, LocalDate by) {
        return "{\"goalArea\":\"robust-systems\",\"title\":\"" + title + "\",\"owner\":" + owner + ",\"by\":\"" + by
                + "\",\"measure\":\"Reserven är provad\"}";
    }

    private static JsonNode plan(int year) {
        return Running.as("nacka.tib").get("/api/plan/" + year).expect(200).json();
    }

    private static JsonNode one(UUID id) {
        return Running.as("nacka.tib").get("/api/activities/" + id).expect(200).json();
    }

    private static UUID planned(String account, int year, String owner, LocalDate by) {
        return Running.as(account)
                .post("/api/plan/" + year + "/activities", activity("Reservväg " + UUID.randomUUID(), owner, by))
                .expect(201)
                .id();
    }

    @Test
    void theTenGoalAreasAreThereFromTheBeginningInOurWords_G1() {
        var areas = Running.as("nacka.tib").get("/api/goals").expect(200).json();
        assertThat(areas.findValuesAsString("code"))
                .containsExactly(
                        "capabilities",
                        "secure-sharing",
                        "watch",
                        "prepared-directions",
                        "rooms",
                        "communication",
                        "total-defence",
                        "robust-systems",
                        "endurance",
                        "staff-structure");
        Running.as("utom.flygplats").get("/api/goals").expect(404);
        Running.as("utom.flygplats").page("/goals").expect(404);
        assertThat(Running.as("taby.tib").page("/goals").expect(200).body())
                .contains("Målbilden 2019–2022", "Robusta system", "gällde till och med 2022");
    }

    /** From begun to adopted and presented, with remarks, answers, a workshop, an edit and an area that is taken out. */
    @Test
    void newGoalsBeginFromTheLastAreWorkedOutTogetherAndAdopted_G1_A4() {
        Running.as("taby.tib").post("/api/goals", "{\"from\":2023}").expect(403);
        Running.as("kansli").post("/api/goals", "{\"from\":1999}").expect(422);
        var id = Running.as("kansli")
                .post("/api/goals", "{\"from\":2023}")
                .expect(201)
                .id();
        var other = Running.as("kansli")
                .post("/api/goals", "{\"from\":2024}")
                .expect(201)
                .id();
        var path = "/api/goals/" + id;
        assertThat(Running.as("nacka.tib").get(path).json().get("areas").size()).isEqualTo(10);

        var remark = Running.as("nacka.tib")
                .post(path + "/remarks", "{\"area\":\"watch\",\"kind\":\"PROPOSAL\",\"text\":\"Nämn rymdväder\"}")
                .expect(201)
                .id();
        Running.as("nacka.tib")
                .post(path + "/remarks", "{\"area\":\"saknas\",\"text\":\"x\"}")
                .expect(422);
        Running.as("lst.chef").post(path + "/adoption", "{}").expect(422);
        assertThat(Running.as("kansli").page("/turn").body()).contains("goal-remarks-" + id);
        Running.as("nacka.tib")
                .post(path + "/answers", "{\"remark\":\"" + remark + "\",\"outcome\":\"TAKEN\"}")
                .expect(403);
        Running.as("kansli")
                .post(path + "/answers", "{\"remark\":\"" + remark + "\",\"outcome\":\"NOT_TAKEN\"}")
                .expect(422);
        Running.as("kansli")
                .post(path + "/answers", "{\"remark\":\"" + remark + "\",\"outcome\":\"TAKEN\"}")
                .expect(201);
        assertThat(Running.as("kansli").page("/turn").body()).doesNotContain("goal-remarks-" + id);

        Running.as("kansli")
                .post(
                        path + "/areas",
                        "{\"area\":\"watch\",\"title\":\"Omvärld och lägesbild\",\"text\":\"Också rymdväder\"}")
                .expect(201);
        Running.as("kansli")
                .post(path + "/areas", "{\"title\":\"Beredskap för värme\",\"text\":\"Ingen faller bort\"}")
                .expect(201);
        Running.as("kansli")
                .post(path + "/removal", "{\"area\":\"rooms\",\"reason\":\"Ingår i robusta system\"}")
                .expect(201);
        Running.as("kansli")
                .post(path + "/workshops", "{\"level\":\"DIRECTING\",\"text\":\"Åtta mål räcker\"}")
                .expect(201);
        var whole = Running.as("nacka.tib").get(path).json();
        assertThat(whole.get("areas").findValuesAsString("code"))
                .contains("beredskap-for-varme")
                .doesNotContain("rooms")
                .hasSize(10);
        assertThat(Running.as("nacka.tib").page("/goals/" + id).expect(200).body())
                .contains("rymdväder", "Ändrat sedan 2019–2022", "Nytt sedan 2019–2022", "Åtta mål räcker", "Tas med.");

        Running.as("taby.chef").post(path + "/adoption", "{}").expect(403);
        Running.as("lst.chef")
                .post(path + "/adoption", "{\"reference\":\"§ 4\"}")
                .expect(201);
        Running.as("kansli")
                .post(path + "/areas", "{\"title\":\"Sent\",\"text\":\"Sent\"}")
                .expect(422);
        Running.as("nacka.tib").post(path + "/remarks", "{\"text\":\"Sent\"}").expect(422);
        Running.as("lst.chef").post("/api/goals/" + other + "/adoption", "{}").expect(422);
        Running.as("kansli")
                .post("/api/goals/" + other + "/ending", "{\"reason\":\"Samma år\"}")
                .expect(201);
        Running.as("nacka.tib")
                .post("/api/goals/" + other + "/remarks", "{\"text\":\"Sent\"}")
                .expect(422);
        Running.as("kansli")
                .post(path + "/presentation", "{\"to\":\"Regionala rådet\"}")
                .expect(201);
        assertThat(Running.as("nacka.tib")
                        .get("/api/goals")
                        .json()
                        .get(0)
                        .get("document")
                        .asString())
                .isEqualTo(id.toString());
        Running.as("lst.chef")
                .post(path + "/reopening", "{\"reason\":\"Fel dag\"}")
                .expect(201);
        assertThat(Running.as("nacka.tib")
                        .get("/api/goals")
                        .json()
                        .get(0)
                        .get("document")
                        .asString())
                .as("the last that is adopted")
                .isNotEqualTo(id.toString());
    }

    /** Nobody has an activity because others wrote so; an owner says how it goes, with one press when nothing is new. */
    @Test
    void anActivityIsItsOwnersWhenTheOwnerHasSaidSo_G2_A4() {
        var by = LocalDate.of(YEAR, 9, 30);
        var id = planned("kansli", YEAR, "\"taby\"", by);
        assertThat(one(id).get("taken").asBoolean()).isFalse();
        var body = "{\"state\":\"UNDER_WAY\",\"text\":\"Igång\"}";
        Running.as("kansli").post("/api/activities/" + id + "/state", body).expect(403);
        assertThat(Running.as("taby.tib").page("/turn").body()).contains("plan-take-" + id);
        Running.as("taby.tib")
                .post("/api/activities/" + id + "/state", "{\"nothingNew\":true}")
                .expect(201);
        assertThat(one(id).get("taken").asBoolean()).isTrue();
        assertThat(Running.as("taby.tib").page("/turn").body()).doesNotContain("plan-take-" + id);
        Running.as("taby.tib").post("/api/activities/" + id + "/state", body).expect(201);
        Running.as("taby.tib")
                .post("/api/activities/" + id + "/state", "{\"state\":\"LATE\"}")
                .expect(422);
        Running.as("taby.tib")
                .post(
                        "/api/activities/" + id + "/state",
                        "{\"state\":\"LATE\",\"text\":\"Leverantören svarar inte\",\"expectedBy\":\"" + by.plusMonths(2)
                                + "\",\"spent\":85000}")
                .expect(201);
        assertThat(plan(YEAR).get("late").toString()).contains(id.toString());
        assertThat(Running.as("nacka.chef").page("/plan/" + YEAR).expect(200).body())
                .contains("Leverantören svarar inte", "85\u00a0000");
        Running.as("taby.tib")
                .post("/api/activities/" + id + "/refusal", "{\"reason\":\"Vi hinner inte\"}")
                .expect(201);
        assertThat(plan(YEAR).get("withoutOwner").toString()).contains(id.toString());
        assertThat(one(id).get("declined").asString()).isEqualTo("Vi hinner inte");
        Running.as("taby.tib").post("/api/activities/" + id + "/state", body).expect(403);
    }

    @Test
    void aPlanIsAdoptedAndChangesAfterThatSayWhy_G2() {
        int year = TODAY.getYear() + 4;
        Running.as("lst.chef").post("/api/plan/" + year + "/adoption", "{}").expect(422);
        var id = planned("taby.tib", year, "\"taby\"", LocalDate.of(year, 6, 30));
        assertThat(one(id).get("taken").asBoolean()).as("its own").isTrue();
        Running.as("taby.tib")
                .post("/api/plan/" + year + "/budget", "{\"sek\":1}")
                .expect(403);
        Running.as("kansli")
                .post("/api/plan/" + year + "/budget", "{\"sek\":-1}")
                .expect(422);
        Running.as("kansli")
                .post("/api/plan/" + year + "/budget", "{\"sek\":2600000}")
                .expect(201);
        Running.as("kansli")
                .post("/api/plan/" + year + "/presentation", "{\"to\":\"Rådet\"}")
                .expect(422);
        Running.as("kansli").post("/api/plan/" + year + "/adoption", "{}").expect(403);
        Running.as("lst.chef").post("/api/plan/" + year + "/adoption", "{}").expect(201);
        Running.as("lst.chef").post("/api/plan/" + year + "/adoption", "{}").expect(422);
        Running.as("kansli")
                .post("/api/plan/" + year + "/presentation", "{\"to\":\"Regionala rådet\"}")
                .expect(201);
        var more = activity("Sent", "null", LocalDate.of(year, 10, 1));
        Running.as("taby.tib").post("/api/plan/" + year + "/activities", more).expect(403);
        Running.as("kansli").post("/api/plan/" + year + "/activities", more).expect(422);
        Running.as("kansli")
                .post("/api/plan/" + year + "/activities", more.replace("}", ",\"because\":\"Efter stormen\"}"))
                .expect(201);
        assertThat(plan(year).get("adopted").get("on").asString()).isEqualTo(TODAY.toString());
        Running.as("lst.chef")
                .post("/api/plan/" + year + "/reopening", "{\"reason\":\"Fel år\"}")
                .expect(201);
        assertThat(plan(year).get("adopted").isNull()).isTrue();
        assertThat(Running.as("lst.chef")
                        .get("/api/plan/" + year + "/follow-up.pdf")
                        .expect(200)
                        .body())
                .startsWith("%PDF");
    }

    /** Each mistake is refused with what to mend, and nothing is recorded. */
    @Test
    void whatMakesNoPlanIsRefused_G2() {
        var path = "/api/plan/" + YEAR + "/activities";
        var good = activity("Rätt", "\"taby\"", LocalDate.of(YEAR, 5, 1));
        long before = plan(YEAR).get("areas").findValues("id").size();
        for (var bad : List.of(
                good.replace("robust-systems", "saknas"),
                good.replace("\"Rätt\"", "\" \""),
                good.replace("\"taby\"", "\"saknas\""),
                good.replace("\"taby\"", "\"flygplats\""),
                good.replace(YEAR + "-05-01", "1999-01-01"),
                good.replace(YEAR + "-05-01", "2999-01-01"),
                good.replace("\"Reserven är provad\"", "null"),
                good.replace("}", ",\"partners\":[\"saknas\"]}"),
                good.replace("}", ",\"from\":\"" + YEAR + "-06-01\"}"),
                good.replace("}", ",\"sek\":-1}")))
            Running.as("kansli").post(path, bad).expect(422);
        Running.as("kansli").post(path, good.replace("title", "titel")).expect(400);
        Running.as("kansli").post(path, good.replace("}", ",\"sek\":0.5}")).expect(400);
        Running.as("kansli").post("/api/plan/1999/activities", good).expect(422);
        Running.as("utom.flygplats").post(path, good).expect(404);
        Running.as("utom.flygplats").get("/api/plan/" + YEAR).expect(404);
        Running.as("nacka.tib").page("/plan/1999").expect(404);
        Running.as("nacka.tib").page("/plan/nu").expect(400);
        Running.as("nacka.tib").page("/activities/" + UUID.randomUUID()).expect(404);
        assertThat(plan(YEAR).get("areas").findValues("id").size()).isEqualTo(before);
    }
}
