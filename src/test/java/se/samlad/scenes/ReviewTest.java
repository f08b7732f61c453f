package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import se.samlad.web.Say;
import tools.jackson.databind.JsonNode;

/** Reviews of what has ended: drafted from what all their readers see, written by several, their findings made lessons (G5). */
class ReviewTest {

    static Running.Answer send(String account, String path, String body) {
        return Running.as(account).post("/api" + path, body.replace('\'', '"'));
    }

    static UUID post(String account, String path, String body) {
        return send(account, path, body).expect(201).id();
    }

    /** An incident with a forum, a decision, a message on its way, a direction and a hole; it goes on. */
    static UUID goesOn(String more) {
        var incident = post("lst.tib", "/incidents", "{'title':'Snöfall att utvärdera'" + more + "}");
        var path = "/incidents/" + incident;
        post("lst.tib", path + "/forums", "{'level':'COORDINATING','actors':['polisen','taby'],'reason':'Läget'}");
        post("lst.tib", path + "/notes", "{'kind':'DECISION','text':'Vi öppnar bron','reason':'Det är halt'}");
        post("polisen.tib", path + "/reports", "{'status':'YELLOW','happened':'Två olyckor'}");
        return incident;
    }

    static UUID ended(String more) {
        var incident = goesOn(more);
        post("lst.tib", "/incidents/" + incident + "/stand-down", "{'reason':'Faran är över'}");
        return incident;
    }

    static UUID drafted(String account) {
        return post(account, "/incidents/" + ended("") + "/reviews", "{}");
    }

    private static JsonNode get(UUID id) {
        return Running.as("taby.tib").get("/api/reviews/" + id).expect(200).json();
    }

    static String text(JsonNode review, String about) {
        return section(review, about).get("text").asString();
    }

    static JsonNode section(JsonNode review, String about) {
        return review.get("sections")
                .valueStream()
                .filter(each -> each.get("about").asString().equals(about))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsDraftedFromTheJournal_G5_D2_C3() {
        var incident = goesOn("");
        var path = "/incidents/" + incident;
        assertThat(send("lst.tib", path + "/reviews", "{}").expect(422).body()).contains("review.open");
        var direction = post(
                "lst.tib",
                path + "/directions",
                "{'aim':'Alla kommer fram','measures':[{'actor':'taby','what':'Sandar backarna'}]}");
        post("lst.tib", "/directions/" + direction + "/agreement", "{}");
        post("taby.tib", path + "/observations", "{'seen':'Ingen förde logg','judged':'Utse en loggförare'}");
        post("lst.tib", path + "/stand-down", "{'reason':'Faran är över','handOver':" + left(direction) + "}");
        var review = get(post("taby.tib", path + "/reviews", "{}"));
        assertThat(text(review, "TIMES")).contains("Signal från", "sammankallades", "Faran är över");
        assertThat(text(review, "DECISIONS")).contains("Vi öppnar bron", "Det är halt");
        assertThat(text(review, "HOLES")).contains("Täby", "Polisen");
        assertThat(text(review, "PLANNED")).contains("Alla kommer fram", "Sandar backarna");
        assertThat(text(review, "SEEN")).contains("Kvitterade inte kallelsen");
        assertThat(text(review, "NOTES")).contains("Ingen förde logg", "Utse en loggförare");
        var source =
                section(review, "DECISIONS").get("sources").get(0).get("entry").asString();
        var page = Running.as("nacka.tib")
                .page("/reviews/" + review.get("of").get("id").asString())
                .body();
        assertThat(page).contains("/incidents/" + incident + "/picture?knew=", "/entries/" + source);
        assertThat(Running.as("nacka.tib").page(path).body())
                .as("the incident leads to it")
                .contains("/reviews/" + review.get("of").get("id").asString());
    }

    private static String left(UUID direction) {
        var measure = Running.as("lst.tib")
                .get("/api/directions/" + direction)
                .expect(200)
                .json()
                .get("measures")
                .get(0)
                .get("id")
                .asString();
        return "[{'measure':'" + measure + "','to':'samordningsgruppen'}]";
    }

    @Test
    void whatIsOrderedHasAnOwnerAndADay_G5() {
        var path = "/incidents/" + ended("");
        var day = LocalDate.now(Say.STOCKHOLM).plusDays(30);
        var order = "{'owner':'taby','by':'" + day + "','what':'Varför var bron stängd?'}";
        send("taby.tib", path + "/review-orders", order).expect(403);
        assertThat(send("lst.chef", path + "/review-orders", "{'owner':'taby'}")
                        .expect(422)
                        .body())
                .contains("review.day");
        assertThat(send("lst.chef", path + "/review-orders", "{'owner':'ingen','by':'" + day + "'}")
                        .expect(422)
                        .body())
                .contains("review.owner");
        var id = post("lst.chef", path + "/review-orders", order);
        assertThat(Running.as("taby.tib").page("/turn").body()).contains("review-" + id, "/reviews/" + id + "/draft");
        send("nacka.tib", "/reviews/" + id + "/draft", "{}").expect(403);
        send("taby.tib", "/reviews/" + id + "/closing", "{}").expect(422);
        post("taby.tib", "/reviews/" + id + "/draft", "{}");
        assertThat(send("taby.tib", "/reviews/" + id + "/draft", "{}")
                        .expect(422)
                        .body())
                .contains("review.drafted");
        post("taby.tib", "/reviews/" + id + "/closing", "{'summary':'Bron borde ha öppnats tidigare'}");
        assertThat(Running.as("taby.tib").page("/turn").body()).doesNotContain("review-" + id);
        var page = Running.as("nacka.tib").page("/reviews/" + id).body();
        assertThat(page).contains("Bron borde ha öppnats tidigare", "Varför var bron stängd?");
        var pdf = Running.as("nacka.tib")
                .get("/api/reviews/" + id + "/review.pdf")
                .expect(200);
        assertThat(pdf.response().headers().firstValue("Content-Type")).contains("application/pdf");
    }

    @Test
    void severalWriteAtOnceAndNothingIsErased_C5() {
        var id = drafted("taby.tib");
        var path = "/reviews/" + id + "/sections";
        var part = section(get(id), "JUDGEMENT");
        var same = "{'section':'" + part.get("id").asString() + "','text':'%s'}";
        assertThat(List.of("Bra", "Illa").stream()
                        .map(text -> CompletableFuture.supplyAsync(() -> drawn(
                                        path,
                                        same.formatted(text),
                                        part.get("version").asString())
                                .status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .containsExactlyInAnyOrder(201, 409);
        post("solna.tib", path, "{'heading':'Vägar','text':'Sex var stängda'}");
        assertThat(send("solna.tib", path, "{'section':'" + UUID.randomUUID() + "','text':'x'}")
                        .expect(422)
                        .body())
                .contains("review.no-section");
        post(
                "nacka.tib",
                path,
                "{'section':'" + section(get(id), "HOLES").get("id").asString() + "'}");
        var page = Running.as("nacka.tib").page("/reviews/" + id).body();
        assertThat(page).contains("<s>Luckor i lägesbilden</s>", "Sex var stängda");
        send("nacka.tib", "/reviews/" + id + "/closing", "{}").expect(403);
        post("taby.tib", "/reviews/" + id + "/closing", "{}");
        assertThat(send("solna.tib", path, "{'heading':'a','text':'b'}")
                        .expect(422)
                        .body())
                .contains("review.closed");
        post("taby.chef", "/reviews/" + id + "/reopening", "{'reason':'Ett kapitel fattas'}");
        post("solna.tib", path, "{'heading':'a','text':'b'}");
    }

    private static Running.Answer drawn(String path, String body, String version) {
        var nacka = Running.as("nacka.tib");
        return nacka.send(nacka.request("/api" + path, "application/json")
                .header("Content-Type", "application/json")
                .header("Drawn-From", version)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    @Test
    void aFindingBecomesALessonOnce_G5() {
        var id = drafted("taby.tib");
        var path = "/reviews/" + id;
        var finding = post("nacka.tib", path + "/findings", "{'text':'Skyltarna kom för sent'}");
        var press = Map.of("page", path, "finding", finding.toString());
        var nacka = Visitor.of("nacka.tib");
        nacka.post(path + "/lessons", press).expect(200);
        assertThat(send("taby.tib", path + "/lessons", "{'finding':'" + finding + "'}")
                        .expect(422)
                        .body())
                .contains("review.is-lesson");
        var lesson = get(id).get("findings").get(0).get("lesson").asString();
        assertThat(Running.as("solna.tib").page("/lessons/" + lesson).body())
                .contains("Skyltarna kom för sent", path, "Snöfall att utvärdera");
        var out = post("nacka.tib", path + "/findings", "{'text':'Nej'}");
        post("nacka.tib", path + "/findings", "{'finding':'" + out + "'}");
        assertThat(send("nacka.tib", path + "/lessons", "{'finding':'" + out + "'}")
                        .expect(422)
                        .body())
                .contains("review.no-finding");
    }

    @Test
    void anObserverNotesOnAPhoneAndCorrects_C5() {
        var incident = goesOn(",'exercise':{'clock':'2026-03-01T07:00:00Z'}");
        var path = "/incidents/" + incident;
        var taby = Visitor.of("taby.tib");
        assertThat(taby.get(path + "/review").expect(200).body()).contains("2026-03-01T08:00", "Notera som observatör");
        var refused = taby.post(
                        path + "/observations",
                        Map.of("page", path + "/review", "form", "observation", "seen", " ", "judged", "Oklart <b>"))
                .expect(422);
        assertThat(refused.body()).contains("Oklart &lt;b&gt;");
        taby.post(
                        path + "/observations",
                        Map.of("page", path + "/review", "seen", "Tyst i rummet", "at", "2026-03-01T07:30"))
                .expect(200);
        var note = Running.as("taby.tib")
                .get("/api" + path + "/observations")
                .expect(200)
                .json()
                .get(0);
        assertThat(note.get("at").asString()).isEqualTo("2026-03-01T06:30:00Z");
        var id = note.get("id").asString();
        send("nacka.tib", path + "/observations", "{'seen':'Högljutt','replaces':'" + id + "'}")
                .expect(403);
        post("taby.tib", path + "/observations", "{'seen':'Tyst i båda rummen','replaces':'" + id + "'}");
        assertThat(Running.as("nacka.tib")
                        .get("/api" + path + "/observations")
                        .expect(200)
                        .body())
                .contains("Tyst i båda rummen")
                .doesNotContain("Tyst i rummet");
        assertThat(Running.as("nacka.tib").page(path).body())
                .as("those who are observed don't meet it in the log")
                .doesNotContain("Tyst i båda");
        assertThat(send("taby.tib", path + "/observations", "{'seen':'x','at':'2027-01-01T00:00:00Z'}")
                        .expect(422)
                        .body())
                .contains("review.at");
        for (var entry : List.of(UUID.randomUUID(), ended("")))
            assertThat(send("taby.tib", path + "/observations", "{'seen':'x','entry':'" + entry + "'}")
                            .expect(422)
                            .body())
                    .contains("review.entry");
    }
}
