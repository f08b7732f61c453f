package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An incident's page leads on to the cases that it left and to what was undertaken on them, through the gate (I5). */
class CameOfTest {

    private static UUID post(String account, String path, String body) {
        return Running.as(account)
                .post("/api" + path, body.replace('\'', '"'))
                .expect(201)
                .id();
    }

    /** @return the incident, which has ended and left what is named */
    static UUID ended(String title, String marking, String what) {
        var incident = post("lst.tib", "/incidents", "{'title':'" + title + "'" + marking + "}");
        var path = "/incidents/" + incident;
        post("lst.tib", path + "/forums", "{'level':'COORDINATING','actors':['taby'],'reason':'Läget'}");
        var need = post("taby.tib", path + "/notes", "{'kind':'NEED','text':'" + what + "'}");
        assertThat(Running.as("taby.tib").page(path).body()).doesNotContain("Det som händelsen ledde till");
        post(
                "lst.tib",
                path + "/stand-down",
                "{'reason':'Över','handOver':[{'need':'" + need + "','to':'samordningsgruppen'}]}");
        return incident;
    }

    private static String found(String what) {
        return Running.as("taby.tib")
                .get("/api/cases?state=RAISED")
                .expect(200)
                .json()
                .valueStream()
                .filter(each -> each.get("title").asString().equals(what))
                .map(each -> each.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void casesAndUndertakingsAreLedTo_I5() {
        var what = "Elverk till Täby " + UUID.randomUUID();
        var incident = ended("Storm som lämnar något", "", what);
        var id = found(what);
        assertThat(Running.as("nacka.tib").page("/incidents/" + incident).body())
                .contains("Det som händelsen ledde till", "/cases/" + id, "Väckt. ");
        var meeting = ActsOnMeetings.called(
                "kansli", "samordningsgruppen", Instant.now().plus(3, ChronoUnit.DAYS));
        var path = "/meetings/" + meeting;
        var point = post("nacka.tib", path + "/points", "{'signal':'" + incident + "'}");
        var word = "Räknar elverken " + UUID.randomUUID();
        var undertaking = post("taby.tib", path + "/undertakings", "{'point':'" + point + "','what':'" + word + "'}");
        post("taby.tib", path + "/undertakings", "{'what':'Något annat " + word + "'}");
        assertThat(Running.as("nacka.tib").page("/incidents/" + incident).body())
                .contains(word, path)
                .doesNotContain("Något annat " + word);
        post("kansli", path + "/corrections", "{'line':'" + undertaking + "','withdrawn':true,'reason':'Fel'}");
        assertThat(Running.as("nacka.tib").page("/incidents/" + incident).body())
                .doesNotContain(word);
    }

    /** Who looks at the incident sees what it leads to as it comes, and nothing of what is not for it (I5, S1). */
    @Test
    void whatItLedToComesToThePageByItself_I5() throws Exception {
        var incident = post("lst.tib", "/incidents", "{'title':'Storm som följs'}");
        post(
                "lst.tib",
                "/incidents/" + incident + "/forums",
                "{'level':'COORDINATING','actors':['taby'],'reason':'Läget'}");
        var page = Listening.address(
                Running.as("nacka.tib").page("/incidents/" + incident).body());
        try (var reads = Listening.to("nacka.tib", page)) {
            var lesson = "{'incident':'" + incident + "','observation':'";
            post("taby.tib", "/lessons", lesson + "Skugga','marking':{'audience':['actor:taby']}}");
            var id = post("taby.tib", "/lessons", lesson + "Telefonen var urladdad'}");
            assertThat(reads.until("/lessons/" + id))
                    .allSatisfy(each -> assertThat(each.data()).doesNotContain("Skugga"))
                    .anySatisfy(each -> assertThat(each.data()).contains("Telefonen var urladdad"));
            post("taby.tib", "/lessons/" + id + "/lesson", "{'text':'Ladda den'}");
            assertThat(reads.until("meeting.came:" + incident)).isNotEmpty();
            var meeting = ActsOnMeetings.called(
                    "kansli", "samordningsgruppen", Instant.now().plus(3, ChronoUnit.DAYS));
            var path = "/meetings/" + meeting;
            var point = post("nacka.tib", path + "/points", "{'signal':'" + incident + "'}");
            var undertaken = "Köper en laddare " + UUID.randomUUID();
            post("taby.tib", path + "/undertakings", "{'point':'" + point + "','what':'" + undertaken + "'}");
            assertThat(reads.until(undertaken).getLast().data()).contains("meeting.came:" + incident);
            post("lst.tib", "/incidents/" + incident + "/stand-down", "{'reason':'Över'}");
            var review = post("taby.tib", "/incidents/" + incident + "/reviews", "{}");
            assertThat(reads.until("/reviews/" + review).getLast().data()).contains("meeting.came:" + incident);
        }
    }

    /** What a narrow incident leaves is seen by those who saw it, and its page by nobody else. */
    @Test
    void aNarrowIncidentLeadsOnForThoseInItOnly_S1() {
        var what = "Vakt vid Täby " + UUID.randomUUID();
        var incident = ended("Smal händelse", ",'marking':{'audience':['actor:lst','actor:taby']}", what);
        var id = found(what);
        assertThat(Running.as("taby.tib").page("/incidents/" + incident).body()).contains("/cases/" + id);
        Running.as("nacka.tib").page("/incidents/" + incident).expect(404);
        Running.as("nacka.tib").get("/api/cases/" + id).expect(404);
    }
}
