package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody opens or closes ends by itself, a day after anything was recorded in it. */
class ConferenceLapseTest {

    @Test
    void whatNobodyOpensOrClosesEndsByItself() throws Exception {
        var database = Ground.here().database();
        try (var server = Running.apart(database, Map.of("samlad.data", ""), Ahead.class)) {
            var lst = server.by("lst.tib");
            var heard = Listening.to(lst, "/api/live");
            var incident = lst.post("/api/incidents", "{\"title\":\"Glömd konferens\"}")
                    .expect(201)
                    .id();
            var forum = lst.post(
                            "/api/incidents/" + incident + "/forums",
                            "{\"level\":\"COORDINATING\",\"actors\":[\"taby\"]}")
                    .expect(201)
                    .id();
            var calls = "/api/forums/" + forum + "/conferences";
            var opened = lst.post(calls, "{\"kind\":\"ACTIVATED\"}").expect(201).id();
            lst.post("/api/conferences/" + opened + "/opening", "{}").expect(201);
            Ahead.by(Duration.ofHours(23));
            server.by("taby.tib")
                    .post("/api/conferences/" + opened + "/notes", "{\"text\":\"Vi är kvar\"}")
                    .expect(201);
            var called = lst.post(calls, "{\"kind\":\"EXTRA\"}").expect(201).id();

            Ahead.by(Duration.ofHours(48));
            heard.until("conference.lapsed.1");
            heard.until("conference.lapsed.1");
            assertThat(lst.get("/api/conferences/" + opened).json().get("state").asString())
                    .isEqualTo("CLOSED");
            assertThat(lst.get("/api/conferences/" + called).json().get("state").asString())
                    .isEqualTo("CALLED_OFF");
            assertThat(lst.page("/conferences/" + opened).body()).contains("avslutades av sig själv");
            assertThat(lst.page("/conferences/" + called).body()).contains("Ingen öppnade den");
        } finally {
            Ahead.by(Duration.ZERO);
            Ground.here().drop(database);
        }
    }
}
