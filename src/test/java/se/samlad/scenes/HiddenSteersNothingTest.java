package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Running.post;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running.Account;

/**
 * Promise 2, for what one does: of two incidents that differ only in what the one who acts may not see, each verb has the
 * same outcome in both.
 */
class HiddenSteersNothingTest {

    private static final String NARROW = ",\"marking\":{\"audience\":[\"actor:lst\",\"actor:polisen\"]}";

    /** What only the police and the county board see; each is refused where it would steer what others see. */
    enum Hidden {
        COORDINATING_FORUM,
        EXECUTING_FORUM_WITH_AN_OUTSIDER,
        ASKED_FOR_IN_IT,
        DIRECTION_AGREED,
        REPORT,
        MESSAGE
    }

    private record Scene(Ice ice, UUID executing, UUID message, UUID report) {

        static Scene begin() {
            var ice = Ice.incident("Isstorm som styrs").agreed();
            var executing = post(
                    "taby.tib",
                    "/api/incidents/" + ice.incident() + "/forums",
                    "{\"level\":\"EXECUTING\",\"name\":\"Röjning\",\"actors\":[\"solna\"]}");
            var message = post(
                    "taby.tib",
                    "/api/incidents/" + ice.incident() + "/messages",
                    "{\"title\":\"Stanna hemma\",\"text\":\"Det är halt.\",\"audience\":\"Press\"}");
            var report = post(
                    "taby.tib",
                    "/api/incidents/" + ice.incident() + "/reports",
                    "{\"status\":\"GREEN\",\"happened\":\"Lugnt\"}");
            return new Scene(ice, executing, message, report);
        }

        void hide(Hidden what) {
            var incident = "/api/incidents/" + ice.incident();
            switch (what) {
                case COORDINATING_FORUM ->
                    Running.as("lst.tib")
                            .post(
                                    incident + "/forums",
                                    "{\"level\":\"COORDINATING\",\"actors\":[\"polisen\"]" + NARROW + "}")
                            .expect(422);
                case EXECUTING_FORUM_WITH_AN_OUTSIDER -> hiddenForum(incident);
                case ASKED_FOR_IN_IT ->
                    Running.as("polisen.tib")
                            .post(
                                    "/api/forums/" + hiddenForum(incident) + "/initiation",
                                    "{\"level\":\"COORDINATING\",\"reason\":\"Skugga\"}")
                            .expect(422);
                case DIRECTION_AGREED -> {
                    var direction = post(
                            "lst.chef",
                            incident + "/directions",
                            "{\"forum\":\"" + ice.forum() + "\",\"aim\":\"Skugga\",\"measures\":[]" + NARROW + "}");
                    post("lst.chef", "/api/directions/" + direction + "/agreement", "{}");
                }
                case REPORT ->
                    post(
                            "polisen.tib",
                            incident + "/reports",
                            "{\"status\":\"RED\",\"happened\":\"Skugga\"" + NARROW + "}");
                case MESSAGE ->
                    post(
                            "polisen.tib",
                            incident + "/messages",
                            "{\"title\":\"Skugga\",\"text\":\"a\",\"audience\":\"Press\"" + NARROW + "}");
            }
        }

        private static UUID hiddenForum(String incident) {
            return post(
                    "lst.tib",
                    incident + "/forums",
                    "{\"level\":\"EXECUTING\",\"name\":\"Skugga\",\"actors\":[\"polisen\",\"flygplats\"]" + NARROW
                            + "}");
        }

        /** Each verb of the onlookers, one after the other: what it answers, without what differs each time. */
        Map<String, String> acted() {
            var incident = "/api/incidents/" + ice.incident();
            var outcomes = new LinkedHashMap<String, String>();
            for (var act : List.of(
                    "solna.tib POST " + incident + "/initiation {\"level\":\"COORDINATING\",\"reason\":\"Behövs\"}",
                    "taby.tib POST " + incident + "/initiation {\"level\":\"COORDINATING\",\"reason\":\"Också\"}",
                    "taby.tib POST /api/forums/" + executing + "/composition {\"callIn\":[\"flygplats\"]}",
                    "taby.tib POST /api/forums/" + executing + "/composition {\"callIn\":[\"nacka\"]}",
                    "taby.tib POST " + incident
                            + "/forums {\"level\":\"EXECUTING\",\"name\":\"Skola\",\"actors\":[\"flygplats\"]}",
                    "taby.chef POST /api/directions/" + ice.direction() + "/stances {\"stance\":\"ACCEPTS\"}",
                    "taby.chef POST " + incident + "/directions {\"aim\":\"Mer värme\",\"measures\":[],\"replaces\":\""
                            + ice.direction() + "\"}",
                    "taby.tib POST " + incident + "/concerns {\"actor\":\"taby\",\"concern\":\"DIRECT\"}",
                    "taby.tib POST " + incident + "/reports {\"nothingNew\":true}",
                    "taby.tib POST /api/reports/" + report
                            + "/correction {\"status\":\"YELLOW\",\"happened\":\"Halt\",\"reason\":\"Fel\"}",
                    "komm POST " + incident + "/messages/" + message + "/check {}",
                    "rsib POST " + incident + "/forums {\"level\":\"COORDINATING\",\"actors\":[\"taby\"]}",
                    "rsib POST " + incident + "/forums {\"level\":\"COORDINATING\",\"actors\":[\"taby\"]}",
                    "rsib POST " + incident + "/stand-down {\"reason\":\"Över\"}",
                    "solna.tib POST " + incident + "/initiation {\"level\":\"DIRECTING\",\"reason\":\"Igen\"}")) {
                var parts = act.split(" ", 4);
                var answer = Running.as(parts[0]).post(parts[2], parts[3]);
                outcomes.put(
                        outcomes.size() + " " + still(act),
                        answer.status() + " " + (answer.status() == 201 ? "" : still(answer.body())));
            }
            return outcomes;
        }

        private static String still(String body) {
            return body.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID").replaceAll("\"instance\":\"[^\"]*\"", "");
        }
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF, seed = "20261129")
    void whatIsHiddenChangesNoVerbsOutcome(@ForAll Set<Hidden> hidden) {
        var plain = Scene.begin();
        var shadowed = Scene.begin();
        hidden.forEach(shadowed::hide);
        assertThat(shadowed.acted()).isEqualTo(plain.acted());
    }

    /** All at once, and what the verbs are: the property could not fail if they all were refused. */
    @Test
    void allThatCanBeHiddenChangesNothing() {
        var plain = Scene.begin();
        var shadowed = Scene.begin();
        for (var what : Hidden.values()) shadowed.hide(what);
        var outcomes = plain.acted();
        assertThat(new ArrayList<>(outcomes.values()).stream().filter("201 "::equals))
                .hasSizeGreaterThan(7);
        assertThat(shadowed.acted()).isEqualTo(outcomes);
    }

    @Test
    void anOutsidersOwnSignalOfAWarningHindersNobody_I1() {
        var warning = "smhi:" + UUID.randomUUID();
        var signal = "{\"title\":\"Snö\",\"warning\":\"" + warning + "\"";
        var own = "{\"audience\":[\"actor:flygplats\"]}";
        var outside = Running.as("utom.flygplats");
        outside.post("/api/incidents", signal + ",\"marking\":" + own + "}").expect(201);
        outside.post("/api/incidents", signal + "}").expect(201);
        outside.post("/api/incidents", signal + "}").expect(422);
        Account taby = Running.as("taby.tib");
        assertThat(taby.post("/api/incidents", signal + "}").expect(422).body()).contains("signal");
        var other = "{\"title\":\"Snö\",\"warning\":\"" + warning + "2\"";
        outside.post("/api/incidents", other + ",\"marking\":" + own + "}").expect(201);
        taby.post("/api/incidents", other + "}").expect(201);
        Running.as("solna.tib").post("/api/incidents", other + "}").expect(422);
    }

    /** What is narrower is not told of to those who see only the other. */
    @Test
    void theCountyBoardJoinsTwoAndOnlyWhoSeesBothIsTold() {
        var open = Ice.signal("Isstorm för alla", "");
        var narrow = Ice.signal("Isstorm för få", NARROW);
        var joining = "{\"incident\":\"" + narrow + "\",\"reason\":\"Samma is\"}";
        var path = "/api/incidents/" + open + "/joining";
        var solna = Running.as("solna.tib");
        var before = solna.get("/api/journal?incident=" + open).expect(200).body();
        Running.as("taby.tib").post(path, joining).expect(404);
        Running.as("polisen.tib").post(path, joining).expect(403);
        Running.as("lst.tib").post(path, joining).expect(201);
        Running.as("rsib").post(path, joining).expect(422);
        for (var who : List.of("lst.tib", "polisen.tib", "rsib"))
            assertThat(Running.as(who).get("/api/incidents/" + open).expect(200).body())
                    .contains("\"joined\":[\"" + narrow + "\"]");
        assertThat(Running.as("polisen.tib")
                        .get("/api/incidents/" + narrow)
                        .expect(200)
                        .body())
                .contains("\"joined\":[\"" + open + "\"]");
        assertThat(solna.get("/api/journal?incident=" + open).expect(200).body())
                .isEqualTo(before);
        assertThat(solna.get("/api/incidents/" + open).expect(200).body()).contains("\"joined\":[]");
    }
}
