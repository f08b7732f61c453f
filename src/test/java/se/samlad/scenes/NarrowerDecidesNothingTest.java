package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running.Answer;

/** What only some see neither takes the place of what all see, nor is told of by what all see (promise 2, DESIGN §2). */
class NarrowerDecidesNothingTest {

    private static final String NARROW = ",\"marking\":{\"audience\":[\"actor:lst\",\"actor:polisen\"]}";
    private static final String SHARED = ",\"marking\":{\"audience\":[\"incident\"]}";
    private static final String SECRET = "Skuggväg 76";

    private final Ice ice = Ice.incident("Isstorm för få").agreed();
    private final String incident = "/api/incidents/" + ice.incident();

    @Test
    void aDirectionReplacesNoneThatAnotherCircleSees() {
        var narrow = created(propose(NARROW));
        agree(narrow);
        refused(propose(",\"replaces\":\"" + ice.direction() + "\"" + NARROW), "direction.narrower");
        refused(propose(",\"replaces\":\"" + narrow + "\"" + SHARED), "direction.narrower");
        assertThat(state("solna.tib", ice.direction())).isEqualTo("AGREED");
    }

    /** The page's form chooses no circle. */
    @Test
    void theNextVersionHasTheCircleOfTheOneItReplacesWhereNoneIsChosen() {
        var narrow = created(propose(NARROW));
        agree(narrow);
        var next = created(propose(",\"replaces\":\"" + narrow + "\""));
        agree(next);
        assertThat(state("polisen.tib", narrow)).isEqualTo("REPLACED");
        Running.as("solna.tib").get("/api/directions/" + next).expect(404);
        assertThat(state("solna.tib", ice.direction())).isEqualTo("AGREED");
    }

    @Test
    void aStandDownIsNeitherHinderedByANarrowedMeasureNorTellsOfIt_I5() {
        var narrow = created(
                propose(",\"measures\":[{\"actor\":\"polisen\",\"what\":\"Håller " + SECRET + " fri\"}]" + NARROW));
        agree(narrow);
        var direction =
                Running.as("polisen.tib").get("/api/directions/" + narrow).expect(200);
        var measure = direction.json().get("measures").get(0).get("id").asString();
        Running.as("polisen.chef")
                .post("/api/directions/" + narrow + "/stances", "{\"stance\":\"ACCEPTS\"}")
                .expect(201);
        Running.as("polisen.tib")
                .post("/api/directions/" + narrow + "/measures/" + measure + "/progress", "{\"state\":\"STARTED\"}")
                .expect(201);
        assertThat(Running.as("lst.tib")
                        .page("/incidents/" + ice.incident() + "/stand-down")
                        .expect(200)
                        .body())
                .contains("stand-down")
                .doesNotContain(SECRET, measure);
        var told =
                "{\"reason\":\"Över\",\"handOver\":[{\"measure\":\"" + measure + "\",\"to\":\"samordningsgruppen\"}]}";
        refused(Running.as("lst.tib").post(incident + "/stand-down", told), "desk.no-such-measure");
        Running.as("lst.tib")
                .post(incident + "/stand-down", "{\"reason\":\"Över\"}")
                .expect(201);
        var log = "/api/journal?limit=1000&incident=" + ice.incident();
        assertThat(Running.as("polisen.tib").get(log).expect(200).body()).contains(SECRET);
        assertThat(Running.as("solna.tib").get(log).expect(200).body())
                .contains("incident.stood-down")
                .doesNotContain(SECRET, measure);
    }

    /** A need stands as narrow as it was stated, also under a later report that all see. */
    @Test
    void aStandDownHandsOverNoNarrowNeedCarriedUnderASharedReport_I5() {
        var open = "Behöver 40 tältsängar";
        report("polisen.tib", ",\"needs\":\"Behöver " + SECRET + "\"" + NARROW);
        report("polisen.tib", "");
        report("solna.tib", ",\"needs\":\"" + open + "\"");
        assertThat(Running.as("lst.tib")
                        .page("/incidents/" + ice.incident() + "/stand-down")
                        .expect(200)
                        .body())
                .contains(open)
                .doesNotContain(SECRET);
    }

    @Test
    void aNarrowerForumNeitherBecomesARegionalOneNorAsksForOne_F6() {
        var forum = narrowForum();
        for (var level : new String[] {"COORDINATING", "DIRECTING"}) {
            refused(
                    Running.as("polisen.tib")
                            .post(
                                    "/api/forums/" + forum + "/initiation",
                                    "{\"level\":\"" + level + "\",\"reason\":\"Behövs\"}"),
                    "forum.narrower");
        }
        refused(
                Running.as("lst.tib").post("/api/forums/" + forum + "/raising", "{\"reason\":\"Växer\"}"),
                "forum.narrower");
        assertThat(Running.as("solna.tib").get(incident + "/forums").expect(200).body())
                .doesNotContain(forum.toString());
    }

    /** It names its forum, so it is seen by those who see the forum. */
    @Test
    void aDirectionInANarrowerForumIsTheForums() {
        var forum = ",\"forum\":\"" + narrowForum() + "\"";
        var direction = created(propose(forum));
        var log = "/api/journal?limit=1000&incident=" + ice.incident();
        assertThat(Running.as("solna.tib").get(log).expect(200).body()).doesNotContain(forum, direction.toString());
        Running.as("solna.tib").get("/api/directions/" + direction).expect(404);
        Running.as("polisen.tib").get("/api/directions/" + direction).expect(200);
        refused(propose(forum + SHARED), "direction.wider");
        refused(propose(forum + ",\"marking\":{\"audience\":[\"actor:polisen\",\"actor:solna\"]}"), "direction.wider");
        var few = created(propose(forum + ",\"marking\":{\"audience\":[\"actor:lst\"]}"));
        Running.as("polisen.tib").get("/api/directions/" + few).expect(404);
    }

    private UUID narrowForum() {
        return created(Running.as("lst.tib")
                .post(
                        incident + "/forums",
                        "{\"level\":\"EXECUTING\",\"name\":\"Skugga\",\"actors\":[\"polisen\"]" + NARROW + "}"));
    }

    private void report(String account, String more) {
        created(Running.as(account)
                .post(incident + "/reports", "{\"status\":\"YELLOW\",\"happened\":\"Det är halt\"" + more + "}"));
    }

    /** In the directing forum, without measures, unless more says otherwise. */
    private Answer propose(String more) {
        var forum = more.contains("\"forum\"") ? "" : ",\"forum\":\"" + ice.forum() + "\"";
        var measures = more.contains("\"measures\"") ? "" : ",\"measures\":[]";
        return Running.as("lst.chef")
                .post(incident + "/directions", "{\"aim\":\"Ingen ska frysa\"" + forum + measures + more + "}");
    }

    private static void agree(UUID direction) {
        created(Running.as("lst.chef").post("/api/directions/" + direction + "/agreement", "{}"));
    }

    private static String state(String account, UUID direction) {
        return Running.as(account)
                .get("/api/directions/" + direction)
                .expect(200)
                .json()
                .get("state")
                .asString();
    }

    private static UUID created(Answer answer) {
        return answer.expect(201).id();
    }

    private static void refused(Answer answer, String key) {
        assertThat(answer.expect(422).json().get("code").asString()).isEqualTo(key);
    }
}
