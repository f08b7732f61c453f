package se.samlad.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Ahead;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Listening;
import se.samlad.scenes.Running;

/** A function begins and ends at its times by itself (A6). */
class TermsTest {

    @Test
    void aFunctionBeginsAndEndsAtItsTimes_A6() throws Exception {
        var database = Ground.here().database();
        try (var server = Running.apart(database, Map.of("samlad.data", ""), Ahead.class)) {
            var admin = server.by("nacka.admin");
            var from = Instant.now().plus(Duration.ofHours(1));
            var until = from.plus(Duration.ofHours(1));
            var heard = Listening.to(admin, "/api/live");
            admin.post(
                            "/api/actors/nacka/functions/tib/holders",
                            "{\"account\":\"nacka.sakchef\",\"from\":\"" + from + "\",\"until\":\"" + until + "\"}")
                    .expect(201);
            assertThat(mayActAs(server, "nacka/tib")).isFalse();

            Ahead.by(Duration.ofMinutes(61));
            heard.until("access.function-given.1");
            assertThat(mayActAs(server, "nacka/tib")).isTrue();

            Ahead.by(Duration.ofMinutes(121));
            heard.until("access.function-taken.1");
            assertThat(mayActAs(server, "nacka/tib")).isFalse();
        } finally {
            Ahead.by(Duration.ZERO);
            Ground.here().drop(database);
        }
    }

    private static boolean mayActAs(Running server, String function) {
        var person = server.by("nacka.sakchef");
        var asked = person.request("/api/incidents", "application/json")
                .header("Samlad-Function", function)
                .GET();
        return person.send(asked).status() == 200;
    }
}
