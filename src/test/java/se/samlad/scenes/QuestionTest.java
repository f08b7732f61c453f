package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question to others, by API: each answers in its own name, and what came in is seen by whom it is meant for (A4, C4). */
class QuestionTest {

    private static final String FIELDS =
            ",\"fields\":[{\"name\":\"Natten\",\"kind\":\"STATUS\"},{\"name\":\"Öppna punkter\",\"kind\":\"NUMBER\"},"
                    + "{\"name\":\"Väg in\",\"kind\":\"CHOICE\",\"choices\":[\"norra\",\"södra\"]},{\"name\":\"Behov\",\"kind\":\"TEXT\"}]";

    /** Each test's own: there are others' questions too. */
    private final String title = "Klarar kommunen natten? " + UUID.randomUUID();

    private static String in(long minutes) {
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(60 * minutes)
                .toString();
    }

    private String asking(String more) {
        return "{\"title\":\"" + title + "\",\"to\":[\"actor:taby\",\"actor:nacka\"],\"answerBy\":\"" + in(60) + "\""
                + more + "}";
    }

    private UUID asked(String more) {
        return Running.as("lst.tib")
                .post("/api/questions", asking(more))
                .expect(201)
                .id();
    }

    private static Running.Answer answer(String account, UUID question, String values) {
        return Running.as(account).post("/api/questions/" + question + "/answers", "{\"values\":" + values + "}");
    }

    @Test
    void eachAnswersInItsOwnNameAndTheLatestCounts_A4() {
        var question = asked(FIELDS);
        var path = "/api/questions/" + question;
        var before = Running.as("taby.tib").get(path).expect(200).json();
        assertThat(before.get("missing").toString()).isEqualTo("[\"taby\",\"nacka\"]");
        assertThat(Running.as("taby.tib").page("/turn").body()).contains(title);

        answer("taby.tib", question, "{\"Natten\":\"YELLOW\",\"Öppna punkter\":\"1 250,50\",\"Väg in\":\"norra\"}")
                .expect(201);
        answer("taby.tib", question, "{\"Natten\":\"red\",\"Öppna punkter\":3,\"Behov\":\"Två bandvagnar\"}")
                .expect(201);
        var after = Running.as("nacka.tib").get(path).expect(200).json();
        assertThat(after.get("missing").toString()).isEqualTo("[\"nacka\"]");
        assertThat(after.get("answers").size()).isEqualTo(1);
        assertThat(after.get("answers").get(0).get("actor").asString()).isEqualTo("taby");
        assertThat(after.get("answers").get(0).get("values").toString())
                .isEqualTo("{\"Behov\":\"Två bandvagnar\",\"Natten\":\"RED\",\"Öppna punkter\":\"3\"}");
        assertThat(Running.as("nacka.tib").page("/questions/" + question).body())
                .contains(
                        "1 av 2 har svarat",
                        "Två bandvagnar",
                        "påverkat förut",
                        "1&#160;250,5 förut".replace("&#160;", "\u00a0"));
        assertThat(Running.as("taby.tib").page("/turn").body()).doesNotContain(title);
    }

    @Test
    void othersNeitherAnswerNorSeeIt_A4() {
        var question = asked(FIELDS);
        answer("polisen.tib", question, "{\"Natten\":\"RED\"}").expect(404);
        answer("lst.tib", question, "{\"Natten\":\"RED\"}").expect(403);
        answer("taby.admin", question, "{\"Natten\":\"RED\"}").expect(403);
        for (var path : new String[] {
            "/api/questions/" + question, "/questions/" + question, "/questions/" + question + "/answers"
        }) assertThat(Running.as("polisen.tib").page(path).status()).as(path).isEqualTo(404);
        assertThat(Running.as("polisen.tib").page("/questions").body()).doesNotContain(question.toString());
        for (var act : new String[] {"reminder", "closing"})
            Running.as("taby.tib")
                    .post("/api/questions/" + question + "/" + act, "{}")
                    .expect(403);
        Running.as("taby.tib")
                .post("/api/questions/" + question + "/time", "{\"answerBy\":\"" + in(90) + "\"}")
                .expect(403);
    }

    @Test
    void whatIsForTheOneWhoAsksIsSeenByNoOther() {
        var question = asked(",\"onlyUs\":true");
        answer("taby.tib", question, "{\"" + title + "\":\"Nej, hemligt skäl\"}")
                .expect(201);
        for (var path : new String[] {"/api/questions/" + question, "/questions/" + question, "/api/journal?limit=1"}) {
            assertThat(Running.as("nacka.tib").page(path).body()).doesNotContain("hemligt skäl");
            assertThat(Running.as("nacka.tib").page(path).body()).doesNotContain("\"taby\"]");
        }
        assertThat(Running.as("nacka.tib").journal()).doesNotContain("hemligt skäl");
        var others = Running.as("nacka.tib").get("/api/questions/" + question).json();
        assertThat(others.get("answers").size()).isZero();
        assertThat(others.get("missing").toString()).isEqualTo("[\"nacka\"]");
        assertThat(Running.as("taby.tib").get("/api/questions/" + question).body())
                .contains("hemligt skäl");
        assertThat(Running.as("lst.tib")
                        .get("/api/questions/" + question)
                        .json()
                        .get("missing")
                        .toString())
                .isEqualTo("[\"nacka\"]");
        assertThat(Running.as("nacka.tib")
                        .page("/questions?q=" + title.replace(" ", "+"))
                        .body())
                .doesNotContain("1 av 2 har svarat");
        assertThat(Running.as("lst.tib")
                        .page("/questions?q=" + title.replace(" ", "+"))
                        .body())
                .contains("1 av 2 har svarat");
    }

    @Test
    void itIsRemindedOfGivenMoreTimeAndClosed() {
        var question = asked("");
        var path = "/api/questions/" + question;
        Running.as("lst.tib").post(path + "/reminder", "{}").expect(201);
        assertThat(Running.as("taby.tib").page("/turn").body()).contains("frågar och påminner");
        var later = in(120);
        Running.as("lst.tib")
                .post(path + "/time", "{\"answerBy\":\"" + later + "\"}")
                .expect(201);
        Running.as("lst.tib")
                .post(path + "/time", "{\"answerBy\":\"2020-01-01T00:00:00Z\"}")
                .expect(422);
        assertThat(Running.as("nacka.tib").get(path).json().get("answerBy").asString())
                .isEqualTo(later);
        for (var account : new String[] {"taby.tib", "nacka.tib"})
            answer(account, question, "{\"" + title + "\":\"Ja\"}").expect(201);
        assertThat(Running.as("lst.tib")
                        .post(path + "/reminder", "{}")
                        .expect(422)
                        .body())
                .contains("Alla har svarat");
        Running.as("lst.tib")
                .post(path + "/closing", "{\"reason\":\"Vi vet nog\"}")
                .expect(201);
        Running.as("lst.tib").post(path + "/closing", "{}").expect(422);
        assertThat(answer("taby.tib", question, "{\"" + title + "\":\"Nej\"}")
                        .expect(422)
                        .body())
                .contains("avslutad");
        assertThat(Running.as("taby.tib").page("/questions/" + question).body()).contains("Avslutad: Vi vet nog", "Ja");
    }

    @Test
    void inAnIncidentTheLogLeadsToIt() {
        var incident = Prepared.signalled("Frågor i natten");
        var question = asked(",\"incident\":\"" + incident + "\"");
        assertThat(Running.as("taby.tib").page("/incidents/" + incident).body()).contains(title + " Till 2.");
        assertThat(Running.as("solna.tib").page("/incidents/" + incident).body())
                .doesNotContain(title);
        assertThat(Running.as("taby.tib")
                        .page("/incidents/" + incident + "/questions")
                        .body())
                .contains("/questions/" + question);
        assertThat(Running.as("solna.tib")
                        .page("/incidents/" + incident + "/questions")
                        .body())
                .doesNotContain("/questions/" + question);
        Running.as("utom.flygplats")
                .post("/api/questions", asking(",\"incident\":\"" + incident + "\""))
                .expect(404);
    }

    @Test
    void theSameQuestionAgainIsAnsweredAsBefore() {
        var more = ",\"fields\":[{\"name\":\"Platser " + UUID.randomUUID() + "\",\"kind\":\"NUMBER\"}]";
        var name = more.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1");
        var first = asked(more);
        answer("taby.tib", first, "{\"" + name + "\":42}").expect(201);
        var again = asked(more);
        assertThat(Running.as("taby.tib").page("/questions/" + again).body())
                .contains("Samma svar som", "value=\"42\"");
        assertThat(Running.as("nacka.tib").page("/questions/" + again).body()).doesNotContain("Samma svar som");
    }

    /** Each with what it says is wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"to\":[];minst en aktör",
                "\"to\":[\"actor:lst\"];minst en aktör",
                "\"to\":[\"actor:nowhere\"];ingen aktör eller grupp",
                "\"to\":[\"group:nowhere\"];ingen aktör eller grupp",
                "\"answerBy\":\"2020-01-01T00:00:00Z\";en tid framåt",
                "\"answerBy\":\"9999-01-01T00:00:00Z\";en tid framåt",
                "\"title\":\" \";är tomt",
                "\"fields\":[{\"name\":\"A\",\"kind\":\"CHOICE\",\"choices\":[\"en\"]}];minst två alternativ",
                "\"fields\":[{\"name\":\"A\"}];Välj hur uppgiften besvaras",
                "\"fields\":[{\"name\":\"A\",\"kind\":\"TEXT\"},{\"name\":\"a\",\"kind\":\"TEXT\"}];finns redan",
                "\"marking\":{\"audience\":[\"incident\"]};inte till någon händelse"
            })
    void aQuestionThatIsWrongSaysWhatToMend(String wrong) {
        var part = wrong.split(";");
        var field = part[0].substring(0, part[0].indexOf(':'));
        var whole = asking("");
        var json = whole.contains(field + ":")
                ? whole.replaceFirst(field + ":(\\[[^]]*]|\"[^\"]*\")", part[0].replace("$", "\\$"))
                : whole.replaceFirst("}$", "," + part[0] + "}");
        assertThat(Running.as("lst.tib")
                        .post("/api/questions", json)
                        .expect(422)
                        .body())
                .contains(part[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{};minst en uppgift",
                "{\"Natten\":\"BLUE\"};ett av alternativen",
                "{\"Öppna punkter\":\"många\"};ett tal",
                "{\"Öppna punkter\":\"1e99\"};ett tal",
                "{\"Väg in\":\"västra\"};ett av alternativen",
                "{\"Annat\":\"x\"};ingen uppgift"
            })
    void anAnswerThatIsWrongSaysWhatToMend(String wrong) {
        var question = asked(FIELDS);
        var part = wrong.split(";");
        assertThat(answer("taby.tib", question, part[0]).expect(422).body()).contains(part[1]);
        answer("taby.tib", question, "{\"Behov\":\"" + "a".repeat(100_000) + "\"}")
                .expect(422);
        assertThat(Running.as("taby.tib")
                        .get("/api/questions/" + question)
                        .json()
                        .get("answers")
                        .size())
                .isZero();
    }

    @Test
    void theAnswersCanBeTakenAway() {
        var question = asked(FIELDS);
        answer("taby.tib", question, "{\"Natten\":\"RED\",\"Öppna punkter\":12.5,\"Behov\":\"=cmd()\"}")
                .expect(201);
        var file = Running.as("nacka.tib")
                .page("/questions/" + question + "/answers?format=csv")
                .expect(200)
                .body();
        assertThat(file).contains("Aktör;Natten;Öppna punkter;Väg in;Behov;Svarade", "Täby;kritiskt;12,5;;'=cmd();");
    }

    /** By shape and word as well as colour, and each answer stands in the table too. */
    @Test
    void statusesStandOnTheMapForThoseWhoSeeAllAnswers_C4() {
        var shared = asked(FIELDS);
        answer("taby.tib", shared, "{\"Natten\":\"RED\"}").expect(201);
        for (var account : java.util.List.of("lst.tib", "nacka.tib")) {
            var page = Running.as(account).page("/questions/" + shared).body();
            assertThat(page).containsPattern("id=\"area-taby\"[^>]*><use class=\"area red\"");
            assertThat(page).containsPattern("id=\"area-nacka\"[^>]*><use class=\"area none\"");
            assertThat(page).contains("<title>Täby: kritiskt").contains("id=\"answer-taby\"");
        }
        var own = asked(FIELDS + ",\"onlyUs\":true");
        answer("taby.tib", own, "{\"Natten\":\"RED\"}").expect(201);
        assertThat(Running.as("lst.tib").page("/questions/" + own).body()).contains("area-taby");
        assertThat(Running.as("taby.tib").page("/questions/" + own).body()).doesNotContain("area-taby");
    }
}
