package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.journal.Journal;

/** Something that should not stand there is disposed of: it is gone from all that shows it, and nothing is a gap. */
class DisposalSceneTest {

    private static final String DECISION = "{\"ground\":\"Arkivlagen 10 §\",\"decision\":\"KS 2026/17\"}";
    private static final String GONE = "[gallrad / disposed of]";

    private static UUID incident(String title) {
        return Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"" + title + "\"}")
                .expect(201)
                .id();
    }

    private static UUID report(UUID incident, String text) {
        return Running.as("taby.tib")
                .post("/api/incidents/" + incident + "/reports", "{\"status\":\"RED\",\"happened\":\"" + text + "\"}")
                .expect(201)
                .id();
    }

    @Test
    void whatWasDisposedOfIsNowhereAndItsPlaceIsKept() {
        var incident = incident("Gallring");
        var word = "Kvarnström" + UUID.randomUUID().toString().replace("-", "");
        var report = report(incident, "Anna " + word + " är skadad");
        var nacka = Running.as("nacka.tib");
        var pages = List.of("/incidents/" + incident, "/incidents/" + incident + "/picture", "/entries/" + report);
        for (var page : pages) assertThat(nacka.page(page).expect(200).body()).contains(word);
        var search = "/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
        assertThat(nacka.page(search).body()).contains("Anna " + word, report.toString());
        assertThat(knownWords(word)).isEqualTo(1);
        var receipt = receipt(report);

        var chief = Running.as("taby.chef");
        Running.as("taby.tib")
                .post("/api/entries/" + report + "/disposal", DECISION)
                .expect(403);
        Running.as("lst.chef")
                .post("/api/entries/" + report + "/disposal", DECISION)
                .expect(404);
        chief.post("/api/entries/" + report + "/disposal", "{\"ground\":\" \",\"decision\":\"x\"}")
                .expect(422);
        chief.post("/api/entries/" + report + "/disposal", "{\"ground\":\"x\"}").expect(422);
        chief.post("/api/entries/" + report + "/disposal", DECISION).expect(201);
        chief.post("/api/entries/" + report + "/disposal", DECISION).expect(422);

        for (var page : pages) {
            assertThat(nacka.page(page).expect(200).body()).doesNotContain(word).contains(GONE);
        }
        assertThat(nacka.page("/incidents/" + incident).body()).contains("KS 2026/17");
        assertThat(nacka.page(search).body()).doesNotContain("Anna " + word, report.toString(), GONE);
        assertThat(knownWords(word)).isZero();
        var journal = nacka.get("/api/journal?incident=" + incident).expect(200);
        assertThat(journal.body()).doesNotContain(word).contains(GONE, "journal.disposed.1", "Arkivlagen 10 §");
        var picture =
                nacka.get("/api/incidents/" + incident + "/picture").expect(200).body();
        assertThat(picture).doesNotContain(word).contains("\"status\":\"RED\"");
        assertThat(receipt(report)).isEqualTo(receipt);
        Running.as("kansli")
                .get("/api/journal/proof/inclusion?receipt=" + receipt)
                .expect(200);
    }

    /** How many of the words that searching knows begin so; a stem is shorter than its word. */
    private static int knownWords(String word) {
        var beginning = word.toLowerCase(Locale.ROOT).substring(0, word.length() - 5);
        return JdbcClient.create(Running.server().part(DataSource.class))
                .sql("select count(*) from word where starts_with(word, ?)")
                .param(beginning)
                .query(Integer.class)
                .single();
    }

    private static String receipt(UUID entry) {
        var page = Running.as("nacka.tib").page("/entries/" + entry).expect(200).body();
        return page.replaceAll("(?s).*<code>([^<]+)</code>.*", "$1");
    }

    @Test
    void whoDoesNotSeeTheEntryIsNotToldOfItsDisposal() {
        var incident = incident("Gallring i det tysta");
        var report = Running.as("taby.tib")
                .post(
                        "/api/incidents/" + incident + "/reports",
                        "{\"status\":\"RED\",\"happened\":\"Hemligt\",\"marking\":{\"audience\":[\"actor:lst\"],\"ground\":\"OSL 18:13\"}}")
                .expect(201)
                .id();
        Running.as("taby.chef")
                .post("/api/entries/" + report + "/disposal", DECISION)
                .expect(201);
        assertThat(Running.as("lst.tib")
                        .get("/api/journal?incident=" + incident)
                        .body())
                .contains("journal.disposed.1");
        assertThat(Running.as("nacka.tib")
                        .get("/api/journal?incident=" + incident)
                        .body())
                .doesNotContain("journal.disposed.1");
        Running.as("nacka.chef")
                .post("/api/entries/" + report + "/disposal", DECISION)
                .expect(404);
    }

    @Test
    void registersAndDecisionsOfDisposalStay() {
        var incident = incident("Gallring av gallring");
        var report = report(incident, "Fel text");
        var decision = Running.as("taby.chef")
                .post("/api/entries/" + report + "/disposal", DECISION)
                .expect(201)
                .id();
        Running.as("taby.chef")
                .post("/api/entries/" + decision + "/disposal", DECISION)
                .expect(404);
        assertThat(Running.server().part(Journal.class).isDisposed(decision)).isFalse();
    }

    @Test
    void aPageThatShowsItReadsAgain() {
        var incident = incident("Gallring medan någon ser på");
        var report = report(incident, "Ska strax vara borta");
        try (var window = Window.of("nacka.tib", Window.DESKTOP)) {
            window.open("/incidents/" + incident);
            var there = window.page().getByText("Ska strax vara borta").first();
            there.waitFor();
            Running.as("taby.chef")
                    .post("/api/entries/" + report + "/disposal", DECISION)
                    .expect(201);
            window.page().waitForFunction("() => !document.body.innerText.includes('Ska strax vara borta')");
            window.page().getByText(GONE).first().waitFor();
        }
    }

    @Test
    void theFormAsksOnceMore() {
        var incident = incident("Gallring för hand");
        var report = report(incident, "Bort med det");
        try (var window = Window.of("taby.chef", Window.DESKTOP)) {
            window.open("/entries/" + report);
            window.page().locator("a[href$='/disposal']").click();
            window.page().locator("[name='ground']").fill("Arkivlagen 10 §");
            window.page().locator("[name='decision']").fill("KS 2026/18");
            window.page().locator("form[action$='/disposal'] button").click();
            assertThat(Running.server().part(Journal.class).isDisposed(report)).isFalse();
            window.page().locator("input[name=sure]").check();
            window.page().locator("form[action$='/disposal'] button").click();
            window.page().getByText(GONE).first().waitFor();
        }
        assertThat(Running.server().part(Journal.class).isDisposed(report)).isTrue();
    }
}
