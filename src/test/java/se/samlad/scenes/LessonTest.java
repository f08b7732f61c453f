package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lessons by API and by form: from what was observed to what is tested, in each one's own name, through the gate (G5, A4, I6). */
class LessonTest {

    private static Running.Answer send(String account, String path, String body) {
        return Running.as(account).post("/api" + path, body.replace('\'', '"'));
    }

    private static UUID post(String account, String path, String body) {
        return send(account, path, body).expect(201).id();
    }

    static UUID noted(String account, String observation) {
        return post(account, "/lessons", "{'observation':'" + observation + "'}");
    }

    /** A lesson that was noted by Täby, with a measure that Nacka has taken on; and the measure. */
    private static List<UUID> promised(String by) {
        var id = noted("taby.tib", "Reservtelefonen var inte laddad " + UUID.randomUUID());
        var path = "/lessons/" + id;
        post("taby.tib", path + "/lesson", "{'text':'Den ska stå på laddning'}");
        var measure =
                post("taby.tib", path + "/measure", "{'what':'Köp en laddare','owner':'nacka','by':'" + by + "'}");
        post("nacka.tib", path + "/own-word", "{'measure':'" + measure + "','stands':true}");
        return List.of(id, measure);
    }

    private static JsonNode get(UUID id) {
        return Running.as("solna.tib").get("/api/lessons/" + id).expect(200).json();
    }

    private static String state(UUID id) {
        return get(id).get("of").get("state").asString();
    }

    private static String soon() {
        return LocalDate.now(se.samlad.web.Say.STOCKHOLM).plusDays(5).toString();
    }

    @Test
    void aChainIsTakenInTheOwnersName_G5_A4() {
        var id = noted("taby.tib", "Reservtelefonen var inte laddad");
        var path = "/lessons/" + id;
        assertThat(state(id)).isEqualTo("OBSERVED");
        assertThat(send("taby.tib", path + "/measure", "{'what':'x','by':'" + soon() + "'}")
                        .expect(422)
                        .body())
                .contains("lesson.no-lesson");
        post("taby.tib", path + "/lesson", "{'text':'Den ska stå på laddning'}");
        assertThat(state(id)).isEqualTo("LEARNED");
        var measure =
                post("taby.tib", path + "/measure", "{'what':'Köp en laddare','owner':'nacka','by':'" + soon() + "'}");
        assertThat(state(id)).isEqualTo("MEASURED");
        assertThat(send("nacka.tib", path + "/done", "{}").expect(422).body()).contains("lesson.waits");
        send("taby.tib", path + "/own-word", "{'measure':'" + measure + "','stands':true}")
                .expect(403);
        post("nacka.tib", path + "/own-word", "{'measure':'" + measure + "','stands':true}");
        send("taby.tib", path + "/done", "{}").expect(403);
        post("nacka.tib", path + "/done", "{'text':'Köpt'}");
        assertThat(state(id)).isEqualTo("DONE");
        var exercise = post("lst.tib", "/incidents", "{'title':'Övning Laddning','exercise':true}");
        send("solna.tib", path + "/tested", "{'in':'" + exercise + "','worked':true}")
                .expect(403);
        post("nacka.tib", path + "/tested", "{'in':'" + exercise + "','worked':false,'text':'Fel kontakt'}");
        assertThat(state(id)).as("it is open again").isEqualTo("LEARNED");
        post("nacka.tib", path + "/measure", "{'what':'Köp rätt laddare','by':'" + soon() + "'}");
        post("nacka.tib", path + "/done", "{}");
        post("taby.tib", path + "/tested", "{'in':'" + exercise + "','worked':true}");
        assertThat(state(id)).isEqualTo("TESTED");
        assertThat(Running.as("solna.tib").page("/lessons/" + id).body())
                .contains("/incidents/" + exercise, "Övning Laddning", "Räckte inte", "Det fungerade inte", "Köpt");
        post("solna.tib", path + "/again", "{'text':'Den var urladdad här med'}");
        assertThat(state(id)).as("the same again").isEqualTo("LEARNED");
    }

    @Test
    void aPromiseHasAnOwnerAndADay_G5() {
        var id = noted("taby.tib", "Ingen läste kartan");
        var path = "/lessons/" + id;
        post("taby.tib", path + "/lesson", "{'text':'Öva på kartan'}");
        for (var wrong : Map.of(
                        "{'what':'Öva','owner':'taby'}",
                        "lesson.day",
                        "{'what':'Öva','owner':'taby','by':'snart'}",
                        "lesson.day",
                        "{'what':'Öva','owner':'taby','by':'2001-01-01'}",
                        "lesson.day-outside",
                        "{'what':'Öva','owner':'taby','by':'9999-01-01'}",
                        "lesson.day-outside",
                        "{'what':'Öva','owner':'ingen','by':'" + soon() + "'}",
                        "lesson.owner",
                        "{'what':' ','owner':'taby','by':'" + soon() + "'}",
                        "text.missing")
                .entrySet())
            assertThat(send("taby.tib", path + "/measure", wrong.getKey())
                            .expect(422)
                            .body())
                    .contains(wrong.getValue());
        assertThat(send("taby.tib", path + "/measure", "{'what':'Öva','vem':'taby'}")
                        .expect(400)
                        .body())
                .contains("vem");
        send("nacka.tib", path + "/measure", "{'what':'Öva','owner':'solna','by':'" + soon() + "'}")
                .expect(403);
        assertThat(get(id).get("measures").size()).isZero();
    }

    @Test
    void whatWaitsStandsUnderYourTurn() {
        var promised = promised(soon());
        assertThat(Running.as("nacka.tib").page("/turn").body())
                .contains("/lessons/" + promised.get(0), "lesson-promised-" + promised.get(1));
        post("nacka.tib", "/lessons/" + promised.get(0) + "/done", "{}");
        assertThat(Running.as("nacka.tib").page("/turn").body()).doesNotContain("lesson-promised-" + promised.get(1));
        assertThat(Running.as("taby.tib").page("/turn").body()).contains("lesson-test-" + promised.get(0));
        var far =
                promised(LocalDate.now(se.samlad.web.Say.STOCKHOLM).plusDays(60).toString());
        assertThat(Running.as("nacka.tib").page("/turn").body()).doesNotContain("lesson-promised-" + far.get(1));
        assertThat(Running.as("nacka.tib").page("/lessons?owner=own").body()).contains("/lessons/" + far.get(0));
        assertThat(Running.as("nacka.tib").page("/lessons?due=late").body()).doesNotContain("/lessons/" + far.get(0));
    }

    /** Nothing is said of an incident, or in it, to who may not see it. */
    @Test
    void aLessonFromANarrowIncidentIsNoHint_S1() {
        var narrow =
                post("lst.tib", "/incidents", "{'title':'Smalt','marking':{'audience':['actor:lst','actor:polisen']}}");
        var word = "Hemlig" + UUID.randomUUID();
        var id = post("polisen.tib", "/lessons", "{'observation':'" + word + "','incident':'" + narrow + "'}");
        Running.as("lst.tib").get("/api/lessons/" + id).expect(200);
        Running.as("nacka.tib").get("/api/lessons/" + id).expect(404);
        Running.as("nacka.tib").get("/lessons/" + id).expect(404);
        send("nacka.tib", "/lessons/" + id + "/again", "{}").expect(404);
        send("nacka.tib", "/lessons", "{'observation':'x','incident':'" + narrow + "'}")
                .expect(404);
        assertThat(Running.as("nacka.tib").page("/lessons?q=" + word).body()).doesNotContain(word + "</a>");
        assertThat(Running.as("nacka.tib").page("/search/raised?words=" + word).body())
                .doesNotContain(word);
        assertThat(Running.as("lst.tib").page("/incidents/" + narrow).body()).contains("/lessons/" + id);
        assertThat(send(
                                "polisen.tib",
                                "/lessons",
                                "{'observation':'x','incident':'" + narrow + "','marking':{'audience':['members']}}")
                        .expect(422)
                        .body())
                .contains("lesson.wider");
        assertThat(send("lst.tib", "/lessons", "{'observation':'x','marking':{'audience':['public']}}")
                        .expect(422)
                        .body())
                .contains("lesson.audience");
        var open = promised(soon()).getFirst();
        post("nacka.tib", "/lessons/" + open + "/done", "{}");
        for (var in : List.of(narrow, UUID.randomUUID()))
            assertThat(send("taby.tib", "/lessons/" + open + "/tested", "{'in':'" + in + "','worked':true}")
                            .expect(422)
                            .body())
                    .as("hidden and missing look alike")
                    .contains("lesson.in");
        var own = noted("lst.tib", "Vår egen");
        assertThat(send("lst.tib", "/lessons/" + own + "/again", "{'incident':'" + narrow + "'}")
                        .expect(422)
                        .body())
                .as("not all readers of the lesson could open it")
                .contains("lesson.in");
    }

    @Test
    void theSameIsFoundAndGoodPracticeIsSpread_I6() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var id = post("taby.tib", "/lessons", "{'observation':'Skyltarna" + mark + " fungerade fint','good':true}");
        assertThat(Running.as("nacka.tib")
                        .page("/search/raised?words=skyltarna" + mark)
                        .body())
                .contains("/lessons/" + id);
        post("taby.tib", "/lessons/" + id + "/lesson", "{'text':'Sätt upp skyltar före regnet'}");
        assertThat(state(id)).isEqualTo("GOOD");
        post("nacka.tib", "/lessons/" + id + "/again", "{'text':'Vi satte upp tio'}");
        assertThat(state(id)).isEqualTo("GOOD");
        assertThat(Running.as("solna.tib").page("/lessons/" + id).body()).contains("Gör också så", "Vi satte upp tio");
        assertThat(Running.as("solna.tib").page("/lessons?observation=good").body())
                .contains("/lessons/" + id);
    }

    @Test
    void nothingIsErasedAndWhatChangedMeanwhileIsShown_C5() {
        var id = noted("taby.tib", "Kartan var gammal");
        var path = "/lessons/" + id;
        var before = get(id).get("version").asString();
        var one = Running.as("taby.tib");
        post("taby.tib", path + "/correction", "{'observation':'Kartan var från 2019','reason':'Årtalet'}");
        var late = one.send(one.request("/api" + path + "/correction", "application/json")
                .header("Content-Type", "application/json")
                .header("Drawn-From", before)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"observation\":\"Kartan var ny\",\"reason\":\"Nej\"}")));
        late.expect(409);
        assertThat(Running.as("solna.tib").page("/lessons/" + id).body())
                .contains("Kartan var från 2019", "Kartan var gammal", "Årtalet");
        post("taby.tib", path + "/ending", "{'reason':'Hör inte hit'}");
        assertThat(state(id)).isEqualTo("ENDED");
        send("taby.tib", path + "/lesson", "{'text':'x'}").expect(422);
        assertThat(Running.as("solna.tib").page("/lessons?state=ENDED").body()).contains("/lessons/" + id);
        post("solna.tib", path + "/again", "{}");
        assertThat(state(id)).as("what comes up again is open again").isEqualTo("OBSERVED");
    }

    @Test
    void ofTwoWhoSayThatItIsDoneOneIsTold() {
        var promised = promised(soon());
        var path = "/lessons/" + promised.getFirst() + "/done";
        var first = CompletableFuture.supplyAsync(
                () -> send("nacka.tib", path, "{'text':'a'}").status());
        var second = CompletableFuture.supplyAsync(
                () -> send("nacka.chef", path, "{'text':'b'}").status());
        assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(201, 422);
    }

    /** What carries a measure is an activity of the annual plan, chosen among this year's and the next year's (G2, G5). */
    @Test
    void aMeasureIsCarriedByAnActivityOfThePlanOrByNone_G2_G5() {
        int next = LocalDate.now(se.samlad.web.Say.STOCKHOLM).getYear() + 1;
        var work = "{'goalArea':'robust-systems','title':'Laddstationer','owner':'taby','by':'" + next
                + "-09-30','measure':'Provad','because':'Efter övningen'}";
        var activity = post("kansli", "/plan/" + next + "/activities", work);
        var id = noted("taby.tib", "Telefonen var inte laddad");
        var path = "/lessons/" + id;
        post("taby.tib", path + "/lesson", "{'text':'Den ska stå på laddning'}");
        var said = "{'what':'Köp en laddare','by':'" + soon() + "','activity':'";
        for (var no : List.of(id, UUID.randomUUID()))
            assertThat(send("taby.tib", path + "/measure", said + no + "'}")
                            .expect(422)
                            .body())
                    .contains("lesson.activity-wrong", "\"field\":\"activity\"");
        var page = Running.as("taby.tib").page(path).body();
        assertThat(page)
                .contains("<option value=\"" + activity + "\"", "Laddstationer (" + next + ")")
                .doesNotContain("href=\"/activities/" + activity);
        post("taby.tib", path + "/measure", said + "'}");
        var measure = post("taby.tib", path + "/measure", said + activity + "'}");
        assertThat(Running.as("taby.tib").page(path).body())
                .contains("href=\"/activities/" + activity + "\">Laddstationer</a>")
                .contains("<option value=\"" + activity + "\" selected");
        post("taby.tib", "/activities/" + activity + "/state", "{'state':'DONE','text':'Klart'}");
        var later = "{'measure':'" + measure + "','what':'Köp två','by':'" + soon() + "','reason':'Fler','activity':'";
        post("taby.tib", path + "/measure", later + activity + "'}");
        assertThat(Running.as("taby.tib").page(path).body())
                .as("what is over is offered no more, but stays where it is named")
                .containsOnlyOnce("<option value=\"" + activity + "\"");
        post("taby.tib", path + "/measure", later + "'}");
        assertThat(get(id).get("measures").get(1).get("activity").isNull()).isTrue();
    }

    @Test
    void aFormSaysTheSameAndLosesNothing() {
        var taby = Visitor.of("taby.tib");
        assertThat(taby.get("/lessons/new").expect(200).body()).contains("action=\"/lessons\"");
        var refused = taby.post(
                        "/lessons",
                        Map.of("page", "/lessons/new", "form", "note", "observation", " ", "cause", "Ingen aning <b>"))
                .expect(422);
        assertThat(refused.body()).contains("Ingen aning &lt;b&gt;");
        var answer = taby.post("/lessons", Map.of("page", "/lessons/new", "observation", "Ingen svarade"))
                .expect(200);
        assertThat(answer.response().uri().getPath()).startsWith("/lessons/");
        assertThat(answer.body()).contains("Skriv vad vi ska lära av det.");
    }
}
