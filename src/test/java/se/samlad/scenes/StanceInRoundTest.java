package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A stance that is asked for in a conference's round: each takes its own, and what is said aloud waits for that (A4, D3). */
class StanceInRoundTest {

    private Ice ice;
    private UUID conference;

    @BeforeEach
    void opened() {
        ice = Ice.incident("Fråga i ronden").agreed();
        conference = called(ice.forum());
    }

    private static UUID called(UUID forum) {
        var id = Running.as("lst.chef")
                .post("/api/forums/" + forum + "/conferences", "{\"kind\":\"ACTIVATED\"}")
                .expect(201)
                .id();
        Running.as("lst.chef").post("/api/conferences/" + id + "/opening", "{}").expect(201);
        return id;
    }

    private Running.Answer stances(String account, UUID direction, String more) {
        return Running.as(account)
                .post(
                        "/api/conferences/" + conference + "/stances",
                        "{\"direction\":\"" + direction + "\"" + more + "}");
    }

    private UUID noted(String actor, String stance) {
        var more = ",\"actor\":\"" + actor + "\",\"stance\":\"" + stance + "\",\"reason\":\"Vi har ingen plog\"";
        return stances("lst.chef", ice.direction(), more).expect(201).id();
    }

    private void taken(String account, String stance) {
        Running.as(account)
                .post(
                        "/api/directions/" + ice.direction() + "/stances",
                        "{\"stance\":\"" + stance + "\",\"reason\":\"Vi har ingen plog\"}")
                .expect(201);
    }

    private Running.Answer own(String account, UUID line, String more) {
        return Running.as(account)
                .post("/api/conferences/" + conference + "/own-word", "{\"line\":\"" + line + "\"" + more + "}");
    }

    private JsonNode direction() {
        return Running.as("lst.chef")
                .get("/api/directions/" + ice.direction())
                .expect(200)
                .json();
    }

    private JsonNode line(UUID id) {
        for (var line : Running.as("lst.chef")
                .get("/api/conferences/" + conference)
                .expect(200)
                .json()
                .get("said")) if (line.get("id").asString().equals(id.toString())) return line;
        throw new AssertionError("no line " + id);
    }

    private static String page(String account, String path) {
        return Running.as(account).page(path).body();
    }

    @Test
    void itIsAskedAndEachTakesItsOwnOnItsOwnScreen_D3() {
        stances("lst.chef", ice.direction(), "").expect(201);
        assertThat(page("taby.chef", "/conferences/" + conference))
                .contains("Ställningstagande till Inriktning 1", "Täby har inte tagit ställning till Inriktning 1");
        taken("taby.chef", "ACCEPTS");
        assertThat(page("taby.chef", "/conferences/" + conference))
                .doesNotContain("Täby har inte tagit ställning")
                .containsPattern("Ställer sig bakom <b>1</b></dt><dd>Täby");
        assertThat(stances("lst.chef", ice.direction(), "").status()).isEqualTo(422);
    }

    @Test
    void whatIsSaidAloudIsNobodysStanceUntilTheActorSaysSo_A4() {
        var line = noted("taby", "ADAPTS");
        assertThat(direction().get("stances")).isEmpty();
        assertThat(line(line).get("waits").asBoolean()).isTrue();
        assertThat(page("polisen.chef", "/conferences/" + conference))
                .as("though nobody asked for it")
                .contains("Sagt muntligt, väntar på eget ord <b>1</b>");
        var beside = page("polisen.chef", "/directions/" + ice.direction());
        assertThat(beside).contains("Det gäller först när aktören själv", "Vi har ingen plog");
        assertThat(page("taby.chef", "/turn")).contains("väntar på ert eget ord");

        assertThat(own("polisen.chef", line, "").status()).isEqualTo(403);
        assertThat(own("taby.chef", line, ",\"text\":\"Något annat\"").status()).isEqualTo(422);
        own("taby.chef", line, "").expect(201);
        var taken = direction().get("stances").get(0);
        assertThat(taken.get("actor").asString()).isEqualTo("taby");
        assertThat(taken.get("stance").asString()).isEqualTo("ADAPTS");
        assertThat(line(line).get("stands").asBoolean()).isTrue();
        assertThat(page("polisen.chef", "/directions/" + ice.direction())).doesNotContain("Det gäller först när");
        assertThat(own("taby.chef", line, "").status()).isEqualTo(422);
    }

    /** Who looks sees it as it comes, though the conference and the incident's directions are recorded apart. */
    @Test
    void bothPagesChangeAsItIsSaidAndTaken_A4() throws Exception {
        stances("lst.chef", ice.direction(), "").expect(201);
        var inConference = Listening.address(page("lst.chef", "/conferences/" + conference));
        var ofDirection = Listening.address(page("polisen.chef", "/incidents/" + ice.incident() + "/direction"));
        try (var leads = Listening.to("lst.chef", inConference);
                var reads = Listening.to("polisen.chef", ofDirection)) {
            noted("taby", "ADAPTS");
            reads.until("Det gäller först när aktören själv");
            taken("polisen.chef", "ACCEPTS");
            leads.until("Ställer sig bakom");
        }
    }

    @Test
    void whoSaysThatItIsNotSoHasTakenNoStance_A4() {
        var line = noted("taby", "DECLINES");
        own("taby.chef", line, ",\"declines\":true").expect(201);
        assertThat(direction().get("stances")).isEmpty();
        assertThat(line(line).get("stands").asBoolean()).isFalse();
    }

    /** The actor answers on the direction itself: what was noted is then settled without another press. */
    @Test
    void theActorsOwnStanceSettlesWhatWasNoted_A4() {
        var same = noted("taby", "ACCEPTS");
        var other = noted("polisen", "ACCEPTS");
        taken("taby.chef", "ACCEPTS");
        taken("polisen.chef", "DECLINES");
        assertThat(line(same).get("stands").asBoolean()).isTrue();
        assertThat(line(other).get("stands").asBoolean()).isFalse();
        assertThat(direction().get("stances")).hasSize(2);
    }

    /** Who may say what holds in the conference need not be the one who may answer for the actor. */
    @Test
    void onlyWhoMayAnswerForTheActorConfirmsAStance_D3() {
        var line = noted("taby", "ACCEPTS");
        assertThat(own("taby.sakchef", line, "").status()).isEqualTo(403);
        assertThat(direction().get("stances")).isEmpty();
        assertThat(line(line).get("waits").asBoolean()).isTrue();
    }

    @Test
    void whatCantBeNotedIsRefused_A4() {
        var of = ice.direction();
        assertThat(stances("taby.chef", of, "").status()).isEqualTo(403);
        assertThat(stances("lst.chef", UUID.randomUUID(), "").status()).isEqualTo(422);
        assertThat(stances("lst.chef", of, ",\"stance\":\"ACCEPTS\"").status()).isEqualTo(422);
        assertThat(stances("lst.chef", of, ",\"actor\":\"taby\"").status()).isEqualTo(422);
        assertThat(stances("lst.chef", of, ",\"actor\":\"lst\",\"stance\":\"ACCEPTS\"")
                        .status())
                .isEqualTo(422);
        assertThat(stances("lst.chef", of, ",\"actor\":\"nowhere\",\"stance\":\"ACCEPTS\"")
                        .status())
                .isEqualTo(422);
        assertThat(stances("lst.chef", of, ",\"actor\":\"taby\",\"stance\":\"DECLINES\"")
                        .status())
                .isEqualTo(422);
        taken("taby.chef", "ACCEPTS");
        assertThat(stances("lst.chef", of, ",\"actor\":\"taby\",\"stance\":\"ACCEPTS\"")
                        .body())
                .contains("redan själv tagit ställning");
        Running.as("lst.chef")
                .post("/api/conferences/" + conference + "/closing", "{}")
                .expect(201);
        assertThat(stances("lst.chef", of, "").status()).isEqualTo(422);
    }

    /** A direction that not all in the conference see is not asked about there: its aim would stand in the protocol. */
    @Test
    void aNarrowerDirectionIsNotAskedAbout() {
        var narrow = Running.as("lst.chef")
                .post(
                        "/api/incidents/" + ice.incident() + "/directions",
                        "{\"forum\":\"" + ice.forum() + "\",\"aim\":\"Bara för polisen\",\"priorities\":[\"Tyst\"],"
                                + "\"limits\":[],\"measures\":[],\"marking\":{\"audience\":[\"actor:polisen\"]}}")
                .expect(201)
                .id();
        Running.as("lst.chef")
                .post("/api/directions/" + narrow + "/agreement", "{}")
                .expect(201);
        assertThat(stances("lst.chef", narrow, "").body()).contains("som alla i konferensen ser");
        assertThat(page("taby.chef", "/conferences/" + conference)).doesNotContain("Bara för polisen");
    }

    /** The protocol says how it stood when the conference closed, whatever is answered later. */
    @Test
    void theProtocolSaysHowItStood() throws Exception {
        stances("lst.chef", ice.direction(), "").expect(201);
        taken("polisen.chef", "ACCEPTS");
        noted("taby", "ADAPTS");
        Running.as("lst.chef")
                .post("/api/conferences/" + conference + "/closing", "{}")
                .expect(201);
        taken("polisen.chef", "DECLINES");
        assertThat(page("lst.chef", "/conferences/" + conference))
                .containsPattern("Ställer sig bakom <b>1</b></dt><dd>Polisen")
                .doesNotContain("Avstår <b>1</b>");
        var pdf = ProtocolPaperTest.pdf("lst.chef", conference);
        ProtocolPaperTest.isAccessible(pdf);
        assertThat(ProtocolPaperTest.text(pdf)).contains("Ställningstagande till Inriktning 1", "Ställer sig bakom 1");
    }
}
