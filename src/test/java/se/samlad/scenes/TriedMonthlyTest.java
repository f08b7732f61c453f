package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samlad.web.Say;
import tools.jackson.databind.JsonNode;

/** The monthly test call, by real channels: it says that it is one, is answered by one press, and who was missed mends it (I3). */
class TriedMonthlyTest {

    private static final String URL = "https://samlad.example";

    private final String database = Ground.here().database();

    @AfterEach
    void end() {
        Ahead.by(Duration.ZERO);
        Ground.here().drop(database);
    }

    private Running calling(Provider provider) {
        return Running.calling(
                database,
                Map.of("samlad.sms", provider.url("/sms"), "samlad.voice", provider.url("/voice"), "samlad.url", URL));
    }

    private static Map<String, String> next(Provider provider, String way, String actor) throws InterruptedException {
        for (var sent = provider.next(); ; sent = provider.next())
            if (sent.get("path").equals(way) && sent.get("message").contains(actor)) return sent;
    }

    private static JsonNode result(Running.Account by, String actor) {
        var trial = by.get("/api/trials").expect(200).json().get(0);
        return StreamSupport.stream(trial.get("results").spliterator(), false)
                .filter(each -> each.get("actor").asString().equals(actor))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAnswered(Running.Account by, String actor) {
        return result(by, actor).hasNonNull("answeredAt");
    }

    @Test
    void eachAnswersByOnePressAndWhoeverWasMissedMendsItAndTriesAgain_R4() throws Exception {
        try (var provider = new Provider();
                var server = calling(provider)) {
            var secretariat = server.by("kansli");
            var heard = Listening.to(secretariat, "/api/live");
            secretariat.post("/api/trials", "{}").expect(201);
            secretariat.post("/api/trials", "{}").expect(422);
            assertThat(result(secretariat, "nacka").get("function").asString()).isEqualTo("nacka/tib");
            assertThat(secretariat.get("/api/incidents").json())
                    .as("nothing is convened")
                    .isEmpty();

            var link = next(provider, "/sms", "Nacka").get("message");
            assertThat(link).startsWith("PROV.");
            var path = Pattern.compile(URL + "(/p/[\\w-]+)").matcher(link);
            assertThat(path.find()).isTrue();
            var nobody = server.nobody();
            assertThat(nobody.page(path.group(1)).expect(200).body()).contains("PROV.", "Kvittera");
            assertThat(isAnswered(secretariat, "nacka"))
                    .as("looking never answers")
                    .isFalse();
            var forged = path.group(1).substring(0, path.group(1).length() - 2) + "AA";
            assertThat(Visitor.stranger(server).post(forged, Map.of()).status()).isEqualTo(404);
            Visitor.stranger(server).post(path.group(1), Map.of()).expect(200);
            assertThat(isAnswered(secretariat, "nacka")).isTrue();

            var taby = Visitor.of(server, "taby.tib");
            var turn = taby.get("/turn").expect(200).body();
            assertThat(turn).contains("PROV. Månadens provlarm");
            var answer = turn.replaceAll("(?s).*(/trials/[\\w-]+/answer).*", "$1");
            taby.post(answer, Map.of("page", "/turn")).expect(200);
            assertThat(isAnswered(secretariat, "taby")).isTrue();
            server.by("taby.tib").post("/api" + answer, "{}").expect(422);
            server.by("utom.flygplats").post("/api" + answer, "{}").expect(404);
            assertThat(isAnswered(secretariat, "solna")).isFalse();
            heard.until("trial.sent.1");
            while (result(secretariat, "nacka").toString().contains("\"outcome\":null")) heard.until("trial.sent.1");
            assertThat(result(secretariat, "nacka").get("ways").toString())
                    .contains(
                            "{\"way\":\"SMS\",\"outcome\":\"HANDED_OVER\"}",
                            "{\"way\":\"MAIL\",\"outcome\":\"NO_PATH\"}");
            assertThat(provider.taken()).allMatch(sent -> sent.get("message").startsWith("PROV."));

            Ahead.by(Duration.ofMinutes(61));
            heard.until("trial.ended.1");
            var solna = server.by("solna.tib");
            assertThat(solna.page("/turn").body()).contains("Provlarmet nådde er inte");
            assertThat(server.by("taby.tib").page("/turn").body()).doesNotContain("Provlarmet nådde er inte");
            assertThat(solna.page("/trials").expect(200).body()).contains("2 av 37 nåddes", "inte nådd");

            solna.post(
                            "/api/actors/solna/functions/tib/paths",
                            "{\"paths\":[{\"way\":\"SMS\",\"address\":\"070-174 06 12\"}]}")
                    .expect(201);
            assertThat(solna.page("/turn").body()).as("mended, not tried").contains("Provlarmet nådde er inte");
            solna.post("/api/trials", "{\"actor\":\"nacka\"}").expect(403);
            solna.post("/api/trials", "{\"actor\":\"solna\"}").expect(201);
            var again = provider.next();
            while (!"+46701740612".equals(again.get("to"))
                    || !again.get("message").contains("Solna")) again = provider.next();
            assertThat(again.get("message")).startsWith("PROV.");
            var replies = Pattern.compile("<code>" + URL + "(/channels/sms/[\\w-]+)</code>")
                    .matcher(secretariat.page("/channels").body());
            assertThat(replies.find()).isTrue();
            assertThat(Provider.post(server.url() + replies.group(1), Map.of("from", again.get("to"), "message", "JA"))
                            .body())
                    .contains("kvitterat");
            assertThat(solna.page("/turn").body()).doesNotContain("Provlarmet nådde er inte");
        }
    }

    @Test
    void itBeginsByItselfOnItsDayAndOnceOnTwoNodes() throws Exception {
        try (var provider = new Provider();
                var one = calling(provider);
                var two = calling(provider)) {
            var secretariat = one.by("kansli");
            secretariat.post("/api/trial-day", "{\"day\":31}").expect(422);
            secretariat.post("/api/trial-day", "{\"day\":12,\"hour\":3}").expect(201);
            var heard = Listening.to(two.by("lst.tib"), "/api/live");
            var now = Instant.now();
            var due = ZonedDateTime.ofInstant(now, Say.STOCKHOLM)
                    .withDayOfMonth(12)
                    .withHour(3)
                    .withMinute(0)
                    .withSecond(1);
            if (!due.toInstant().isAfter(now)) due = due.plusMonths(1);
            Ahead.by(Duration.between(now, due.toInstant()));
            heard.until("trial.begun.1");
            Ahead.by(Duration.between(now, due.toInstant()).plusMinutes(61));
            heard.until("trial.ended.1");
            var trials = secretariat.get("/api/trials").expect(200).json();
            assertThat(trials).hasSize(1);
            assertThat(trials.get(0).get("results")).hasSize(37);
        }
    }
}
