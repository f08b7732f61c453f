package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Conferring.step;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever was called and comes to the conference is seen in conference, without another press (I3). */
class ComesToConferenceTest {

    private static String state(UUID forum, String actor) {
        var calls = Running.as("lst.tib").get("/api/forums/" + forum + "/calls").expect(200);
        for (var call : calls.json())
            if (call.get("actor").asString().equals(actor))
                return call.get("state").asString() + (call.hasNonNull("next") ? " runs" : "");
        throw new AssertionError(actor + " was not called: " + calls.body());
    }

    @Test
    void attendanceAndOnesOwnWordSayWhereTheCalledOneIs_I3() throws Exception {
        var incident = Prepared.signalled("Kallade till konferens");
        var forum = Prepared.convened(incident);
        var conference = Conferring.called(forum);
        step("lst.tib", conference, "opening", "{}");
        assertThat(state(forum, "taby")).isEqualTo("CALLED runs");
        var heard = Listening.to(Running.as("nacka.tib"), "/api/live?incident=" + incident);
        step("taby.tib", conference, "attendance", "{\"how\":\"TELEPHONE\"}");
        heard.until("callout.came.1");
        assertThat(state(forum, "taby")).as("its ladder has ended").isEqualTo("IN_CONFERENCE");
        step("polisen.tib", conference, "reports", "{\"nothingNew\":true}");
        assertThat(state(forum, "polisen")).as("it spoke").isEqualTo("IN_CONFERENCE");
        assertThat(Running.as("nacka.tib")
                        .page("/incidents/" + incident + "/calls")
                        .body())
                .contains("i konferensen");
        assertThat(Running.as("nacka.tib")
                        .page("/incidents/" + incident + "/wall")
                        .body())
                .contains("2 är i konferensen");
        assertThat(Running.as("nacka.tib").page("/incidents/" + incident).body())
                .as("the log is for what is said")
                .doesNotContain("Täby är i konferensen");

        step("lst.tib", conference, "attendance", "{\"actor\":\"nacka\",\"how\":\"PRESENT\"}");
        assertThat(state(forum, "nacka")).isEqualTo("IN_CONFERENCE");
        step("lst.tib", conference, "attendance", "{\"actor\":\"nacka\",\"how\":\"ABSENT\"}");
        assertThat(state(forum, "nacka")).as("noted by mistake").isEqualTo("ACKNOWLEDGED");
        step("taby.tib", conference, "attendance", "{\"how\":\"LEFT\"}");
        assertThat(state(forum, "taby")).as("it was there").isEqualTo("IN_CONFERENCE");
    }

    /** An airport is no member. */
    @Test
    void aContactIsCalledByItsLadderAndAnswersLikeAMember_A8() {
        var incident = Prepared.signalled("En flygplats berörs");
        var forum = Running.as("lst.tib")
                .post(
                        "/api/incidents/" + incident + "/forums",
                        "{\"level\":\"COORDINATING\",\"actors\":[\"flygplats\",\"polisen\"]}")
                .expect(201)
                .id();
        assertThat(state(forum, "flygplats")).isEqualTo("CALLED runs");
        for (var call : Running.as("utom.flygplats")
                .get("/api/forums/" + forum + "/calls")
                .expect(200)
                .json())
            if (call.get("actor").asString().equals("flygplats"))
                Running.as("utom.flygplats")
                        .post("/api/calls/" + call.get("id").asString() + "/acknowledgement", "{}")
                        .expect(201);
        assertThat(state(forum, "flygplats")).isEqualTo("ACKNOWLEDGED");
    }
}
