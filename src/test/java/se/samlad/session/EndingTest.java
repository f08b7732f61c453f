package se.samlad.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** Sessions end when nothing is asked in them, and when they are old; their open streams end with them on every node. */
class EndingTest {

    private static String read(InputStream stream) throws Exception {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The stream is open on one node, and the session was begun on another. */
    @ParameterizedTest
    @CsvSource({"5s, 7d", "12h, 5s"})
    void aStreamEndsWithItsSession(String idle, String longest) throws Exception {
        var database = Ground.here().database();
        var settings = Map.of("samlad.data", "", "spring.session.timeout", idle, "samlad.session.longest", longest);
        try (var one = Running.apart(database, settings);
                var other = Running.apart(database, settings)) {
            var visitor = Visitor.of(one, "nacka.tib").at(other);
            var ofPage = visitor.open("/live");
            var ofEntries = visitor.open("/api/live");
            assertThat(ofPage.statusCode()).isEqualTo(200);
            assertThat(ofEntries.statusCode()).isEqualTo(200);
            assertThat(read(ofPage.body())).contains("event: reset");
            assertThat(read(ofEntries.body())).contains("event: reset");
            assertThat(visitor.get("/api/incidents").status()).isEqualTo(401);
        }
        Ground.here().drop(database);
    }

    /** Otherwise the test above could pass where all streams end. */
    @Test
    void aStreamGoesOnWithItsSession() throws Exception {
        var database = Ground.here().database();
        try (var server = Running.apart(database, Map.of("samlad.data", ""))) {
            var stream = Visitor.of(server, "nacka.tib").open("/api/live").body();
            server.part(Ending.class).look();
            server.by("nacka.tib")
                    .post("/api/incidents", "{\"title\":\"Efter en titt\"}")
                    .expect(201);
            var read = new StringBuilder();
            while (read.indexOf("Efter en titt") < 0) {
                assertThat(read).doesNotContain("event: reset");
                int next = stream.read();
                assertThat(next).as(read.toString()).isNotNegative();
                read.append((char) next);
            }
        }
        Ground.here().drop(database);
    }
}
