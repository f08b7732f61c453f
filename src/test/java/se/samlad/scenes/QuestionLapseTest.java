package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Those who have not answered are reminded before the time is out, and a day after it the question closes by itself. */
class QuestionLapseTest {

    @Test
    void itIsRemindedOfOnceAndClosesByItself() throws Exception {
        var database = Ground.here().database();
        try (var server = Running.apart(database, Map.of("samlad.data", ""), Ahead.class)) {
            var asks = server.by("lst.tib");
            var heard = Listening.to(asks, "/api/live");
            var time = Instant.now().plus(Duration.ofHours(2));
            var question = asks.post(
                            "/api/questions",
                            "{\"title\":\"Kommer ni?\",\"to\":[\"actor:taby\",\"actor:nacka\"],\"answerBy\":\"" + time
                                    + "\"}")
                    .expect(201)
                    .id();
            var answers = "/api/questions/" + question + "/answers";
            var values = "{\"values\":{\"Kommer ni?\":\"Ja\"}}";
            server.by("nacka.tib").post(answers, values).expect(201);
            Ahead.by(Duration.ofMinutes(110));
            heard.until("question.reminded.1");
            assertThat(server.by("taby.tib").page("/turn").body()).contains("frågar och påminner");

            Ahead.by(Duration.ofHours(25));
            server.by("taby.tib").post(answers, values).expect(201);
            assertThat(server.by("lst.tib").page("/questions/" + question).body())
                    .contains("efter tiden");
            Ahead.by(Duration.ofHours(27));
            heard.until("question.lapsed.1");
            server.by("nacka.tib").post(answers, values).expect(422);
            assertThat(asks.journal().split("question\\.reminded\\.1", -1))
                    .as("once")
                    .hasSize(2);
        } finally {
            Ahead.by(Duration.ZERO);
            Ground.here().drop(database);
        }
    }
}
