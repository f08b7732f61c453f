package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a guest's time is out it is not let in, which is recorded by itself; renewing lets in the same browser (A8). */
class GuestLapseTest {

    private static final String LAPSED = "outside.lapsed.1";

    @Test
    void whatHasItsTimeOutLapsesAndRenewingLetsInTheSameBrowser_A8() throws Exception {
        var database = Ground.here().database();
        try (var server = Running.apart(database, Map.of("samlad.data", ""), Ahead.class)) {
            var host = server.by("lst.tib");
            var incident = host.post("/api/incidents", "{\"title\":\"En natt\"}")
                    .expect(201)
                    .id();
            var forum = host.post("/api/incidents/" + incident + "/forums", "{\"level\":\"COORDINATING\"}")
                    .expect(201)
                    .id();
            var json = "{\"organisation\":\"Swedavia\",\"function\":\"drift\",\"hours\":4}";
            var invited = host.post("/api/forums/" + forum + "/guests", json).expect(201);
            var guest = Visitor.stranger().at(server);
            guest.post("/guest/open", form(invited)).expect(200);
            var unopened = host.post("/api/forums/" + forum + "/guests", json).expect(201);

            var heard = Listening.to(host, "/api/live?incident=" + incident);
            Ahead.by(Duration.ofHours(4).plusMinutes(1));
            assertThat(says(guest, invited.id()).expect(410).body()).contains("tid är ute", "Mitt i en mening");
            Visitor.stranger().at(server).post("/guest/open", form(unopened)).expect(410);
            heard.until(LAPSED);
            heard.until(LAPSED);

            host.post("/api/guests/" + invited.id() + "/renewal", "{\"hours\":4}")
                    .expect(201);
            says(guest, invited.id()).expect(200);
            Ahead.by(Duration.ofHours(9));
            guest.get("/guest/" + invited.id()).expect(410);
            heard.until(LAPSED);
        } finally {
            Ahead.by(Duration.ZERO);
            Ground.here().drop(database);
        }
    }

    private static Running.Answer says(Visitor guest, UUID id) {
        return guest.post("/guest/" + id + "/notes", Map.of("text", "Mitt i en mening"));
    }

    private static Map<String, String> form(Running.Answer invited) {
        var link = invited.link();
        var query = link.substring(link.indexOf('?') + 1).split("[=&]");
        return Map.of("guest", query[1], "key", query[3]);
    }
}
