package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.web.Say;

/** A review tells no reader what the log does not show him (S1, G5). */
class ReviewSightTest {

    /** The drafter sees more than those who will read it: none of that is in the draft (S1). */
    @Test
    void itTellsNobodyWhatItsSourcesDoNot_S1() {
        var incident = ReviewTest.goesOn("");
        var path = "/incidents/" + incident;
        var word = "Tyst" + UUID.randomUUID();
        ReviewTest.post(
                "taby.tib",
                path + "/notes",
                "{'kind':'DECISION','text':'" + word + "','reason':'Bara vi','marking':{'audience':['actor:taby']}}");
        ReviewTest.post(
                "taby.tib", path + "/observations", "{'seen':'" + word + "','marking':{'audience':['actor:taby']}}");
        ReviewTest.post("lst.tib", path + "/stand-down", "{'reason':'Över'}");
        var open = ReviewTest.post("taby.tib", path + "/reviews", "{}");
        assertThat(Running.as("taby.tib")
                        .get("/api/reviews/" + open)
                        .expect(200)
                        .body())
                .contains("Vi öppnar bron")
                .doesNotContain(word);
        var own = ReviewTest.post("taby.tib", path + "/reviews", "{'marking':{'audience':['actor:taby']}}");
        var ours =
                Running.as("taby.chef").get("/api/reviews/" + own).expect(200).json();
        assertThat(ReviewTest.text(ours, "DECISIONS")).contains(word);
        assertThat(ReviewTest.text(ours, "NOTES")).contains(word);
        for (var account : List.of("nacka.tib", "lst.chef")) {
            Running.as(account).get("/api/reviews/" + own).expect(404);
            Running.as(account).get("/reviews/" + own).expect(404);
            ReviewTest.send(account, "/reviews/" + own + "/sections", "{'heading':'a','text':'b'}")
                    .expect(404);
            assertThat(Running.as(account).page("/reviews").body()).doesNotContain(own.toString());
            assertThat(Running.as(account).page(path).body()).doesNotContain(own.toString());
            assertThat(Running.as(account)
                            .get("/api" + path + "/observations")
                            .expect(200)
                            .body())
                    .doesNotContain(word);
        }
        assertThat(ReviewTest.send("taby.tib", path + "/reviews", "{'marking':{'audience':['members']}}")
                        .expect(422)
                        .body())
                .contains("review.audience");
    }

    @Test
    void anIncidentOfAFewIsReviewedAmongThem_S1() {
        var narrow = ReviewTest.post(
                "lst.tib", "/incidents", "{'title':'Smalt','marking':{'audience':['actor:lst','actor:polisen']}}");
        var path = "/incidents/" + narrow;
        ReviewTest.post("lst.tib", path + "/answer", "{'reason':'Vi tar det själva'}");
        var review = ReviewTest.post("polisen.tib", path + "/reviews", "{}");
        Running.as("lst.tib").get("/api/reviews/" + review).expect(200);
        Running.as("nacka.tib").get("/api/reviews/" + review).expect(404);
        Running.as("nacka.tib").get(path + "/review").expect(404);
        ReviewTest.send("nacka.tib", path + "/observations", "{'seen':'x'}").expect(404);
        ReviewTest.send("nacka.tib", path + "/reviews", "{}").expect(404);
        var day = LocalDate.now(Say.STOCKHOLM).plusDays(30);
        assertThat(ReviewTest.send("lst.chef", path + "/review-orders", "{'owner':'nacka','by':'" + day + "'}")
                        .expect(422)
                        .body())
                .contains("review.owner-sees-not");
        var finding = ReviewTest.post("lst.tib", "/reviews/" + review + "/findings", "{'text':'Ring tidigare'}");
        var lesson = ReviewTest.post("lst.tib", "/reviews/" + review + "/lessons", "{'finding':'" + finding + "'}");
        Running.as("polisen.tib").get("/api/lessons/" + lesson).expect(200);
        Running.as("nacka.tib").get("/api/lessons/" + lesson).expect(404);
    }
}
