package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.report.ReportFact;
import se.samlad.scenes.Running.Account;
import tools.jackson.databind.JsonNode;

/** What was written is found by its words, whenever that was, by who may see it, and by nobody else (promise 2). */
class SearchTest {

    private String word;
    private UUID incident;

    /** A word of its own for each test, that no other test has written. */
    @BeforeEach
    void begin() {
        word = "ord" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";
        incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Sökt " + word + "\"}")
                .expect(201)
                .id();
    }

    private static void note(UUID incident, String account, String text, String more) {
        Running.as(account)
                .post(
                        "/api/incidents/" + incident + "/notes",
                        "{\"kind\":\"NOTE\",\"text\":\"" + text + "\"" + more + "}")
                .expect(201);
    }

    private static JsonNode found(Account who, String q, String more) {
        return who.get("/api/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + more)
                .expect(200)
                .json();
    }

    private static List<String> texts(JsonNode found) {
        var texts = new ArrayList<String>();
        found.get("entries")
                .forEach(each -> texts.add(each.get("body").path("text").asString("")));
        return texts;
    }

    /** By what stands in their texts, each with a way to its page. */
    @Test
    void whatOrdinaryModeHoldsIsFoundByWhoMaySeeIt() {
        var raised = ActsOnCases.raised("taby.tib", "Tolkar i kris");
        Running.as("nacka.tib")
                .post("/api/cases/" + raised + "/same", "{\"text\":\"Vi saknar " + word + "\"}")
                .expect(201);
        var meeting = Running.as("kansli")
                .post("/api/meetings", "{\"forum\":\"samordningsgruppen\"}")
                .expect(201)
                .id();
        Running.as("taby.tib")
                .post("/api/meetings/" + meeting + "/points", "{\"title\":\"Om " + word + "\"}")
                .expect(201);
        assertThat(Running.as("solna.tib").page("/search?q=" + word).body())
                .contains("href=\"/cases/" + raised, "Ärende från Täby", "href=\"/meetings/" + meeting);
        assertThat(Running.as("utom.flygplats").page("/search?q=" + word).body())
                .doesNotContain(raised.toString(), meeting.toString());
    }

    @Test
    void whatWasJustWrittenIsFoundByTheBeginningOfAWordAndInSwedish() {
        note(incident, "taby.tib", word + " plogbilarna kommer", "");
        for (var q : List.of(word, word.substring(0, word.length() - 1), word + " plogbil", word + " PLOGBILAR"))
            assertThat(texts(found(Running.as("lst.tib"), q, ""))).as(q).contains(word + " plogbilarna kommer");
        assertThat(texts(found(Running.as("lst.tib"), word + " bandvagn", ""))).isEmpty();
    }

    /** A prepared direction is searched as all is, but is no row of a log: the page does not count what it can't show. */
    @Test
    void thePageCountsWhatItShows() {
        note(incident, "lst.tib", "Ingen ska komma till skada för att hjälpen inte når fram", "");
        var wanted = URLEncoder.encode("skada hjälpen", StandardCharsets.UTF_8);
        assertThat(found(Running.as("lst.tib"), "skada hjälpen", "").toString()).contains("direction.prepared");
        var page = Running.as("lst.tib").get("/search?q=" + wanted).expect(200).body();
        var told = Pattern.compile("(\\d+) träffar, (\\d+) visas").matcher(page);
        assertThat(told.find()).isTrue();
        assertThat(told.group(1)).isEqualTo(told.group(2));
    }

    /** What was found comes first: nobody reads past what was not. */
    @Test
    void thePageHasAPartForWhatWasFoundOnly() {
        note(incident, "taby.tib", word + "y på vägen", "");
        var lst = Running.as("lst.tib");
        assertThat(lst.page("/search?q=" + word + "y").body())
                .contains("found-rows", word + "y på vägen")
                .doesNotContain("found-incidents", "found-actors");
        assertThat(lst.page("/search?q=" + word).body()).contains("found-incidents");
        assertThat(lst.page("/search?q=T%C3%A4by").body()).contains("found-actors");
        assertThat(lst.page("/search?q=" + word + "z").body())
                .contains("Inget i loggarna passar. Ändra sökningen.")
                .doesNotContain("found-incidents", "found-actors");
    }

    /** As PostgreSQL tells words apart "14.30" is one number and "-123" another. */
    @Test
    void numbersAreFoundWholeAndHoweverTheyAreWritten() {
        var text = word + " kl. 14.30: väg 76 och E4:an, ring 070-123 45 67";
        note(incident, "taby.tib", text, "");
        for (var q : List.of("14.30", "14:30", "14", "väg 76", "e4:an", "E4", "070-123 45 67", "123"))
            assertThat(texts(found(Running.as("lst.tib"), word + " " + q, "")))
                    .as(q)
                    .containsExactly(text);
        for (var q : List.of("väg 7", "12", "1430"))
            assertThat(texts(found(Running.as("lst.tib"), word + " " + q, "")))
                    .as(q)
                    .isEmpty();
    }

    @Test
    void itIsNarrowedByIncidentActorKindAndTime() {
        note(incident, "taby.tib", word + " hos Täby", "");
        note(incident, "nacka.tib", word + " hos Nacka", "");
        var lst = Running.as("lst.tib");
        assertThat(texts(found(lst, word, "&actor=taby"))).containsExactly(word + " hos Täby");
        for (var q : List.of("a:taby", "/a:taby", "taby", "k:report"))
            assertThat(texts(found(lst, word + " " + q, ""))).as(q).isEmpty();
        assertThat(texts(found(lst, word, "&kind=report.logged.1"))).hasSize(2);
        assertThat(found(lst, word, "&incident=" + incident).get("count").asInt())
                .isEqualTo(3);
        assertThat(found(lst, word, "&incident=" + UUID.randomUUID())
                        .get("count")
                        .asInt())
                .isZero();
        assertThat(found(lst, word, "&from=2026-01-01T00:00:00Z").get("count").asInt())
                .isEqualTo(3);
        assertThat(found(lst, word, "&until=2026-01-01T00:00:00Z").get("count").asInt())
                .isZero();
    }

    @Test
    void theSameWordIsFoundHoweverItsLettersAreWritten() {
        note(incident, "taby.tib", word + " ra\u0308ddnings\u00ADtja\u0308nsten", "");
        note(incident, "taby.tib", word + " räddningstjänsten", "");
        for (var q : List.of(
                "räddningstjänsten", "ra\u0308ddningstja\u0308nsten", "räddnings\u00ADtjänsten", "RÄDD\u200BNINGS"))
            assertThat(texts(found(Running.as("lst.tib"), word + " " + q, "")))
                    .as(q)
                    .hasSize(2);
        assertThat(Running.as("lst.tib")
                        .page("/search?q=" + URLEncoder.encode("Ta\u0308by", StandardCharsets.UTF_8))
                        .body())
                .contains("found-actors");
    }

    /** A plus that was not encoded, and seconds since 1970: as in the picture and in the watch. */
    @Test
    void timesAreReadAsEverywhereElse() {
        note(incident, "taby.tib", word + " hos Täby", "");
        for (var from : List.of("2026-01-01T00:00:00+01:00", "2026-01-01T00:00:00%2B01:00", "1767222000", ""))
            assertThat(found(Running.as("lst.tib"), word, "&from=" + from)
                            .get("count")
                            .asInt())
                    .as(from)
                    .isEqualTo(2);
        for (var path :
                List.of("/api/search?q=a&from=", "/api/watch?since=", "/api/incidents/" + incident + "/picture?at="))
            for (var from : List.of("2026-01-01T00:00:00+01:00", "1767222000"))
                Running.as("lst.tib").get(path + from).expect(200);
        assertThat(Running.as("lst.tib")
                        .get("/api/search?q=a&from=today")
                        .expect(400)
                        .body())
                .contains("error.time", "today");
    }

    @Test
    void theNewestIsFirstOrTheBest() {
        note(incident, "taby.tib", word + " " + word + " " + word, "");
        note(incident, "taby.tib", word + " och mycket annat som inte hör dit alls", "");
        var lst = Running.as("lst.tib");
        assertThat(texts(found(lst, word, ""))).startsWith(word + " och mycket annat som inte hör dit alls");
        assertThat(texts(found(lst, word, "&order=BEST"))).startsWith(word + " " + word + " " + word);
    }

    @Test
    void whatIsNotSharedIsNeitherFoundNorCounted() {
        note(incident, "polisen.tib", word + " hemligt", ",\"marking\":{\"audience\":[\"actor:polisen\"]}");
        note(incident, "polisen.tib", word + " öppet", "");
        var police = found(Running.as("polisen.tib"), word, "");
        assertThat(texts(police)).contains(word + " hemligt", word + " öppet");
        var solna = found(Running.as("solna.tib"), word, "");
        assertThat(texts(solna)).contains(word + " öppet").doesNotContain(word + " hemligt");
        assertThat(solna.get("count").asInt()).isEqualTo(police.get("count").asInt() - 1);
        assertThat(found(Running.as("utom.flygplats"), word, "").get("count").asInt())
                .isZero();
    }

    @Test
    void whatIsNoWordIsNoMistake() {
        for (var q : List.of("", "  ", "!&|:*()'\\", "'); drop table searchable; --", "😀", "a".repeat(5_000)))
            assertThat(found(Running.as("lst.tib"), q, "").get("more").asBoolean())
                    .as(q)
                    .isFalse();
        Running.as("lst.tib").get("/api/search?q=x&limit=0").expect(400);
        Running.as("lst.tib").get("/api/search?q=x&from=igår").expect(400);
        Running.as("lst.tib").get("/api/search").expect(400);
    }

    /** However much newer there is that one may not see: what one may is found, and counted alone. */
    @Test
    void whatIsHiddenIsPassedOverAndManyAreCountedToFifty() {
        note(incident, "taby.tib", "Synlig " + word, "");
        var hidden = new ArrayList<Draft>();
        for (int i = 0; i < 1_200; i++)
            hidden.add(Draft.ofNewSubject(
                    incident,
                    new ReportFact.Logged(ReportFact.Kind.NOTE, "Dold " + word, null, null, null, null),
                    Labels.of("actor:lst")));
        Running.server().part(Journal.class).record(new By("lst.tib", "lst", "tib"), null, facing -> hidden);
        var seen = found(Running.as("taby.tib"), word, "&kind=report.logged.1");
        assertThat(seen.get("count").asInt()).isEqualTo(1);
        assertThat(seen.get("more").asBoolean()).isFalse();
        assertThat(seen.get("entries")).hasSize(1);
        var all = found(Running.as("lst.tib"), word, "&kind=report.logged.1");
        assertThat(all.get("count").asInt()).isEqualTo(50);
        assertThat(all.get("more").asBoolean()).isTrue();
        assertThat(all.get("entries")).hasSize(50);
    }
}
