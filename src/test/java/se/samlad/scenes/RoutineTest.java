package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.routine.RoutineFact;
import se.samlad.routine.RoutineFact.Text;
import se.samlad.web.Say;
import tools.jackson.databind.JsonNode;

/** Routines, templates and supports by API: kept up to date, tested, reported faulty, and seen by all on Nu (G7, R1, R4, A4). */
class RoutineTest {

    private static final LocalDate TODAY = LocalDate.now(Say.STOCKHOLM);
    private static final String PATH = "/api/routines";

    private static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 6);
    }

    private static UUID begun(String kind, String title) {
        return Running.as("kansli")
                .post(PATH, ActsOnRoutines.text(kind, title))
                .expect(201)
                .id();
    }

    private static JsonNode get(UUID id) {
        return Running.as("solna.tib").get(PATH + "/" + id).expect(200).json();
    }

    private static UUID post(String account, UUID id, String verb, String json) {
        return Running.as(account)
                .post(PATH + "/" + id + "/" + verb, json.replace('\'', '"'))
                .expect(201)
                .id();
    }

    private static void refused(int status, String account, UUID id, String verb, String json, String why) {
        var address = PATH + "/" + id + (verb.isEmpty() ? "" : "/" + verb);
        var answer = Running.as(account).post(address, json.replace('\'', '"')).expect(status);
        assertThat(answer.body()).as(verb + " " + json).contains(why);
    }

    private static String page(String account, String path) {
        return Running.as(account).page(path).expect(200).body();
    }

    /** Six come with Samlad, say that they are ours, and lead to what the program itself does. */
    @Test
    void whatComesWithSamladIsAProposalOfOurs_G7_R1_R4() {
        var all = Running.as("nacka.tib").get(PATH).expect(200).json();
        var titles = all.findValues("title").stream()
                .map(each -> each.get("sv").asString())
                .toList();
        assertThat(titles).contains("Telefonkonferens", "WIS", "Rakel", "Samlad", "Aktivering", "Samlad lägesbild");
        for (var each : all) {
            var text = each.get("text");
            if (!text.get("owner").asString().equals("ssr")) continue;
            assertThat(text.get("fallback").get("en").asString()).isNotBlank();
            assertThat(text.get("beyond").get("en").asString()).isNotBlank();
            var own = page("nacka.tib", "/routines/" + each.get("id").asString());
            assertThat(own).contains("Samlads eget förslag att börja i");
            if (!text.get("path").isNull()) page("nacka.tib", text.get("path").asString());
        }
        assertThat(page("nacka.tib", "/routines")).contains("Gemensamma stöd", "Telefonkonferens", "Aktivering");
    }

    /** By words, by owner, and by what is overdue; what was asked stands in the address. */
    @Test
    void theListIsFilteredByWordsOwnerAndOverdue_G7() {
        var title = unique("Mässingstuta");
        begun("SUPPORT", title);
        var words = "?q=" + title.substring(title.length() - 6);
        assertThat(page("nacka.tib", "/routines" + words))
                .contains(title, "href=\"/routines\"")
                .doesNotContain("Telefonkonferens", "id=\"of-ROUTINE\"");
        assertThat(page("nacka.tib", "/routines?owner=taby")).contains(title);
        assertThat(page("nacka.tib", "/routines" + words + "&owner=solna"))
                .contains("Inget i listan stämmer", "Visa alla")
                .doesNotContain(title);
        assertThat(page("nacka.tib", "/routines" + words + "&format=csv"))
                .contains(title, "Inte provat ännu")
                .doesNotContain("Telefonkonferens");
        Running.as("nacka.tib").page("/routines?review=never").expect(400);
    }

    @Test
    void outsidersSeeNone_A8() {
        var of = begun("SUPPORT", unique("Satellit"));
        get(of);
        for (var path : List.of(PATH, PATH + "/" + of))
            Running.as("utom.flygplats").get(path).expect(404);
        for (var path : List.of("/routines", "/routines/" + of))
            Running.as("utom.flygplats").page(path).expect(404);
        for (var verb : List.of("", "/review", "/tests", "/faults", "/repair", "/withdrawal", "/resumption"))
            Running.as("utom.flygplats").post(PATH + "/" + of + verb, "{}").expect(404);
        Running.as("utom.flygplats")
                .post(PATH, ActsOnRoutines.text("ROUTINE", "Rutin"))
                .expect(404);
        Running.as("nacka.tib").get(PATH + "/" + UUID.randomUUID()).expect(404);
    }

    @Test
    void everyMistakeInTheTextIsToldAtItsField_G7() {
        var good = ActsOnRoutines.text("SUPPORT", "Satellit");
        var of = begun("SUPPORT", unique("Satellit"));
        record Bad(String from, String to, String field) {}
        for (var bad : List.of(
                new Bad("\"Satellit\"", "\" \"", "title"),
                new Bad("\"Satellit\"", "\"" + "a".repeat(201) + "\"", "title"),
                new Bad("\"Så gör man\"", "null", "text"),
                new Bad("\"Penna\"", "\"\"", "fallback"),
                new Bad("\"Bud\"", "\"\\u200b\"", "beyond"),
                new Bad("\"Alla i beredskap\"", "null", "skilled"),
                new Bad("\"taby\"", "\"flygplats\"", "owner"),
                new Bad("\"taby\"", "null", "owner"),
                new Bad(TODAY.plusYears(1).toString(), TODAY.toString(), "reviewBy"),
                new Bad(TODAY.plusYears(1).toString(), TODAY.plusYears(7).toString(), "reviewBy"),
                new Bad("\"/incidents\"", "\"https://example.org\"", "path"),
                new Bad("\"/incidents\"", "\"//example.org\"", "path"),
                new Bad("\"/incidents\"", "\"/a\\\" onclick=\\\"b\"", "path"))) {
            assertThat(good).contains(bad.from());
            var json = good.replace(bad.from(), bad.to());
            for (var path : List.of(PATH, PATH + "/" + of))
                assertThat(Running.as("kansli").post(path, json).expect(422).body())
                        .as(json)
                        .contains("\"" + bad.field() + "\"");
        }
        refused(422, "kansli", of, "", ActsOnRoutines.text("ROUTINE", "Satellit"), "Sorten går inte att ändra");
        Running.as("kansli").post(PATH, good.replace("\"SUPPORT\"", "null")).expect(422);
        Running.as("taby.tib").post(PATH, good).expect(403);
        refused(403, "nacka.chef", of, "", good, "Det görs av samordningskansliet");
    }

    /** A routine asks for nobody skilled; each text is a version, and of two who write at once the second is told. */
    @Test
    void theTextHasVersionsAndItsOwnerWritesIt_G7() {
        var title = unique("Läget");
        var of = begun("ROUTINE", title);
        assertThat(get(of).get("text").get("skilled").isNull()).isTrue();
        assertThat(get(of).get("state").isNull()).isTrue();
        var first = get(of).get("version").asString();
        var again = ActsOnRoutines.text("ROUTINE", title).replace("Så gör man", "Så gör man nu");
        Running.as("taby.tib").post(PATH + "/" + of, again).expect(201);
        assertThat(get(of).get("versions").asInt()).isEqualTo(2);
        assertThat(page("nacka.tib", "/routines/" + of)).containsPattern("Så gör man <ins>nu\\s*</ins>Penna");
        var chief = Running.as("taby.chef");
        var late = chief.request(PATH + "/" + of, "application/json")
                .header("Drawn-From", first)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(again));
        chief.send(late).expect(409);
        refused(422, "taby.tib", of, "tests", "{'result':'WORKED'}", "Bara gemensamma stöd");
        refused(422, "taby.tib", of, "faults", "{'text':'Tyst'}", "Bara gemensamma stöd");
    }

    @Test
    void aReviewThatIsOverdueWaitsForItsOwner_G7() {
        var title = unique("Gammal rutin");
        var text = new Text("Så", null);
        var old = new RoutineFact.Written(
                RoutineFact.Kind.ROUTINE,
                new Text(title, null),
                text,
                "taby",
                TODAY.minusDays(1),
                text,
                text,
                null,
                null);
        var of = Draft.newId();
        Running.server()
                .part(Journal.class)
                .record(
                        new By("kansli", "ssr", "kansli"),
                        null,
                        facing -> List.of(Draft.ofNewStream(of, old, Labels.of("members"))));
        var item = "routine-review-" + of;
        assertThat(get(of).get("overdue").asBoolean()).isTrue();
        assertThat(page("taby.tib", "/turn")).contains(item, title);
        assertThat(page("nacka.tib", "/turn")).doesNotContain(item);
        assertThat(page("nacka.tib", "/routines/" + of)).contains("Översynen är försenad");
        assertThat(page("nacka.tib", "/routines?review=overdue")).contains(title);

        for (var bad : List.of("{}", "{'next':'" + TODAY + "'}", "{'next':'" + TODAY.plusYears(9) + "'}"))
            refused(422, "taby.tib", of, "review", bad, "inom 6 år");
        refused(403, "nacka.tib", of, "review", "{'next':'" + TODAY.plusDays(9) + "'}", "samordningskansliet");
        post("taby.tib", of, "review", "{'next':'" + TODAY.plusDays(9) + "','text':'Håller'}");
        assertThat(get(of).get("reviewBy").asString())
                .isEqualTo(TODAY.plusDays(9).toString());
        assertThat(page("taby.tib", "/turn")).doesNotContain(item);
        assertThat(page("nacka.tib", "/routines/" + of)).contains("Håller");
        assertThat(page("nacka.tib", "/routines?review=overdue")).doesNotContain(title);
    }

    @Test
    void aSupportsStateFollowsFromItsTests_R4_A4() {
        var of = begun("SUPPORT", unique("Satellit"));
        assertThat(get(of).get("state").asString()).isEqualTo("UNTESTED");
        refused(422, "nacka.tib", of, "tests", "{}", "Välj hur provet gick");
        refused(422, "nacka.tib", of, "tests", "{'result':'FAILED'}", "\"text\"");
        refused(422, "nacka.tib", of, "tests", "{'result':'PARTLY','text':' '}", "\"text\"");
        var ahead = "{'result':'WORKED','on':'" + TODAY.plusDays(2) + "'}";
        refused(422, "nacka.tib", of, "tests", ahead, "en dag som har varit");
        refused(422, "nacka.tib", of, "tests", "{'result':'WORKED','on':'1999-01-01'}", "en dag som har varit");

        post(
                "nacka.tib",
                of,
                "tests",
                "{'result':'WORKED','on':'" + TODAY.minusYears(1).minusDays(1) + "'}");
        assertThat(get(of).get("state").asString()).isEqualTo("UNTESTED");
        post("nacka.tib", of, "tests", "{'result':'PARTLY','text':'Brus','on':'" + TODAY.minusDays(9) + "'}");
        assertThat(get(of).get("state").asString()).isEqualTo("PARTLY");
        post("polisen.tib", of, "tests", "{'result':'FAILED','text':'Tyst'}");
        assertThat(get(of).get("state").asString()).isEqualTo("FAILED");
        post("nacka.tib", of, "tests", "{'result':'WORKED','on':'" + TODAY.minusDays(3) + "'}");
        assertThat(get(of).get("state").asString())
                .as("an older day says nothing of now")
                .isEqualTo("FAILED");
        post("nacka.tib", of, "tests", "{'result':'WORKED'}");
        assertThat(get(of).get("state").asString()).isEqualTo("WORKS");
        assertThat(page("solna.tib", "/routines/" + of)).contains("Brus", "Tyst", "Fungerar, provat");
    }

    /** Anyone's fault is on everybody's start page with what is used instead, waits for the owner, and goes when it ends. */
    @Test
    void aFaultIsSeenByAllOnNuUntilItEnds_R4_A4() {
        var title = unique("Satellit");
        var of = begun("SUPPORT", title);
        post("taby.tib", of, "tests", "{'result':'WORKED'}");
        assertThat(page("polisen.tib", "/")).doesNotContain(title);
        refused(422, "nacka.tib", of, "faults", "{}", "\"text\"");
        refused(403, "nacka.admin", of, "faults", "{'text':'Tyst'}", "talar för en medlem");

        var fault = post("nacka.tib", of, "faults", "{'text':'Ingen ton'}");
        var second = post("solna.tib", of, "faults", "{'text':'Fel kod'}");
        assertThat(get(of).get("state").asString()).isEqualTo("FAULT");
        for (var account : List.of("polisen.tib", "lst.chef", "kansli"))
            assertThat(page(account, "/"))
                    .contains(title, "Fel kod", "Reserv: Penna", "1 fel till är anmält", "/routines/" + of);
        assertThat(page("utom.flygplats", "/")).doesNotContain(title);
        assertThat(page("taby.tib", "/turn")).contains("routine-fault-" + of);
        assertThat(page("nacka.tib", "/turn")).doesNotContain("routine-fault-" + of);
        refused(422, "taby.tib", of, "withdrawal", "{'reason':'Uppsagd'}", "Avsluta det först");
        Running.as("taby.tib")
                .post(PATH + "/" + of, ActsOnRoutines.text("SUPPORT", title))
                .expect(201);
        assertThat(page("polisen.tib", "/")).as("a new text ends no fault").contains("Fel kod");

        refused(403, "polisen.tib", of, "repair", "{'fault':'" + fault + "'}", "den som anmälde det");
        refused(422, "taby.tib", of, "repair", "{}", "Felet finns inte");
        refused(422, "taby.tib", of, "repair", "{'fault':'" + of + "'}", "Felet finns inte");
        post("nacka.chef", of, "repair", "{'fault':'" + fault + "','text':'En kabel'}");
        refused(422, "nacka.tib", of, "repair", "{'fault':'" + fault + "'}", "redan avslutat");
        assertThat(page("polisen.tib", "/")).contains(title);
        post("kansli", of, "repair", "{'fault':'" + second + "'}");
        for (var account : List.of("polisen.tib", "kansli", "nacka.tib"))
            assertThat(page(account, "/")).doesNotContain(title);
        assertThat(page("taby.tib", "/turn")).doesNotContain("routine-fault-" + of);
        assertThat(get(of).get("state").asString()).isEqualTo("WORKS");
        assertThat(page("polisen.tib", "/routines/" + of)).contains("En kabel", "2 fel som har varit");
    }

    @Test
    void whatIsWithdrawnIsNeitherUsedNorReviewedUntilItIsTakenUp_G7() {
        var title = unique("Satellit");
        var of = begun("SUPPORT", title);
        refused(422, "taby.tib", of, "resumption", "{'reason':'Ny'}", "används redan");
        refused(422, "taby.tib", of, "withdrawal", "{'reason':' '}", "\"reason\"");
        refused(403, "nacka.tib", of, "withdrawal", "{'reason':'Ny'}", "samordningskansliet");
        post("taby.tib", of, "withdrawal", "{'reason':'Uppsagd'}");
        assertThat(Running.as("nacka.tib").get(PATH).json().toString()).doesNotContain(title);
        assertThat(get(of).get("withdrawn").asString()).isEqualTo("Uppsagd");
        assertThat(page("nacka.tib", "/routines")).contains(title, "Uppsagd");
        assertThat(page("taby.tib", "/routines/" + of)).contains("Används inte längre: Uppsagd");
        var bodies = Map.of(
                "review", "{'next':'" + TODAY.plusDays(9) + "'}",
                "tests", "{'result':'WORKED'}",
                "faults", "{'text':'Tyst'}",
                "withdrawal", "{'reason':'Igen'}");
        bodies.forEach((verb, json) -> refused(422, "taby.tib", of, verb, json, "Det används inte längre"));
        refused(422, "taby.tib", of, "", ActsOnRoutines.text("SUPPORT", title), "Det används inte längre");
        refused(403, "nacka.tib", of, "resumption", "{'reason':'Ny'}", "samordningskansliet");
        post("taby.tib", of, "resumption", "{'reason':'Nytt avtal'}");
        assertThat(Running.as("nacka.tib").get(PATH).json().toString()).contains(title);
    }
}
