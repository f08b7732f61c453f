package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is called is seen by the API, and the ladders go on by themselves, over restarts and on two nodes (I3). */
class CalledOutTest {

    private static final Map<String, Object> CALLS = Map.of("samlad.data", "", "samlad.call-nobody", false);
    private static final String STEPS = "callout.steps-taken.1";

    private final String database = Ground.here().database();

    @AfterEach
    void end() {
        Ahead.by(Duration.ZERO);
        Ground.here().drop(database);
    }

    private static UUID incident(Running.Account by, String more) {
        return by.post("/api/incidents", "{\"title\":\"Snöstorm\"" + more + "}")
                .expect(201)
                .id();
    }

    private static UUID convened(Running.Account by, UUID incident, String more) {
        return by.post("/api/incidents/" + incident + "/forums", "{\"level\":\"COORDINATING\"" + more + "}")
                .expect(201)
                .id();
    }

    private static JsonNode of(Running.Account by, UUID forum, String actor) {
        var calls = by.get("/api/forums/" + forum + "/calls").expect(200).json();
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.get("actor").asString().equals(actor))
                .findFirst()
                .orElseThrow();
    }

    private static String state(Running.Account by, UUID forum, String actor) {
        return of(by, forum, actor).get("state").asString();
    }

    @Test
    void allAreCalledInTheSameStepAndEachAnswersForItself_A4_I3() {
        try (var server = Running.apart(database, Map.of("samlad.data", ""))) {
            var tib = server.by("lst.tib");
            var incident = incident(tib, "");
            var forum = convened(tib, incident, "");
            var calls = tib.get("/api/forums/" + forum + "/calls").expect(200).json();
            assertThat(calls).hasSize(37);
            assertThat(state(tib, forum, "lst")).as("who calls is in").isEqualTo("ACKNOWLEDGED");
            var nacka = of(tib, forum, "nacka");
            assertThat(nacka.get("state").asString()).isEqualTo("CALLED");
            assertThat(nacka.get("function").asString()).isEqualTo("nacka/tib");
            assertThat(nacka.get("steps").get(0).get("path").asString()).isEqualTo("PAGE");
            var path = "/api/calls/" + nacka.get("id").asString() + "/acknowledgement";
            server.by("solna.tib").post(path, "{}").expect(403);
            server.by("nacka.tib").post(path, "{\"onTheWay\":true}").expect(201);
            server.by("nacka.tib").post(path, "{}").expect(422);
            assertThat(state(tib, forum, "nacka")).isEqualTo("ON_THE_WAY");
            server.by("solna.tib")
                    .post("/api/forums/" + forum + "/acknowledgement", "{}")
                    .expect(201);
            assertThat(state(tib, forum, "solna")).as("as before").isEqualTo("ACKNOWLEDGED");
            var polisen = of(tib, forum, "polisen").get("id").asString();
            tib.post("/api/calls/" + polisen + "/outcome", "{\"outcome\":\"WRONG_NUMBER\"}")
                    .expect(201);
            assertThat(server.by("polisen.tib").page("/turn").body()).contains("Ett nummer till er är fel");
            assertThat(server.by("sos.tib").page("/turn").body()).doesNotContain("Ett nummer till er är fel");
            server.by("polisen.tib")
                    .post(
                            "/api/actors/polisen/functions/tib/paths",
                            "{\"paths\":[{\"way\":\"VOICE\",\"address\":\"08-465 004 77\"}]}")
                    .expect(201);
            assertThat(server.by("polisen.tib").page("/turn").body())
                    .as("mended")
                    .doesNotContain("Ett nummer till er är fel");
            server.by("utom.flygplats").get("/api/forums/" + forum + "/calls").expect(404);
            server.by("utom.flygplats").post(path, "{}").expect(404);
            tib.post("/api/calls/" + UUID.randomUUID() + "/acknowledgement", "{}")
                    .expect(404);
        }
    }

    @Test
    void theLadderGoesOnOverARestartAndOnTwoNodesAndNoStepIsTakenTwice_I3() throws Exception {
        UUID forum;
        UUID incident;
        try (var first = Running.apart(database, CALLS, Ahead.class)) {
            var tib = first.by("lst.tib");
            incident = incident(tib, "");
            forum = convened(tib, incident, ",\"actors\":[\"nacka\",\"solna\"]");
        }
        try (var one = Running.apart(database, CALLS, Ahead.class);
                var two = Running.apart(database, CALLS, Ahead.class)) {
            var tib = one.by("lst.tib");
            var heard = Listening.to(two.by("lst.tib"), "/api/live?incident=" + incident);
            two.by("solna.tib")
                    .post("/api/forums/" + forum + "/acknowledgement", "{}")
                    .expect(201);
            Ahead.by(Duration.ofSeconds(121));
            heard.until(STEPS);
            assertThat(of(two.by("lst.tib"), forum, "nacka")
                            .get("steps")
                            .get(1)
                            .get("path")
                            .asString())
                    .isEqualTo("MAIL");
            for (int minutes = 10; !state(two.by("lst.tib"), forum, "nacka").equals("NOT_REACHED"); minutes += 10) {
                Ahead.by(Duration.ofMinutes(minutes));
                heard.next();
            }
            assertThat(state(two.by("lst.tib"), forum, "nacka")).isEqualTo("NOT_REACHED");
            assertThat(state(two.by("lst.tib"), forum, "solna")).isEqualTo("ACKNOWLEDGED");
            var steps = new HashSet<String>();
            for (var entry : tib.get("/api/journal?limit=1000&incident=" + incident)
                    .json()
                    .get("entries")) {
                if (entry.get("kind").asString().equals(STEPS))
                    for (var step : entry.get("body").get("steps"))
                        assertThat(steps.add(step.toString())).isTrue();
            }
            assertThat(steps).hasSizeGreaterThan(3);
        }
    }

    @Test
    void anExercisesLadderGoesByItsOwnClock() throws Exception {
        try (var server = Running.apart(database, CALLS, Ahead.class)) {
            var tib = server.by("lst.tib");
            var incident = incident(tib, ",\"exercise\":{\"clock\":\"2026-01-14T10:00:00Z\"}");
            var forum = convened(tib, incident, ",\"actors\":[\"nacka\"]");
            var heard = Listening.to(tib, "/api/live?incident=" + incident);
            Ahead.by(Duration.ofHours(2)); // which its clock does not know of
            tib.post("/api/incidents/" + incident + "/clock", "{\"now\":\"2026-01-14T10:00:59Z\"}")
                    .expect(201);
            assertThat(of(tib, forum, "nacka").get("steps")).hasSize(1);
            tib.post("/api/incidents/" + incident + "/clock", "{\"now\":\"2026-01-14T10:01:00Z\"}")
                    .expect(201);
            heard.until(STEPS);
            var step = of(tib, forum, "nacka").get("steps").get(1);
            assertThat(step.get("at").asString()).isEqualTo("2026-01-14T10:01:00Z");
        }
    }
}
