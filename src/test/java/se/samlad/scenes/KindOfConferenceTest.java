package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Conferring.step;
import static se.samlad.scenes.Running.post;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A kind of conference is edited, by API: by whom, and what it changes (C1, I4, I6). */
class KindOfConferenceTest {

    private static JsonNode get(String account, UUID conference) {
        return Running.as(account)
                .get("/api/conferences/" + conference)
                .expect(200)
                .json();
    }

    private static List<String> texts(JsonNode list, String field) {
        var all = new ArrayList<String>();
        list.forEach(each -> all.add(each.get(field).asString()));
        return all;
    }

    /** The first assessment's kind is edited here alone. What was called before keeps the version that it was called with. */
    @Test
    void aConferenceKeepsTheFormThatItWasCalledWith_I4() {
        var forum = Prepared.convened(Prepared.signalled("Bedömning med ändrad form"));
        var path = "/api/forums/" + forum + "/conferences";
        var kind = "/api/conference-kinds/FIRST_ASSESSMENT";
        var before = post("lst.tib", path, "{\"kind\":\"FIRST_ASSESSMENT\"}");
        assertThat(texts(get("lst.tib", before).get("order"), "actor")).containsExactlyInAnyOrder("lst", "ssr");
        var edit = "{\"steps\":[{\"deals\":\"KNOWN\"},{\"name\":\"Räddningsledarens ord\"}],\"who\":\"ASSESSING\","
                + "\"also\":[\"sos\"],\"minutes\":10,\"leaves\":[\"SUMMARY\"]}";
        Running.as("lst.tib").post(kind, edit).expect(403);
        var version = Running.as("kansli").post(kind, edit).expect(201).id();
        var after = post("lst.tib", path, "{\"kind\":\"FIRST_ASSESSMENT\"}");

        var called = get("lst.tib", after);
        assertThat(called.get("agenda").get("version").asString()).isEqualTo(version.toString());
        assertThat(called.get("minutes").asInt()).isEqualTo(10);
        assertThat(texts(called.get("order"), "actor")).containsExactlyInAnyOrder("lst", "ssr", "sos");
        assertThat(called.get("agenda").get("steps").toString()).isEqualTo("[\"KNOWN\",\"OTHER\"]");
        assertThat(get("lst.tib", before).get("agenda").get("steps")).hasSize(4);

        step("lst.tib", after, "opening", "{}");
        step("lst.tib", after, "step", "{\"step\":2}");
        step("lst.tib", after, "attendance", "{\"how\":\"PRESENT\"}");
        step("lst.tib", after, "closing", "{}");
        Running.as("lst.tib")
                .post("/api/conferences/" + after + "/confirmation", "{}")
                .expect(422);
        step("lst.tib", after, "home", "{}");
        assertThat(Visitor.of("sos.tib").get("/conferences/" + before).body()).contains("Vad vi säger utåt");
        Running.as("kansli").post(kind, shipped(kind)).expect(201);
    }

    /** As it was from the beginning, so that no other test meets another. */
    private static String shipped(String kind) {
        var steps = "{\"deals\":\"KNOWN\"},{\"deals\":\"CONCERNED\"},{\"deals\":\"LEVEL\"},{\"deals\":\"MESSAGES\"}";
        assertThat(Running.as("taby.tib").get(kind).expect(200).json().get("versions"))
                .isNotEmpty();
        return "{\"steps\":[" + steps + "],\"who\":\"ASSESSING\",\"minutes\":15,"
                + "\"leaves\":[\"CONFIRMATION\",\"SUMMARY\",\"EDITION\"]}";
    }

    /** What was asked of others in a conference is in its protocol, with the way to the answers. */
    @Test
    void aQuestionThatIsRaisedInAConferenceIsInItsProtocol_C1() {
        var incident = Prepared.signalled("Fråga ställd i konferens");
        var conference =
                post("lst.tib", "/api/forums/" + Prepared.convened(incident) + "/conferences", "{\"kind\":\"EXTRA\"}");
        var asking = "{\"title\":\"Vilka skolor är öppna?\",\"to\":[\"actor:taby\"],\"incident\":\"" + incident
                + "\",\"conference\":\"" + conference + "\",\"answerBy\":\""
                + java.time.Instant.now().plusSeconds(3600) + "\"}";
        Running.as("nacka.tib").post("/api/questions", asking).expect(422);
        step("lst.tib", conference, "opening", "{}");
        Running.as("nacka.tib")
                .post("/api/questions", asking.replace(conference.toString(), incident.toString()))
                .expect(404);
        var question = post("nacka.tib", "/api/questions", asking);
        var said = get("taby.tib", conference).get("said").get(0);
        assertThat(said.get("kind").asString() + said.get("actor").asString()).isEqualTo("QUESTIONnacka");
        assertThat(said.get("entry").asString()).isEqualTo(question.toString());
        Running.as("nacka.tib")
                .post("/api/conferences/" + conference + "/lines", "{\"kind\":\"QUESTION\",\"text\":\"Hej\"}")
                .expect(422);
        step("lst.tib", conference, "closing", "{}");
        assertThat(Visitor.of("solna.tib").get("/conferences/" + conference).body())
                .contains("Vilka skolor är öppna?", "/questions/" + question);
    }
}
