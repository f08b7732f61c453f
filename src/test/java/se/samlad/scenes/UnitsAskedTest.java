package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Questions to the units of an actor, by API (A6). */
class UnitsAskedTest {

    private final String title = "Klarar ni natten? " + UUID.randomUUID();

    private String asking(String to) {
        return "{\"title\":\"" + title + "\",\"to\":[" + to + "],\"answerBy\":\""
                + Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3_600)
                + "\",\"fields\":[{\"name\":\"Natten\",\"kind\":\"STATUS\"}]}";
    }

    private static Running.Answer answer(String account, UUID question, String values) {
        return Running.as(account).post("/api/questions/" + question + "/answers", "{\"values\":" + values + "}");
    }

    /** A unit that is asked answers for itself, and its actor as a whole beside it (A6). */
    @Test
    void aUnitAnswersForItselfAndItsActorForTheWhole_A6() {
        var question = Running.as("lst.tib")
                .post("/api/questions", asking("\"unit:region/vard\",\"actor:region\",\"actor:nacka\""))
                .expect(201)
                .id();
        var path = "/api/questions/" + question;
        assertThat(Running.as("region.vard").page("/turn").body()).contains(title);
        answer("region.vard", question, "{\"Natten\":\"RED\"}").expect(201);
        assertThat(Running.as("region.vard").page("/turn").body()).doesNotContain(title);
        assertThat(Running.as("region.tib").page("/turn").body()).contains(title);
        assertThat(Running.as("lst.tib").get(path).json().get("missing").toString())
                .isEqualTo("[\"region\",\"nacka\"]");
        // the other unit is not asked: its duty officer answers for the whole, as before
        answer("region.trafik", question, "{\"Natten\":\"YELLOW\"}").expect(201);
        answer("region.tib", question, "{\"Natten\":\"GREEN\"}").expect(201);
        var answers = Running.as("nacka.tib").get(path).json().get("answers");
        assertThat(answers.size()).isEqualTo(2);
        assertThat(answers.get(0).get("unit").asString()).isEqualTo("vard");
        assertThat(answers.get(0).get("values").get("Natten").asString()).isEqualTo("RED");
        assertThat(answers.get(1).get("values").get("Natten").asString()).isEqualTo("GREEN");
        assertThat(Running.as("nacka.tib").page("/questions/" + question).body())
                .contains("Region Stockholm, hälso- och sjukvården");
    }

    @Test
    void aUnitAskedAloneIsAnsweredByNoOther_A6() {
        var question = Running.as("lst.tib")
                .post("/api/questions", asking("\"actor:taby\",\"unit:region/vard\""))
                .expect(201)
                .id();
        for (var account : new String[] {"region.tib", "region.trafik"})
            answer(account, question, "{\"Natten\":\"GREEN\"}").expect(403);
        for (var unit : new String[] {"region/nowhere", "taby/vard", "region", "/", "region/vard/x"})
            Running.as("lst.tib")
                    .post("/api/questions", asking("\"unit:" + unit + "\""))
                    .expect(422);
    }
}
