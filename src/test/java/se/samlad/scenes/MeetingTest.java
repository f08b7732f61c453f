package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running.Answer;
import tools.jackson.databind.JsonNode;

/** A meeting from call to follow-up, by API (F1, A4, A6, A7, C5). */
class MeetingTest {

    private static UUID called(String forum) {
        return ActsOnMeetings.called("kansli", forum, Instant.now().plus(2, ChronoUnit.DAYS));
    }

    private static Answer post(String account, UUID id, String step, String body) {
        return Running.as(account).post("/api/meetings/" + id + "/" + step, body.replace('\'', '"'));
    }

    private static JsonNode get(UUID id) {
        return Running.as("nacka.tib").get("/api/meetings/" + id).expect(200).json();
    }

    private static String state(UUID id) {
        return get(id).get("state").asString();
    }

    @Test
    void theAgendaMakesItselfFromTheCasesThatWaitForTheForum_G4() {
        var proposed = CaseTest.after("examination proposal");
        var raised = CaseTest.after("");
        var id = called("chefsgruppen");
        assertThat(get(id).get("due").findValuesAsString("of"))
                .contains(proposed.toString())
                .doesNotContain(raised.toString());
        var point = post("taby.tib", id, "points", "{'title':'Isvägar','text':'De går upp'}")
                .expect(201)
                .id();
        post("lst.chef", id, "decisions", "{'point':'" + proposed + "','text':'Ja','reason':'Det behövs'}")
                .expect(201);
        var told = get(id);
        assertThat(told.get("state").asString()).isEqualTo("OPEN");
        assertThat(told.get("due").size()).isZero();
        assertThat(told.get("points").findValuesAsString("id")).contains(proposed.toString(), point.toString());
        assertThat(told.get("decisions").get(0).get("point").asString()).isEqualTo(proposed.toString());
        assertThat(Running.as("nacka.tib").page("/meetings/" + id).body())
                .contains("/cases/" + proposed, "Isvägar", "De går upp", "Skäl: Det behövs")
                .doesNotContain("/cases/" + raised);
    }

    @Test
    void aDecisionHasAReasonAndDissentStandsInItsOwnName_C5_A4() {
        var id = called("samordningsgruppen");
        post("kansli", id, "decisions", "{'text':'Vi plogar'}").expect(422);
        post("taby.tib", id, "decisions", "{'text':'Vi plogar','reason':'Snön'}")
                .expect(403);
        var decision = post("kansli", id, "decisions", "{'text':'Vi plogar','reason':'Snön'}")
                .expect(201)
                .id();
        post("taby.tib", id, "dissent", "{'decision':'" + decision + "','text':'Vi sandar'}")
                .expect(201);
        post("kansli", id, "dissent", "{'decision':'" + decision + "','text':'I Täbys namn'}")
                .expect(403);
        var dissent = get(id).get("dissent").get(0);
        assertThat(dissent.get("actor").asString()).isEqualTo("taby");
        post(
                        "kansli",
                        id,
                        "corrections",
                        "{'line':'" + dissent.get("id").asString() + "','text':'Vi med','reason':'x'}")
                .expect(403);
    }

    @Test
    void whatIsNotedForAnotherWaitsForItsOwnWordAndStaysUntilItIsDone_A4_A7() {
        var id = called("samordningsgruppen");
        var sand = "Sand till Täby " + UUID.randomUUID();
        post("nacka.tib", id, "undertakings", "{'actor':'taby','what':'Sand'}").expect(403);
        var undertaking = post("kansli", id, "undertakings", "{'actor':'taby','what':'" + sand + "','by':'2020-02-05'}")
                .expect(201)
                .id();
        var of = "{'undertaking':'" + undertaking + "'";
        assertThat(get(id).get("undertakings").get(0).get("waits").asBoolean()).isTrue();
        assertThat(Running.as("taby.tib").page("/turn").body()).contains(sand, "väntar på ert eget ord");
        post("nacka.tib", id, "own-word", of + ",'stands':true}").expect(403);
        post("taby.tib", id, "own-word", of + ",'stands':true}").expect(201);
        assertThat(Running.as("taby.tib").page("/turn").body()).contains(sand, "Det är klart");
        var next = called("samordningsgruppen");
        assertThat(get(next).get("due").findValuesAsString("of"))
                .as("what is late is taken up")
                .contains(undertaking.toString());
        post("nacka.tib", id, "carried-out", of + "}").expect(403);
        post("taby.tib", id, "carried-out", of + "}").expect(201);
        post("taby.tib", id, "carried-out", of + "}").expect(422);
        assertThat(Running.as("taby.tib").page("/turn").body()).doesNotContain(sand);
        assertThat(get(next).get("due").findValuesAsString("of")).doesNotContain(undertaking.toString());
        post("taby.tib", id, "carried-out", of + ",'done':false}").expect(201);
        assertThat(Running.as("taby.tib").page("/turn").body()).contains(sand);
        post("taby.tib", id, "own-word", of + ",'stands':false}").expect(201);
        assertThat(Running.as("taby.tib").page("/turn").body()).doesNotContain(sand);
    }

    @Test
    void whoIsCalledAnswersAndTheMandateIsSaid_A6() {
        var id = called("chefsgruppen");
        assertThat(Running.as("taby.chef").page("/turn").body()).contains("/meetings/" + id);
        assertThat(Running.as("taby.tib").page("/turn").body()).doesNotContain("/meetings/" + id + "/attendance");
        post("taby.chef", id, "attendance", "{'how':'COMING'}").expect(201);
        assertThat(Running.as("taby.chef").page("/turn").body()).doesNotContain("/meetings/" + id + "/attendance");
        assertThat(state(id)).isEqualTo("CALLED");
        post("nacka.tib", id, "attendance", "{'how':'PRESENT'}").expect(201);
        post("kansli", id, "attendance", "{'actor':'taby','how':'ABSENT'}").expect(201);
        post("kansli", id, "attendance", "{'actor':'ssr','how':'PRESENT'}").expect(201);
        post("taby.tib", id, "attendance", "{'actor':'nacka','how':'ABSENT'}").expect(403);
        var there = get(id).get("attendance");
        assertThat(there.toString()).contains("\"fits\":false");
        assertThat(Running.as("nacka.tib").page("/meetings/" + id).body()).contains("saknar mandat på nivån");
    }

    @Test
    void theProtocolIsCorrectedApprovedAndGoesHome_A7_C5() throws Exception {
        var id = called("samordningsgruppen");
        var note = post("kansli", id, "notes", "{'text':'Täby har sannd'}")
                .expect(201)
                .id();
        post("kansli", id, "attendance", "{'actor':'taby','how':'PRESENT'}").expect(201);
        post("kansli", id, "closing", "{'summary':'Sanden räcker','adjusters':['taby']}")
                .expect(201);
        post("kansli", id, "notes", "{'text':'För sent'}").expect(422);
        assertThat(Running.as("taby.chef").page("/turn").body()).contains("väntar på din justering");
        post("nacka.chef", id, "approval", "{}").expect(403);
        post("kansli", id, "approval", "{}").expect(201);
        assertThat(state(id)).isEqualTo("CLOSED");
        post("kansli", id, "corrections", "{'line':'" + note + "','text':'Täby har sand','reason':'Stavfel'}")
                .expect(201);
        assertThat(get(id).get("approvals").size()).as("approved anew").isZero();
        post("taby.tib", id, "approval", "{'remark':'Bra'}").expect(201);
        post("kansli", id, "approval", "{}").expect(201);
        assertThat(state(id)).isEqualTo("APPROVED");
        post("kansli", id, "corrections", "{'line':'" + note + "','text':'Nej','reason':'x'}")
                .expect(422);
        assertThat(Running.as("taby.chef").page("/turn").body()).contains("/meetings/" + id + "/home");
        post("nacka.chef", id, "home", "{}").expect(403);
        post("taby.chef", id, "home", "{}").expect(201);
        assertThat(get(id).get("home").get(0).get("actor").asString()).isEqualTo("taby");
        assertThat(paper(id)).contains("Täby har sand", "Sanden räcker", "Justeras av Täby", "Bra");
    }

    private static String paper(UUID id) throws Exception {
        var asking = Running.as("nacka.tib");
        var request = asking.request("/api/meetings/" + id + "/protocol.pdf", "application/pdf")
                .GET()
                .build();
        var answer = asking.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        ProtocolPaperTest.isAccessible(answer.body());
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aMeetingIsMovedAndCalledOffAndTheCalendarFollows_F1() {
        var id = called("samordningsgruppen");
        var at = Instant.now().plus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        post("taby.tib", id, "moving", "{'at':'" + at + "','reason':'Snön'}").expect(403);
        post("kansli", id, "moving", "{'at':'" + at + "'}").expect(422);
        post("kansli", id, "moving", "{'at':'" + at + "','reason':'Snön'}").expect(201);
        var days = "/api/calendar?from=" + at.minusSeconds(3_600) + "&until=" + at.plusSeconds(3_600);
        var calendar = days.replace("&until=", "&to=");
        assertThat(Running.as("nacka.tib").get(calendar).expect(200).body()).contains(id.toString(), "MEETING");
        post("kansli", id, "calling-off", "{'reason':'Mer snö'}").expect(201);
        assertThat(Running.as("nacka.tib").get(calendar).expect(200).body()).doesNotContain(id.toString());
        post("kansli", id, "notes", "{'text':'Hej'}").expect(422);
        assertThat(Running.as("nacka.tib").page("/meetings/" + id).body()).contains("Inställt: Mer snö");
        Running.as("taby.tib")
                .post("/api/meetings", "{\"forum\":\"samordningsgruppen\",\"at\":\"" + at + "\"}")
                .expect(403);
        Running.as("kansli")
                .post("/api/meetings", "{\"forum\":\"samordningsgruppen\",\"at\":\"2019-01-01T10:00:00Z\"}")
                .expect(422);
        Running.as("utom.flygplats").get("/api/meetings/" + id).expect(404);
    }

    @Test
    void aSignalIsLaidToAMeetingAndBack_I1() {
        var signal = Running.as("taby.tib")
                .post("/api/incidents", "{\"title\":\"Isvägar i skärgården\"}")
                .expect(201)
                .id();
        var id = called("samordningsgruppen");
        var point = post("taby.tib", id, "points", "{'signal':'" + signal + "'}")
                .expect(201)
                .id();
        post("taby.tib", id, "points", "{'signal':'" + signal + "'}").expect(422);
        assertThat(Running.as("nacka.tib").page("/meetings/" + id).body())
                .contains("/incidents/" + signal, "Isvägar i skärgården");
        post("taby.tib", id, "corrections", "{'line':'" + point + "','withdrawn':true,'reason':'Den är akut'}")
                .expect(201);
        post("taby.tib", id, "points", "{'signal':'" + signal + "'}").expect(201);
    }

    /** What a narrow incident left is a case for those who saw that, and opening a meeting tells nobody else of it (I5). */
    @Test
    void whatIsNarrowerThanTheMembersIsOnNoAgenda() {
        var narrow = "Snävt märkt " + java.util.UUID.randomUUID();
        var lst = Running.as("lst.tib");
        var incident = lst.post(
                        "/api/incidents",
                        "{\"title\":\"Snäv händelse\",\"marking\":{\"audience\":[\"actor:lst\",\"actor:ssr\"]}}")
                .expect(201)
                .id();
        var path = "/api/incidents/" + incident;
        lst.post(path + "/forums", "{\"level\":\"COORDINATING\",\"actors\":[\"lst\"]}")
                .expect(201);
        var need = lst.post(path + "/notes", "{\"kind\":\"NEED\",\"text\":\"" + narrow + "\"}")
                .expect(201)
                .id();
        lst.post(
                        path + "/stand-down",
                        "{\"reason\":\"Över\",\"handOver\":[{\"need\":\"" + need
                                + "\",\"to\":\"samordningsgruppen\"}]}")
                .expect(201);
        var meeting = called("samordningsgruppen");
        assertThat(get("kansli", meeting)).as("the leader sees it coming").contains(narrow);
        post("kansli", meeting, "notes", "{'text':'Vi börjar'}").expect(201);
        assertThat(get("taby.tib", meeting)).contains("Vi börjar").doesNotContain(narrow);
    }

    private static String get(String account, java.util.UUID meeting) {
        return Running.as(account).get("/api/meetings/" + meeting).expect(200).body();
    }
}
