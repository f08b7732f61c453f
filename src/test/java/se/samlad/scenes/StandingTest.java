package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.web.Say;
import tools.jackson.databind.JsonNode;

/** The register of forums of ordinary mode, by API (F1, A4, A6). */
class StandingTest {

    private static final String PATH = "/api/standing-forums";

    private static JsonNode get(String account, String code) {
        return Running.as(account).get(PATH + "/" + code).expect(200).json();
    }

    /** A new working group of Täby and Nacka. @return its code */
    static String group(String subject) {
        var word = subject + UUID.randomUUID().toString().substring(0, 6);
        Running.as("kansli").post(PATH, body(word, "")).expect(201);
        return "arbetsgruppen-for-" + word;
    }

    private static String body(String word, String more) {
        return "{\"kind\":\"GROUP\",\"name\":\"Arbetsgruppen för " + word + "\",\"task\":\"Gör något åt " + word
                + "\",\"chair\":\"taby/tib\",\"members\":[\"taby\",\"nacka\"]" + more + "}";
    }

    @Test
    void theRegionsForumsAreThereFromTheBeginning_F1() {
        var all = Running.as("nacka.tib").get(PATH).expect(200).json();
        assertThat(all.findValuesAsString("code"))
                .contains("radet", "chefsgruppen", "samordningsgruppen", "veckokonferensen", "kommunikatorerna");
        var heads = get("nacka.tib", "chefsgruppen");
        assertThat(heads.get("level").asString()).isEqualTo("DIRECTING");
        assertThat(heads.get("description").get("chair").asString()).isEqualTo("lst/chef");
        assertThat(heads.get("members").findValuesAsString("actor"))
                .contains("taby", "polisen")
                .doesNotContain("ssr");
        assertThat(heads.get("next").isNull()).isFalse();
        assertThat(Running.as("nacka.tib").page("/standing-forums").body())
                .contains("Regionala rådet", "Leds av Länsråd, Länsstyrelsen", "den sista onsdagen i månaden 09:00");
        Running.as("utom.flygplats").get(PATH + "/chefsgruppen").expect(404);
        assertThat(Running.as("utom.flygplats").get(PATH).expect(200).json().size())
                .isZero();
    }

    @Test
    void theSecretariatEstablishesAndEditsAForum_F1() {
        var code = group("plogning");
        assertThat(get("taby.tib", code).get("members").size()).isEqualTo(2);
        var word = code.substring("arbetsgruppen-for-".length());
        Running.as("kansli").post(PATH, body(word, "")).expect(422);
        var rhythm = ",\"months\":[\"3\",\"10\"],\"week\":2,\"day\":2,\"at\":\"13:30\",\"room\":\"Tibble\""
                + ",\"hanging\":[{\"what\":\"REPORT\",\"month\":10,\"name\":\"Inför vintern\"}]";
        Running.as("taby.tib").post(PATH + "/" + code, body(word, rhythm)).expect(403);
        Running.as("kansli").post(PATH + "/" + code, body(word, rhythm)).expect(201);
        var now = get("nacka.tib", code);
        assertThat(now.get("description").get("rhythm").get("months").toString())
                .isEqualTo("[3,10]");
        assertThat(now.get("description").get("hanging").get(0).get("sv").asString())
                .isEqualTo("Inför vintern");
        assertThat(Running.as("nacka.tib").page("/standing-forums/" + code).body())
                .contains("den andra tisdagen i månaden 13:30, mars, oktober", "Version 2", "Inför vintern");
        assertThat(Running.as("lst.tib").get("/api/forums").expect(200).body()).contains(code);
    }

    @Test
    void anActorSaysItselfByWhichFunctionItTakesPart_A4_A6() {
        var code = group("salt");
        var seats = PATH + "/" + code + "/seats";
        assertThat(get("taby.tib", code).get("members").findValuesAsString("state"))
                .containsOnly("UNNAMED");
        Running.as("taby.tib")
                .post(seats, "{\"function\":\"tib\",\"deputies\":[\"chef\"]}")
                .expect(201);
        Running.as("solna.tib").post(seats, "{\"function\":\"tib\"}").expect(403);
        Running.as("taby.tib").post(seats, "{\"function\":\"polisen/tib\"}").expect(422);
        var members = get("nacka.tib", code).get("members");
        assertThat(members.findValuesAsString("state")).containsExactlyInAnyOrder("NAMED", "UNNAMED");
        assertThat(Running.as("taby.tib")
                        .post(PATH + "/chefsgruppen/seats", "{\"function\":\"tib\"}")
                        .expect(422)
                        .body())
                .contains("mandat");
        Running.as("taby.tib")
                .post(seats, "{\"function\":\"tib\",\"until\":\"2020-01-31\"}")
                .expect(201);
        assertThat(get("nacka.tib", code).get("members").findValuesAsString("state"))
                .contains("OVER");
    }

    @Test
    void aForumIsWithdrawnAndItsMeetingsToComeAreSaidToBeOpen_F1() {
        var code = group("vinter");
        var day = LocalDate.now(Say.STOCKHOLM).plusDays(10);
        var meeting = ActsOnMeetings.called("kansli", code, Instant.now().plus(20, ChronoUnit.DAYS));
        var end = "{\"from\":\"" + day + "\",\"reason\":\"Uppgiften är klar\"}";
        Running.as("taby.tib").post(PATH + "/" + code + "/withdrawal", end).expect(403);
        Running.as("kansli").post(PATH + "/" + code + "/withdrawal", end).expect(201);
        assertThat(get("nacka.tib", code).get("withdrawn").get("from").asString())
                .isEqualTo(day.toString());
        var page = Running.as("nacka.tib")
                .page("/standing-forums/" + code)
                .expect(200)
                .body();
        assertThat(page).contains("Forumet upphör från och med", "Uppgiften är klar", "Gör något åt");

        assertThat(Running.as("nacka.tib").page("/meetings/" + meeting).body()).contains("Forumet upphör före mötet");
        assertThat(Running.as("taby.tib").page("/turn").body())
                .as("who leads it")
                .contains("meeting-left-" + meeting);
        assertThat(Running.as("nacka.tib").page("/turn").body()).doesNotContain("meeting-left-" + meeting);
        var late = "{\"at\":\"" + Instant.now().plus(15, ChronoUnit.DAYS) + "\",\"reason\":\"x\",\"forum\":\"" + code
                + "\"}";
        var moving = late.replace(",\"forum\":\"" + code + "\"", "");
        Running.as("kansli")
                .post("/api/meetings/" + meeting + "/moving", moving)
                .expect(422);
        Running.as("kansli")
                .post("/api/meetings", late.replace(",\"reason\":\"x\"", ""))
                .expect(422);
        var early = moving.replaceFirst(
                "\"at\":\"[^\"]*", "\"at\":\"" + Instant.now().plus(5, ChronoUnit.DAYS));
        Running.as("kansli").post("/api/meetings/" + meeting + "/moving", early).expect(201);
        assertThat(Running.as("taby.tib").page("/turn").body()).doesNotContain("meeting-left-" + meeting);

        Running.as("kansli").post(PATH + "/" + code, body("x" + code, "")).expect(422);
        Running.as("taby.tib").post(PATH + "/" + code + "/resumption", "{}").expect(403);
        Running.as("kansli").post(PATH + "/" + code + "/resumption", "{}").expect(201);
        assertThat(get("nacka.tib", code).get("withdrawn").isNull()).isTrue();
        Running.as("kansli").post(PATH + "/" + code + "/resumption", "{}").expect(422);
        Running.as("kansli")
                .post("/api/meetings/" + meeting + "/moving", moving)
                .expect(201);
        assertThat(Running.as("nacka.tib").page("/standing-forums/" + code).body())
                .as("its history stays")
                .contains("Uppgiften är klar", "Upptaget igen.");
    }

    /** What an incident leaves is handed to no forum that is gone (I5). */
    @Test
    void aWithdrawnForumTakesNothingOver_I5() {
        var code = group("avslutad");
        Running.as("kansli")
                .post(PATH + "/" + code + "/withdrawal", "{\"reason\":\"Klart\"}")
                .expect(201);
        var incident = Prepared.signalled("Till ett forum som har upphört");
        Prepared.convened(incident);
        var need = Running.as("taby.tib")
                .post("/api/incidents/" + incident + "/notes", "{\"kind\":\"NEED\",\"text\":\"Sand\"}")
                .expect(201)
                .id();
        var page = "/incidents/" + incident + "/stand-down";
        assertThat(Running.as("lst.tib").page(page).body())
                .contains("value=\"samordningsgruppen\"")
                .doesNotContain("value=\"" + code + "\"");
        var end = "{\"reason\":\"Över\",\"handOver\":[{\"need\":\"" + need + "\",\"to\":\"" + code + "\"}]}";
        assertThat(Running.as("lst.tib").post("/api" + page, end).expect(422).body())
                .contains("inget ordinarie forum");
        Running.as("kansli").post(PATH + "/" + code + "/resumption", "{}").expect(201);
        assertThat(Running.as("lst.tib").page(page).body()).contains("value=\"" + code + "\"");
        Running.as("lst.tib").post("/api" + page, end).expect(201);
    }
}
