package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A case from raised to followed up, by API (G4, I6, A4, scene 1). */
class CaseTest {

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("same", "{\"text\":\"Vi med\"}"),
            Map.entry("experience", "{\"text\":\"Vi gjorde så här\"}"),
            Map.entry("examination", "{\"text\":\"Nio språk\"}"),
            Map.entry("proposal", "{\"text\":\"Ett projekt\"}"),
            Map.entry("decision", "{\"outcome\":\"APPROVED\",\"reason\":\"Det behövs\"}"),
            Map.entry("project", "{\"owner\":\"taby\",\"partners\":[\"botkyrka\",\"sos\"]}"),
            Map.entry(
                    "work",
                    "{\"parts\":[{\"what\":\"Behovet räknat\",\"by\":\"2027-03-31\",\"done\":true}],\"budget\":240000}"),
            Map.entry("report", "{\"text\":\"Tre förslag\"}"),
            Map.entry("valuation", "{\"text\":\"Vi rekommenderar alla tre\"}"),
            Map.entry("follow-up", "{\"text\":\"Rutinen finns\"}"),
            Map.entry("resting", "{\"reason\":\"Väntar på lagen\"}"),
            Map.entry("resumption", "{}"),
            Map.entry("ending", "{\"reason\":\"Klart\"}"));

    private static final Map<String, String> WHO = Map.of(
            "decision",
            "lst.chef",
            "report",
            "taby.tib",
            "work",
            "taby.tib",
            "same",
            "taby.tib",
            "experience",
            "taby.tib");

    /** The state after each chain of steps, and the steps that may be taken then besides what is always possible. */
    private static final Map<String, String> MAY = new LinkedHashMap<>();

    static {
        MAY.put("", "RAISED examination");
        MAY.put("examination", "EXAMINED proposal");
        MAY.put("examination proposal", "PROPOSED decision");
        MAY.put("examination proposal decision", "DECIDED project");
        MAY.put("examination proposal decision project", "IN_PROJECT report work");
        MAY.put("examination proposal decision project report", "IN_PROJECT report valuation work");
        MAY.put("examination proposal decision project report valuation", "VALUED decision");
        MAY.put("examination proposal decision project report valuation decision", "IMPLEMENTATION_DECIDED follow-up");
        MAY.put("examination proposal decision project report valuation decision follow-up", "FOLLOWED_UP follow-up");
    }

    private static UUID raised() {
        return ActsOnCases.raised("botkyrka.tib", "Tolkar i skarpt läge " + UUID.randomUUID());
    }

    private static Running.Answer take(UUID id, String step) {
        return Running.as(WHO.getOrDefault(step, "kansli")).post("/api/cases/" + id + "/" + step, BODIES.get(step));
    }

    /** A case after these steps, each by who takes it. */
    static UUID after(String steps) {
        var id = raised();
        for (var step : steps.split(" ")) if (!step.isEmpty()) take(id, step).expect(201);
        return id;
    }

    private static String state(UUID id) {
        return Running.as("nacka.tib")
                .get("/api/cases/" + id)
                .expect(200)
                .json()
                .get("state")
                .asString();
    }

    @Test
    void everyStepInEveryState_G4() {
        var wrong = new ArrayList<String>();
        MAY.forEach((steps, then) -> {
            var words = List.of(then.split(" "));
            var id = after(steps);
            if (!state(id).equals(words.getFirst())) wrong.add(steps + " is " + state(id));
            for (var step : BODIES.keySet()) {
                if (List.of("same", "experience", "resting", "ending").contains(step)) continue;
                boolean may = words.contains(step);
                int status = take(may ? after(steps) : id, step).status();
                if (may != (status == 201) || (!may && status != 422))
                    wrong.add(step + " after " + steps + ": " + status);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aCaseRestsAndIsTakenUpWhereItWas_G4() {
        for (var steps : List.of("", "examination", "examination proposal decision project")) {
            var id = after(steps);
            var before = state(id);
            take(id, "resting").expect(201);
            assertThat(state(id)).isEqualTo("RESTING");
            take(id, "resting").expect(422);
            take(id, "proposal").expect(422);
            take(id, "resumption").expect(201);
            assertThat(state(id)).isEqualTo(before);
            take(id, "ending").expect(201);
            for (var step : BODIES.keySet())
                assertThat(take(id, step).status()).as(step).isEqualTo(422);
        }
    }

    @Test
    void whatIsSentBackIsDoneAnew_G4() {
        var back = "{\"outcome\":\"SENT_BACK\",\"reason\":\"Räkna på kostnaden\"}";
        var proposed = after("examination proposal");
        Running.as("lst.chef")
                .post("/api/cases/" + proposed + "/decision", back)
                .expect(201);
        assertThat(state(proposed)).isEqualTo("RAISED");
        var valued = after("examination proposal decision project report valuation");
        Running.as("lst.chef").post("/api/cases/" + valued + "/decision", back).expect(201);
        assertThat(state(valued)).isEqualTo("IN_PROJECT");
        take(valued, "valuation").expect(422);
        take(valued, "report").expect(201);
        take(valued, "valuation").expect(201);
        var rejected = after("examination proposal");
        Running.as("lst.chef")
                .post("/api/cases/" + rejected + "/decision", back.replace("SENT_BACK", "REJECTED"))
                .expect(201);
        assertThat(state(rejected)).isEqualTo("ENDED");
    }

    @Test
    void othersSayOfThemselvesInTheirOwnNames_A4() {
        var id = raised();
        take(id, "same").expect(201);
        Running.as("taby.chef").post("/api/cases/" + id + "/same", "{}").expect(201);
        take(id, "experience").expect(201);
        Running.as("botkyrka.chef").post("/api/cases/" + id + "/same", "{}").expect(403);
        Running.as("utom.flygplats").post("/api/cases/" + id + "/same", "{}").expect(404);
        var told = Running.as("nacka.tib").get("/api/cases/" + id).expect(200).json();
        assertThat(told.get("same").size()).isEqualTo(1);
        assertThat(told.get("same").get(0).get("actor").asString()).isEqualTo("taby");
        assertThat(told.get("experience").get(0).get("text").asString()).isEqualTo("Vi gjorde så här");
    }

    @Test
    void onlyWhoMayTakesAStep_G4() {
        var id = raised();
        Running.as("rsib")
                .post("/api/cases/" + id + "/examination", BODIES.get("examination"))
                .expect(403);
        Running.as("taby.tib")
                .post("/api/cases/" + id + "/examination", BODIES.get("examination"))
                .expect(403);
        var proposed = after("examination proposal");
        for (var who : List.of("kansli", "lst.tib", "polisen.chef"))
            Running.as(who)
                    .post("/api/cases/" + proposed + "/decision", BODIES.get("decision"))
                    .expect(403);
        var project = after("examination proposal decision project");
        Running.as("botkyrka.tib")
                .post("/api/cases/" + project + "/report", BODIES.get("report"))
                .expect(403);
        Running.as("botkyrka.tib")
                .post("/api/cases/" + id + "/ending", BODIES.get("ending"))
                .expect(201);
        Running.as("botkyrka.tib")
                .post("/api/cases/" + proposed + "/ending", BODIES.get("ending"))
                .expect(403);
    }

    @Test
    void aDecisionIsDrawnFromTheProposalThatWasSeen_C5() {
        var id = after("examination proposal");
        var seen = Running.as("lst.chef").page("/cases/" + id).body();
        Running.as("lst.chef")
                .post("/api/cases/" + id + "/decision", "{\"outcome\":\"SENT_BACK\",\"reason\":\"Mer\"}")
                .expect(201);
        take(id, "examination").expect(201);
        take(id, "proposal").expect(201);
        var drawn = java.util.regex.Pattern.compile("name=\"drawn\" value=\"([0-9a-f-]{36})\"")
                .matcher(seen);
        assertThat(drawn.find()).isTrue();
        var account = Running.as("lst.chef");
        var request = account.request("/api/cases/" + id + "/decision", "application/json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Drawn-From", drawn.group(1))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(BODIES.get("decision")));
        assertThat(account.send(request).status()).isEqualTo(409);
    }

    @Test
    void twoThatAreTheSameGoOnAsOne_I6() {
        var word = "Snöskottning" + UUID.randomUUID().toString().substring(0, 4);
        var one = ActsOnCases.raised("taby.tib", word + " av brandposter");
        var two = ActsOnCases.raised("nacka.tib", word + " vid skolor");
        assertThat(Running.as("taby.tib").page("/cases/" + one).body())
                .contains("Liknande som redan tagits upp", word + " vid skolor");
        var merge = "{\"into\":\"" + one + "\",\"reason\":\"Samma\"}";
        Running.as("kansli").post("/api/cases/" + one + "/merging", merge).expect(422);
        Running.as("kansli")
                .post(
                        "/api/cases/" + two + "/merging",
                        merge.replace(one.toString(), UUID.randomUUID().toString()))
                .expect(422);
        Running.as("kansli").post("/api/cases/" + two + "/merging", merge).expect(201);
        assertThat(state(two)).isEqualTo("ENDED");
        assertThat(Running.as("taby.tib").page("/cases/" + two).body()).contains("/cases/" + one);
    }

    @Test
    void aProjectSaysWhatItDoesAndCosts_G4() {
        var id = after("examination proposal decision project");
        assertThat(Running.as("nacka.tib").page("/cases/" + id).body()).contains("Ägaren har inte sagt");
        Running.as("taby.tib")
                .post(
                        "/api/cases/" + id + "/work",
                        "{\"parts\":[{\"what\":\"Räkna\",\"by\":\"2020-03-31\"},{\"what\":\"Pröva\",\"done\":true}],"
                                + "\"budget\":240000,\"spent\":240500}")
                .expect(201);
        assertThat(Running.as("nacka.tib").page("/cases/" + id).body())
                .contains("1 av 2 steg klara", "<b>Sent</b>", "500 kr för mycket", "Väntan på start");
        assertThat(Running.as("nacka.tib").get("/api/cases/" + id).body()).contains("\"spent\":240500");
        var wrong = Running.as("taby.tib")
                .post("/api/cases/" + id + "/work", "{\"parts\":[{\"what\":\"a\"},{\"what\":\"b\",\"by\":\"snart\"}]}")
                .expect(422);
        assertThat(wrong.json().get("field").asString()).isEqualTo("parts[1].by");
    }

    /** What was handed over when an incident ended goes on here, seen by those who saw it, with the way back (I5). */
    @Test
    void whatWasHandedOverArrivesHere_I5() {
        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Storm med rester\"}")
                .expect(201)
                .id();
        var path = "/api/incidents/" + incident;
        Running.as("lst.tib")
                .post(path + "/forums", "{\"level\":\"COORDINATING\",\"actors\":[\"taby\"],\"reason\":\"Läget\"}")
                .expect(201);
        var what = "Elverk till Täby " + UUID.randomUUID();
        var need = Running.as("taby.tib")
                .post(path + "/notes", "{\"kind\":\"NEED\",\"text\":\"" + what + "\"}")
                .expect(201)
                .id();
        Running.as("lst.tib")
                .post(
                        path + "/stand-down",
                        "{\"reason\":\"Över\",\"handOver\":[{\"need\":\"" + need
                                + "\",\"to\":\"samordningsgruppen\"}]}")
                .expect(201);
        var listed =
                Running.as("kansli").get("/api/cases?state=RAISED").expect(200).json();
        var id = listed.valueStream()
                .filter(each -> each.get("title").asString().equals(what))
                .map(each -> each.get("id").asString())
                .findFirst()
                .orElseThrow();
        var from = Running.as("taby.tib")
                .get("/api/cases/" + id)
                .expect(200)
                .json()
                .get("from");
        assertThat(from.get("incident").asString()).isEqualTo(incident.toString());
        assertThat(from.get("left").asString()).isEqualTo(need.toString());
        assertThat(Running.as("taby.tib").page("/cases/" + id).body())
                .contains("Överlämnat från Storm med rester", "/incidents/" + incident);
        take(UUID.fromString(id), "examination").expect(201);
        Running.as("utom.flygplats").get("/api/cases/" + id).expect(404);
    }

    @Test
    void theListIsByStateAndWhoseTurnItIsIsSeen() {
        var id = after("examination proposal");
        assertThat(Running.as("nacka.tib")
                        .get("/api/cases?state=PROPOSED")
                        .expect(200)
                        .body())
                .contains(id.toString(), "DIRECTING");
        assertThat(Running.as("nacka.tib")
                        .get("/api/cases?state=ENDED")
                        .expect(200)
                        .body())
                .doesNotContain(id.toString());
        Running.as("nacka.tib").get("/api/cases?state=NOWHERE").expect(400);
        assertThat(Running.as("lst.chef").page("/turn").body()).contains("/cases/" + id);
        assertThat(Running.as("nacka.chef").page("/turn").body()).doesNotContain("/cases/" + id);
        assertThat(Running.as("utom.flygplats").page("/cases").body()).doesNotContain("/cases/" + id);
    }
}
