package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody outside is asked one question by a link, and answers in nobody's name but its own (A1, A4, A8). */
class OutsiderTest {

    private static final String FIELDS =
            "[{\"name\":\"Läget\",\"kind\":\"STATUS\"},{\"name\":\"Platser\",\"kind\":\"NUMBER\"}]";

    /** @param link its path and query */
    private record Asked(UUID question, UUID outsider, String link) {
        String page() {
            return "/guest/questions/" + question + "/" + outsider;
        }

        Map<String, String> form() {
            var query = link.substring(link.indexOf('?') + 1).split("[=&]");
            return Map.of("question", query[1], "outsider", query[3], "key", query[5]);
        }
    }

    private static UUID question(boolean onlyUs) {
        return Running.as("lst.tib")
                .post(
                        "/api/questions",
                        "{\"title\":\"Har ni plats i natt?\",\"to\":[\"actor:taby\",\"actor:nacka\"],\"onlyUs\":"
                                + onlyUs
                                + ",\"fields\":" + FIELDS + ",\"answerBy\":\""
                                + Instant.now().plusSeconds(3600) + "\"}")
                .expect(201)
                .id();
    }

    private static Asked asked(UUID question) {
        var answer = Running.as("lst.tib")
                .post(
                        "/api/questions/" + question + "/outsiders",
                        "{\"organisation\":\"Hotell Nord\",\"function\":\"nattchef\"}")
                .expect(201);
        return new Asked(question, answer.id(), answer.link());
    }

    private static Visitor opened(Asked asked) {
        var visitor = Visitor.stranger();
        assertThat(visitor.post("/guest/questions/open", asked.form())
                        .expect(200)
                        .body())
                .contains("Har ni plats i natt?", "Platser");
        return visitor;
    }

    private static Map<String, String> words(String status, String places, String who) {
        return new HashMap<>(Map.of(
                "given[0].value", status,
                "given[1].value", places,
                "organisation", who,
                "function", "nattchef",
                "once", UUID.randomUUID().toString()));
    }

    private static Running.Answer says(Visitor visitor, Asked asked, String status, String places, String who) {
        return visitor.post(asked.page() + "/answers", words(status, places, who));
    }

    private static String page(String account, UUID question) {
        return Running.as(account).page("/questions/" + question).body();
    }

    @Test
    void anOutsiderAnswersOnOnePageAndChangesItsAnswer_A8() {
        var asked = asked(question(false));
        assertThat(page("lst.tib", asked.question())).contains("Hotell Nord", "har inte öppnat länken");
        assertThat(Visitor.stranger().get(asked.link()).expect(200).body())
                .contains("Länsstyrelsen", "Hotell Nord", "Öppna frågan här");
        var visitor = opened(asked);
        assertThat(says(visitor, asked, "", "många", "Hotell Nord").status()).isEqualTo(422);
        assertThat(says(visitor, asked, "GREEN", "12", "").body()).contains("12");
        says(visitor, asked, "GREEN", "12", "Hotell Norr").expect(200);
        assertThat(says(visitor, asked, "YELLOW", "10", "Hotell Norr").body()).contains("Ert svar kom fram");
        for (var account : new String[] {"lst.tib", "nacka.tib"})
            assertThat(page(account, asked.question()))
                    .contains("Hotell Norr", "Utomstående", "0 av 2 har svarat")
                    .containsPattern("Platser: <span class=\"said\">10");
        var whole = Running.as("lst.tib").get("/api/questions/" + asked.question());
        assertThat(whole.json().get("missing")).hasSize(2);
        assertThat(visitor.get("/questions/" + asked.question()).body()).doesNotContain("Hotell Norr");
    }

    @Test
    void theLinkWorksInOneBrowserAndAForgedOneInNone_A8() {
        var asked = asked(question(false));
        var forged = new HashMap<>(asked.form());
        forged.put("key", "x".repeat(32));
        assertThat(Visitor.stranger().post("/guest/questions/open", forged).status())
                .isEqualTo(404);
        var other = asked(question(false));
        forged.put("key", other.form().get("key"));
        assertThat(Visitor.stranger().post("/guest/questions/open", forged).status())
                .isEqualTo(404);

        var first = opened(asked);
        var second = Visitor.stranger();
        assertThat(second.post("/guest/questions/open", asked.form())
                        .expect(410)
                        .body())
                .contains("en annan enhet");
        assertThat(second.get(asked.page()).status()).isEqualTo(404);
        assertThat(says(second, asked, "RED", "0", "Någon annan").status()).isEqualTo(404);
        long before = Running.server().position();
        second.post("/guest/questions/open", asked.form()).expect(410);
        assertThat(Running.server().position()).isEqualTo(before);
        assertThat(page("lst.tib", asked.question())).contains("Någon försökte öppna länken");
        says(first, asked, "GREEN", "3", "Hotell Nord").expect(200);
        // its link opens its own question alone
        assertThat(first.get(other.page()).status()).isEqualTo(404);
        assertThat(first.get("/guest/questions/" + other.question() + "/" + asked.outsider())
                        .status())
                .isEqualTo(404);
    }

    /** What was typed too late is shown to be copied. */
    @ParameterizedTest
    @ValueSource(strings = {"closing", "outsiders/*/ending"})
    void afterTheEndNothingIsTakenAndNothingTypedIsLost(String ending) {
        var asked = asked(question(false));
        var visitor = opened(asked);
        Running.as("lst.tib")
                .post(
                        "/api/questions/" + asked.question() + "/"
                                + ending.replace("*", asked.outsider().toString()),
                        "{}")
                .expect(201);
        assertThat(visitor.get(asked.page()).status()).isEqualTo(410);
        assertThat(says(visitor, asked, "GREEN", "4711", "Hotell Nord")
                        .expect(410)
                        .body())
                .contains("4711");
        assertThat(Visitor.stranger()
                        .post("/guest/questions/open", asked.form())
                        .status())
                .isEqualTo(410);
        assertThat(page("lst.tib", asked.question())).doesNotContain("4711");
    }

    @Test
    void whereOnlyTheAskerSeesAnswersOthersSeeNoOutsider_S1() {
        var asked = asked(question(true));
        says(opened(asked), asked, "RED", "2", "Hotell Hemligt").expect(200);
        assertThat(page("lst.tib", asked.question())).contains("Hotell Hemligt");
        assertThat(page("nacka.tib", asked.question())).doesNotContain("Hotell");
        assertThat(Running.as("nacka.tib")
                        .get("/api/journal?limit=1000")
                        .expect(200)
                        .body())
                .doesNotContain("Hotell Hemligt");
    }

    @Test
    void onlyTheOneWhoAsksAsksOutsiders_A4() {
        var question = question(false);
        var asking = "{\"organisation\":\"Hotell Nord\",\"function\":\"nattchef\"}";
        assertThat(Running.as("taby.tib")
                        .post("/api/questions/" + question + "/outsiders", asking)
                        .status())
                .isEqualTo(403);
        assertThat(Running.as("lst.tib")
                        .post("/api/questions/" + question + "/outsiders", "{\"organisation\":\" \"}")
                        .status())
                .isEqualTo(422);
    }

    /** The same key again gives the same answer; more than so many are refused. */
    @Test
    void anOutsiderFillsNothing() {
        var asked = asked(question(false));
        var visitor = opened(asked);
        var words = words("GREEN", "1", "Hotell Nord");
        visitor.post(asked.page() + "/answers", words).expect(200);
        long before = Running.server().position();
        visitor.post(asked.page() + "/answers", words).expect(200);
        assertThat(Running.server().position()).isEqualTo(before);
        for (int i = 2; i <= 30; i++)
            says(visitor, asked, "GREEN", String.valueOf(i), "Hotell Nord").expect(200);
        assertThat(says(visitor, asked, "GREEN", "31", "Hotell Nord").status()).isEqualTo(422);
    }
}
