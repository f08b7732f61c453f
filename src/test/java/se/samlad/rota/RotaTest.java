package se.samlad.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samlad.reach.Personal;
import se.samlad.scenes.Running;
import tools.jackson.databind.JsonNode;

/** Shifts are planned by those who may, and all members are told by function who is on duty, but not who it is (A4, A6). */
class RotaTest {

    /** One for the whole class, which an hour that ends meanwhile does not move. */
    private static final Instant HOUR = Instant.now().truncatedTo(ChronoUnit.HOURS);

    /** Whole hours from now on; each test has an actor of its own. */
    private static Instant hour(int hours) {
        return HOUR.plus(hours, ChronoUnit.HOURS);
    }

    private static String shift(String function, int from, int until, String more) {
        return "{\"function\":\"" + function + "\",\"from\":\"" + hour(from) + "\",\"until\":\"" + hour(until) + "\""
                + more + "}";
    }

    private static Running.Answer plan(String by, String json) {
        return Running.as(by).post("/api/duty/shifts", json);
    }

    private static List<JsonNode> onDuty(String by, String function, int hour) {
        var found = new ArrayList<JsonNode>();
        for (var each :
                Running.as(by).get("/api/duty?at=" + hour(hour)).expect(200).json())
            if (each.get("function").asString().equals(function)) found.add(each);
        return found;
    }

    private static void refused(Running.Answer answer, String key, String field) {
        assertThat(answer.expect(422).json().get("type").asString() + answer.body())
                .contains(key);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }

    @Test
    void whoeverIsOnDutyIsSeenByAllMembersByFunctionAndNobodyByName_A6() {
        plan("sigtuna.tib", shift("sigtuna/tib", -2, 22, "")).expect(201);
        var seen = onDuty("polisen.tib", "sigtuna/tib", 0);
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().get("actor").asString()).isEqualTo("sigtuna");
        assertThat(Instant.parse(seen.getFirst().get("from").asString())).isEqualTo(hour(-2));
        assertThat(Instant.parse(seen.getFirst().get("until").asString())).isEqualTo(hour(22));
        assertThat(seen.toString()).doesNotContain("sigtuna.tib");
        assertThat(onDuty("polisen.tib", "sigtuna/tib", 22)).as("half open").isEmpty();
        assertThat(onDuty("utom.flygplats", "sigtuna/tib", 0)).as("no member").isEmpty();
        assertThat(Running.as("polisen.tib").journal()).doesNotContain("sigtuna.tib");
        assertThat(Running.as("sigtuna.chef").journal()).contains("rota.planned", "sigtuna.tib");
        Running.anybody().get("/api/duty").expect(401);
    }

    /** A colleague who holds the function too is not woken. */
    @Test
    void aCallReachesWhoIsOnDutyAndWhereNobodyIsPlannedAllWhoHoldTheFunction_A6() {
        var given = Running.as("nykvarn.admin")
                .post("/api/actors/nykvarn/functions/tib/holders", "{\"account\":\"nykvarn.sakchef\"}");
        assertThat(given.status()).isIn(201, 422); // 422: held already
        var holders = Running.server().part(Personal.Holders.class);
        assertThat(holders.of("nykvarn/tib")).contains("nykvarn.sakchef", "nykvarn.tib");
        plan("nykvarn.tib", shift("nykvarn/tib", -2, 22, "")).expect(201);
        assertThat(holders.of("nykvarn/tib")).containsExactly("nykvarn.tib");
        assertThat(holders.of("nykvarn/finns-inte")).isEmpty();
    }

    @Test
    void whatCanNotBeIsRefusedAtItsField() {
        refused(plan("huddinge.admin", shift("huddinge/tib", 10, 20, "")), "rota.who", "account");
        plan("huddinge.tib", shift("huddinge/tib", 10, 20, "")).expect(201);
        refused(plan("huddinge.tib", shift("huddinge/tib", 19, 30, "")), "rota.overlaps", "from");
        refused(plan("huddinge.tib", shift("huddinge/tib", 40, 40, "")), "rota.inverted", "until");
        refused(plan("huddinge.tib", shift("huddinge/tib", 41, 40, "")), "rota.inverted", "until");
        refused(plan("huddinge.tib", shift("huddinge/tib", 40, 40 + 32 * 24, "")), "rota.too-long", "until");
        refused(plan("huddinge.tib", shift("huddinge/tib", 500 * 24, 500 * 24 + 1, "")), "rota.too-far", "from");
        for (var somebody : List.of("nacka.tib", "huddinge.admin", "no-such-person"))
            refused(
                    plan("huddinge.admin", shift("huddinge/tib", 40, 50, ",\"account\":\"" + somebody + "\"")),
                    "rota.person",
                    "account");
        refused(plan("huddinge.admin", shift("huddinge/finns-inte", 40, 50, "")), "rota.function", "function");
        refused(plan("huddinge.admin", shift("huddinge/admin", 40, 50, "")), "rota.function", "function");
        refused(plan("huddinge.tib", "{\"function\":\"huddinge/tib\"}"), "text.missing", "from");
        for (var pattern : List.of(
                "{\"every\":0} pattern.every",
                "{\"then\":[\"huddinge.sakchef\"]} pattern.every",
                "{\"every\":7,\"then\":[\"nacka.tib\"]} pattern.then",
                "{\"every\":7,\"except\":[\"jul\"]} pattern.except",
                "{\"every\":7,\"end\":\"" + hour(45) + "\"} pattern.end")) {
            var two = pattern.split(" ");
            var answer = plan("huddinge.tib", shift("huddinge/tib", 40, 50, ",\"pattern\":" + two[0]));
            assertThat(answer.expect(422).json().get("field").asString())
                    .as(pattern)
                    .isEqualTo(two[1]);
        }
        refused(
                plan("huddinge.tib", shift("huddinge/tib", 40, 40 + 30, ",\"pattern\":{\"every\":1}")),
                "rota.turn-too-long",
                "until");
        plan("huddinge.admin", shift("huddinge/tib", 40, 50, ",\"pattern\":{\"weekly\":true}"))
                .expect(400);
    }

    @Test
    void nobodyPlansForAnotherActorAndAHolderBindsOnlyItself_A4() {
        plan("nacka.admin", shift("lidingo/tib", 10, 20, "")).expect(403);
        plan("nacka.tib", shift("lidingo/tib", 10, 20, "")).expect(403);
        plan("lidingo.chef", shift("lidingo/tib", 10, 20, "")).expect(403);
        plan("lidingo.sakchef", shift("lidingo/tib", 10, 20, ",\"account\":\"lidingo.tib\""))
                .expect(403);
        var own = plan("lidingo.sakchef", shift("lidingo/tib", 10, 20, "")).expect(201);
        plan("lidingo.tib", shift("lidingo/tib", 12, 15, ",\"over\":\"INSTEAD\""))
                .expect(403);
        plan("lidingo.tib", shift("lidingo/tib", 12, 15, ",\"over\":\"BESIDE\""))
                .expect(201);
        assertThat(onDuty("lidingo.tib", "lidingo/tib", 13)).hasSize(2);
        var removal = "/api/duty/shifts/" + own.id() + "/removal";
        Running.as("lidingo.tib").post(removal, "{\"reason\":\"Fel\"}").expect(403);
        Running.as("nacka.admin").post(removal, "{\"reason\":\"Fel\"}").expect(404);
        refused(Running.as("lidingo.sakchef").post(removal, "{}"), "text.missing", "reason");
        Running.as("lidingo.sakchef").post(removal, "{\"reason\":\"Sjuk\"}").expect(201);
        assertThat(onDuty("lidingo.tib", "lidingo/tib", 13)).hasSize(1);
        Running.as("lidingo.sakchef").post(removal, "{\"reason\":\"Sjuk\"}").expect(422);
    }

    @Test
    void aShiftOverAnotherCutsItAndThePatternGoesOnWhenItIsTakenAway() {
        Running.as("jarfalla.admin")
                .post("/api/actors/jarfalla/functions/tib/holders", "{\"account\":\"jarfalla.sakchef\"}");
        var weekly = ",\"account\":\"jarfalla.tib\",\"pattern\":{\"every\":7,\"then\":[\"jarfalla.sakchef\"]}";
        plan("jarfalla.admin", shift("jarfalla/tib", 0, 167, weekly)).expect(201);
        assertThat(until("jarfalla", 1)).isEqualTo(hour(167));
        var over = plan(
                        "jarfalla.admin",
                        shift("jarfalla/tib", 10, 20, ",\"account\":\"jarfalla.sakchef\",\"over\":\"INSTEAD\""))
                .expect(201);
        assertThat(until("jarfalla", 1)).isEqualTo(hour(10));
        assertThat(until("jarfalla", 15)).isEqualTo(hour(20));
        assertThat(until("jarfalla", 30)).isEqualTo(hour(167));
        Running.as("jarfalla.admin")
                .post("/api/duty/shifts/" + over.id() + "/removal", "{\"reason\":\"Frisk igen\"}")
                .expect(201);
        assertThat(until("jarfalla", 1)).isEqualTo(hour(167));
    }

    private static Instant until(String actor, int hour) {
        var on = onDuty("lst.tib", actor + "/tib", hour);
        assertThat(on).hasSize(1);
        return Instant.parse(on.getFirst().get("until").asString());
    }

    /** Who has left is on duty no more, whatever was planned: that is a gap. */
    @Test
    void whoHoldsTheFunctionNoMoreIsNotOnDuty_A6() {
        var holders = "/api/actors/haninge/functions/tib/holders";
        Running.as("haninge.admin")
                .post(holders, "{\"account\":\"haninge.chef\"}")
                .expect(201);
        plan("haninge.admin", shift("haninge/tib", 0, 20, ",\"account\":\"haninge.chef\""))
                .expect(201);
        assertThat(onDuty("lst.tib", "haninge/tib", 5)).hasSize(1);
        Running.as("haninge.admin").post(holders + "/haninge.chef/ending", "{}").expect(201);
        assertThat(onDuty("lst.tib", "haninge/tib", 5)).isEmpty();
    }

    /** The hand-over proposes who is planned next; whoever takes over is on duty until the planned shift ends (A6). */
    @Test
    void whoTakesOverWinsOverThePlanUntilThePlannedShiftEnds_A6() {
        var holders = "/api/actors/osteraker/functions/tib/holders";
        Running.as("osteraker.admin")
                .post(holders, "{\"account\":\"osteraker.chef\"}")
                .expect(201);
        plan("osteraker.tib", shift("osteraker/tib", -2, 10, "")).expect(201);
        plan("osteraker.sakchef", shift("osteraker/tib", 10, 20, "")).expect(201);
        assertThat(Running.as("osteraker.tib").page("/shift").body())
                .contains("osteraker.tib är i tjänst", "Sedan kommer osteraker.sakchef")
                .contains("value=\"osteraker.sakchef\" selected")
                .doesNotContain("value=\"osteraker.chef\" selected");
        var handOver = Running.as("osteraker.tib")
                .post("/api/duty/hand-overs", "{\"to\":\"osteraker.chef\"}")
                .expect(201)
                .id();
        Running.as("osteraker.chef")
                .post("/api/duty/hand-overs/" + handOver + "/taking", "{}")
                .expect(201);
        var before = onDuty("lst.tib", "osteraker/tib", -1).getFirst();
        assertThat(before.get("from").asString()).isEqualTo(hour(-2).toString());
        assertThat(until("osteraker", 1)).isEqualTo(hour(10));
        assertThat(until("osteraker", 15)).isEqualTo(hour(20));
        assertThat(Running.as("osteraker.tib").page("/rota").body())
                .contains("<bdi>osteraker.chef</bdi>", "osteraker.sakchef");
    }

    /** One line on the actor's page and where actors are chosen: until when, or that nobody is planned; never who (A6). */
    @Test
    void whetherSomebodyIsOnDutyStandsWhereOneLooks_A6() {
        plan("upplands-bro.tib", shift("upplands-bro/tib", -2, 30, "")).expect(201);
        assertThat(Running.as("lst.tib").page("/actors/upplands-bro").body())
                .contains("I tjänst till ")
                .doesNotContain("upplands-bro.tib");
        assertThat(Running.as("utom.flygplats").page("/actors/upplands-bro").body())
                .doesNotContain("I tjänst till ");
        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Vem har jour?\"}")
                .expect(201)
                .id();
        var page =
                Running.as("lst.tib").page("/incidents/" + incident + "/forums").body();
        assertThat(page.replaceAll("\\s+", " "))
                .containsPattern("> Upplands-Bro<span class=\"by\">I tjänst till ")
                .contains("<span class=\"by\">Ingen planerad nu</span>")
                .doesNotContain("upplands-bro.tib");
    }

    /** A gap is a warning by itself, also where nothing was ever planned, for whoever plans (R2). */
    @Test
    void aGapWaitsForWhoeverPlansUntilItIsPlanned_R2() {
        assertThat(Running.as("norrtalje.admin").page("/turn").body())
                .contains("lucka i jouren", "Tjänsteman i beredskap");
        assertThat(Running.as("norrtalje.tib").page("/turn").body()).doesNotContain("lucka i jouren");
        var turns = ",\"account\":\"norrtalje.tib\",\"pattern\":{\"every\":1}";
        plan("norrtalje.admin", shift("norrtalje/tib", -1, 22, turns)).expect(201);
        assertThat(Running.as("norrtalje.admin").page("/turn").body()).contains("luckor i jouren");
        turns = ",\"account\":\"norrtalje.sakchef\",\"pattern\":{\"every\":1}";
        plan("norrtalje.admin", shift("norrtalje/tib", 22, 23, turns)).expect(201);
        assertThat(Running.as("norrtalje.admin").page("/turn").body()).doesNotContain("i jouren");
        assertThat(Running.as("norrtalje.tib").page("/rota").body()).contains("Inga luckor");
    }
}
