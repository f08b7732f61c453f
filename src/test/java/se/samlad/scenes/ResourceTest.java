package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The region's tracked vehicles, by API: asked for, ordered by the directing forum, promised, lent and returned (D4). */
class ResourceTest {

    private final UUID incident = Running.as("lst.chef")
            .post("/api/incidents", "{\"title\":\"Snö över länet\"}")
            .expect(201)
            .id();

    private UUID asked(String account, String what, int quantity) {
        return Running.as(account)
                .post(
                        "/api/incidents/" + incident + "/resource-needs",
                        "{\"what\":\"" + what + "\",\"quantity\":" + quantity
                                + ",\"where\":\"Hallstavik\",\"from\":\"" + Instant.now() + "\",\"until\":\""
                                + Instant.now().plusSeconds(90_000) + "\",\"ifNot\":\"Elva blir utan vård\"}")
                .expect(201)
                .id();
    }

    private static Running.Answer step(String account, UUID need, String step, String json) {
        return Running.as(account).post("/api/resource-needs/" + need + "/" + step, json.replace('\'', '"'));
    }

    private JsonNode need(UUID id) {
        var needs = Running.as("sos.tib")
                .get("/api/incidents/" + incident + "/resources")
                .expect(200)
                .json()
                .get("needs");
        for (var each : needs) if (each.get("id").asString().equals(id.toString())) return each;
        throw new AssertionError(needs);
    }

    private void has(UUID need, String state, int promised, int arrived, int returned) {
        var now = need(need);
        assertThat(now.get("state").asString()).isEqualTo(state);
        assertThat(List.of(
                        now.get("promised").asInt(),
                        now.get("arrived").asInt(),
                        now.get("returned").asInt()))
                .containsExactly(promised, arrived, returned);
    }

    private void directed() {
        Running.as("lst.chef")
                .post(
                        "/api/incidents/" + incident + "/forums",
                        "{\"level\":\"DIRECTING\",\"actors\":[\"region\",\"sbff\",\"taby\"]}")
                .expect(201);
    }

    @Test
    void trackedVehiclesAreOrderedPromisedBrokenLentAndReturned_D4() {
        var care = asked("region.vard", "bandvagnar", 2);
        var rescue = asked("sbff.tib", "bandvagnar", 1);
        step("lst.chef", rescue, "ranking", "{'rank':1,'reason':'Liv'}").expect(422); // no directing forum yet
        directed();
        step("lst.chef", rescue, "ranking", "{'rank':1,'reason':'Akut räddning'}")
                .expect(201);
        step("lst.chef", care, "ranking", "{'rank':2,'reason':'Akut vård'}").expect(201);
        step("taby.tib", care, "ranking", "{'rank':1,'reason':'Vi vill'}").expect(403);
        var order = Running.as("sos.tib")
                .get("/api/incidents/" + incident + "/resources")
                .json()
                .get("needs");
        assertThat(order.get(0).get("id").asString()).isEqualTo(rescue.toString());

        assertThat(Running.as("taby.tib").page("/turn").body()).contains("2 bandvagnar", "Elva blir utan vård");
        step("taby.tib", care, "answers", "{'answer':'LOOKING','readyInMinutes':15}")
                .expect(201);
        step("taby.tib", care, "promises", "{'quantity':2}").expect(201);
        has(care, "COVERED", 2, 0, 0);
        assertThat(Running.as("region.vard").page("/turn").body()).contains("2 lovade. Anta eller låt vara.");
        step("region.vard", care, "acceptance", "{'actor':'taby'}").expect(201);
        step("taby.tib", care, "breach", "{'quantity':1,'reason':'Motorn gick sönder'}")
                .expect(201);
        has(care, "PARTLY", 1, 0, 0);
        assertThat(Running.as("region.vard").page("/turn").body()).contains("1 lovade kommer inte");
        step("nacka.tib", care, "promises", "{'quantity':1}").expect(201);
        step("region.vard", care, "acceptance", "{'actor':'nacka'}").expect(201);
        step("taby.tib", care, "departures", "{'quantity':1}").expect(201);
        has(care, "UNDER_WAY", 2, 0, 0);
        step("region.vard", care, "arrivals", "{'actor':'taby','quantity':1}").expect(201);
        step("nacka.tib", care, "arrivals", "{'quantity':1}").expect(201);
        has(care, "IN_USE", 2, 2, 0);
        step("taby.tib", care, "recall", "{'reason':'Hemtjänsten'}").expect(201);
        assertThat(Running.as("region.vard").page("/turn").body()).contains("Begärs tillbaka");
        step("region.vard", care, "returns", "{'actor':'taby','quantity':1}").expect(201);
        has(care, "RETURNING", 2, 2, 0);
        step("taby.tib", care, "returns", "{'quantity':1}").expect(201);
        step("nacka.tib", care, "returns", "{'quantity':1}").expect(201);
        has(care, "CLOSED", 2, 2, 2);
        assertThat(Running.as("sos.tib").page("/incidents/" + incident).body())
                .contains("Kan inte hålla löftet om 1", "Motorn gick sönder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1.5", "\"två\"", "99999999999", "100001", "null"})
    void aQuantityIsWholeAndMoreThanNothing(String quantity) {
        var answer = Running.as("region.vard")
                .post(
                        "/api/incidents/" + incident + "/resource-needs",
                        "{\"what\":\"bandvagnar\",\"quantity\":" + quantity
                                + ",\"where\":\"Älmsta\",\"ifNot\":\"Kallt\"}");
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.body()).contains("quantity");
    }

    @Test
    void whatIsWrongSaysWhatToMend() {
        var all = "/api/incidents/" + incident + "/resource-needs";
        for (var field : List.of("what", "where", "ifNot")) {
            var whole = "{\"what\":\"sand\",\"quantity\":1,\"where\":\"Älmsta\",\"ifNot\":\"Halt\"}";
            assertThat(Running.as("taby.tib")
                            .post(all, whole.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\" \""))
                            .expect(422)
                            .body())
                    .contains("\"field\":\"" + field + "\"");
        }
        var until = "{\"what\":\"sand\",\"quantity\":1,\"where\":\"Älmsta\",\"ifNot\":\"Halt\",\"from\":\""
                + Instant.now().plusSeconds(7_200) + "\",\"until\":\""
                + Instant.now().plusSeconds(3_600) + "\"}";
        assertThat(Running.as("taby.tib").post(all, until).expect(422).body()).contains("\"field\":\"until\"");
    }

    @Test
    void aPromiseThatWasTakenBackIsNotAccepted_D4() {
        var need = asked("region.vard", "elverk", 1);
        step("taby.tib", need, "promises", "{'quantity':1}").expect(201);
        step("taby.tib", need, "breach", "{'quantity':1,'reason':'Det används'}")
                .expect(201);
        step("region.vard", need, "acceptance", "{'actor':'taby'}").expect(422);
        has(need, "OPEN", 0, 0, 0);
    }

    @Test
    void ofTwoAcceptancesOfTheLastOneOnlyOneHolds_D4() throws Exception {
        var need = asked("region.vard", "elverk", 1);
        step("taby.tib", need, "promises", "{'quantity':1}").expect(201);
        step("nacka.tib", need, "promises", "{'quantity':1}").expect(201);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = threads.invokeAll(List.<Callable<Integer>>of(
                    () -> step("region.vard", need, "acceptance", "{'actor':'taby'}")
                            .status(),
                    () -> step("region.vard", need, "acceptance", "{'actor':'nacka'}")
                            .status()));
            assertThat(both.stream().map(each -> each.resultNow())).containsExactlyInAnyOrder(201, 422);
        }
    }

    @Test
    void afterStandDownNothingBeginsAndWhatIsOutComesBack_I5() {
        var need = asked("region.vard", "elverk", 1);
        step("taby.tib", need, "promises", "{'quantity':1}").expect(201);
        step("region.vard", need, "acceptance", "{}").expect(201);
        step("region.vard", need, "arrivals", "{'quantity':1}").expect(201);
        directed();
        Running.as("lst.chef")
                .post("/api/incidents/" + incident + "/stand-down", "{\"reason\":\"Normalt\"}")
                .expect(201);
        step("nacka.tib", need, "promises", "{'quantity':1}").expect(422);
        assertThat(Running.as("taby.tib").page("/resource-needs/" + need).body())
                .contains("Våra är tillbaka")
                .doesNotContain("Hur många elverk lovar ni");
        step("taby.tib", need, "returns", "{'quantity':1}").expect(201);
        has(need, "CLOSED", 1, 1, 1);
    }

    @Test
    void anotherIncidentsReadersSeeNothingOfIt() {
        var need = asked("region.vard", "elverk", 1);
        assertThat(Running.as("utom.flygplats").page("/resource-needs/" + need).status())
                .isEqualTo(404);
        step("utom.flygplats", need, "promises", "{'quantity':1}").expect(404);
        Running.as("utom.flygplats")
                .get("/api/incidents/" + incident + "/resources")
                .expect(404);
    }

    @Test
    void theSameNeedAskedTwiceIsSeenBefore_I6() {
        var word = UUID.randomUUID().toString().substring(0, 5);
        var first = asked("region.vard", word + "verk", 1);
        assertThat(Running.as("sbff.tib").page("/search/raised?words=" + word).body())
                .contains("/resource-needs/" + first);
        var second = asked("sbff.tib", word + "verk", 1);
        assertThat(Running.as("sbff.tib").page("/resource-needs/" + second).body())
                .contains("/resource-needs/" + first);
    }
}
