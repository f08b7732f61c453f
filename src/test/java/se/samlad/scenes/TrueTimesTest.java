package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Running.post;

import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Times are those of the incident, on every page and at both ends of the time line. */
class TrueTimesTest {

    private static final Pattern CLOCK =
            Pattern.compile("name=\"now\" content=\"([^\"]+)\".*data-clock-now=\"([^\"]+)\"", Pattern.DOTALL);

    /** An exercise that began at ten, with a report then and one each at half past and at eleven. */
    private static UUID played(String title) {
        var incident = post(
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"" + title + "\",\"exercise\":{\"clock\":\"2026-01-14T10:00:00+01:00\"}}");
        var base = "/api/incidents/" + incident;
        post(
                "nacka.tib",
                base + "/reports",
                "{\"status\":\"GREEN\",\"happened\":\"Lugnt klockan tio\",\"consequences\":\"Lugnt klockan tio\"}");
        post("lst.tib", base + "/clock", "{\"now\":\"2026-01-14T10:30:00+01:00\"}");
        post(
                "nacka.tib",
                base + "/reports",
                "{\"status\":\"ORANGE\",\"happened\":\"Halt halv elva\",\"consequences\":\"Halt halv elva\"}");
        post("lst.tib", base + "/clock", "{\"now\":\"2026-01-14T11:00:00+01:00\"}");
        post(
                "nacka.tib",
                base + "/reports",
                "{\"status\":\"YELLOW\",\"happened\":\"Bättre klockan elva\",\"consequences\":\"Bättre klockan elva\"}");
        return incident;
    }

    private static String known(UUID incident, String time) {
        return Running.as("taby.tib")
                .page("/incidents/" + incident + "/picture?knew=" + time)
                .expect(200)
                .body();
    }

    @Test
    void anExercisesPictureAsItWasKnownAtEachTime_C1() {
        var incident = played("Övning bakåt");
        assertThat(known(incident, "2020-01-01T00:00:00%2B01:00")).doesNotContain("Lugnt", "Halt", "Bättre");
        assertThat(known(incident, "2026-01-14T10:00:00%2B01:00"))
                .contains("Lugnt")
                .doesNotContain("Halt halv");
        assertThat(known(incident, "2026-01-14T10:29:59%2B01:00"))
                .contains("Lugnt")
                .doesNotContain("Halt halv");
        assertThat(known(incident, "2026-01-14T10:59:00%2B01:00"))
                .contains("Halt halv")
                .doesNotContain("Bättre");
        assertThat(known(incident, "2026-01-14T11:00:00%2B01:00")).contains("Bättre");
        assertThat(known(incident, "2036-01-14T11:00:00%2B01:00")).contains("Bättre");
        assertThat(known(incident, "9999-01-14T11:00:00%2B01:00&was=9999-01-14T11:00:00%2B01:00"))
                .contains("Bättre");
    }

    @Test
    void theTimeLineOfAnExerciseIsDraggedFromEndToEnd_C1() {
        var incident = played("Övning att dra i");
        try (var window = Window.of("taby.tib", Window.DESKTOP)) {
            window.open("/incidents/" + incident + "/picture").live();
            var map = window.find(".county").first().boundingBox();
            window.find("#knew").press("Home");
            window.sees("p.as-of.past", "10:00");
            window.find("#knew").press("ArrowRight");
            window.sees("p.as-of.past", "10:30");
            assertThat(window.find(".county").first().boundingBox().y)
                    .as("the map stays")
                    .isEqualTo(map.y);
            window.find("#knew").press("End");
            window.sees("p.as-of:not(.past)", "Läget nu");
            assertThat(window.find("main").innerText()).doesNotContain("Content missing");
        }
    }

    /** Nothing of a framework is ever shown, what was shown stays, and one press tries again. */
    @Test
    void whatCannotBeFetchedIsSaidAndTriedAgain() {
        var incident = played("Övning som inte svarar");
        try (var window = Window.of("taby.tib", Window.PHONE)) {
            window.open("/incidents/" + incident + "/picture").live();
            var path = "**/picture?*";
            window.page()
                    .route(
                            path,
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(500)
                                    .setContentType("text/html")
                                    .setBody("<p>no</p>")));
            window.find("#knew").press("Home");
            window.sees("#strip", "Det gick inte att hämta");
            assertThat(window.find("main").innerText()).doesNotContain("Content missing");
            assertThat(window.find(".county").first().isVisible()).isTrue();
            window.page().unroute(path);
            window.page().route(path, Route::abort);
            window.press("Försök igen");
            window.sees("#strip", "Det gick inte att hämta");
            window.page().unroute(path);
            window.press("Försök igen");
            window.sees("p.as-of.past", "10:00");
            window.page().waitForFunction("() => !document.getElementById('strip').textContent");
        }
    }

    /** A running exercise has one clock: a page that is drawn later does not begin it anew. */
    @Test
    void eachPageShowsTheSameClock_I3() {
        var ahead = Instant.now().plusSeconds(40).toString();
        var incident = post(
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"Övning som går\",\"exercise\":{\"clock\":\"" + ahead + "\"}}");
        var first = clock(incident);
        var later = clock(incident);
        var since = Instant.now();
        while (Duration.between(since, Instant.now()).compareTo(Duration.ofMillis(2_100)) < 0) later = clock(incident);
        assertThat(later).isCloseTo(first, Duration.ofMillis(1_000));
    }

    /** How far the exercise's clock is before the real one, as the page says. */
    private static Duration clock(UUID incident) {
        var page = Running.as("taby.tib")
                .page("/incidents/" + incident)
                .expect(200)
                .body();
        var said = CLOCK.matcher(page);
        assertThat(said.find()).isTrue();
        return Duration.between(OffsetDateTime.parse(said.group(1)), OffsetDateTime.parse(said.group(2)));
    }

    @Test
    void aTrendComparesWithWhatWas_C1() {
        var incident = played("Övning med vändning");
        var page = Running.as("taby.tib")
                .page("/incidents/" + incident + "/picture")
                .expect(200)
                .body();
        var from = page.indexOf("class=\"from-to\"");
        assertThat(page.substring(from, page.indexOf("Bättre", from)))
                .contains("ansträngt")
                .doesNotContain("inget delat");
    }

    @Test
    void aCorrectionSaysWhenItWasMade_C5() {
        var incident = post(
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"Övning med fel\",\"exercise\":{\"clock\":\"2026-01-14T16:15:00+01:00\"}}");
        var base = "/api/incidents/" + incident;
        var report = post("nacka.tib", base + "/reports", "{\"status\":\"RED\",\"happened\":\"9 200 utan el\"}");
        post("lst.tib", base + "/clock", "{\"now\":\"2026-01-14T16:19:00+01:00\"}");
        Running.as("nacka.tib")
                .post(
                        "/api/reports/" + report + "/correction",
                        "{\"status\":\"ORANGE\",\"happened\":\"2 900 utan el\",\"reason\":\"Fel siffra\"}")
                .expect(201);
        var log = Running.as("taby.tib")
                .page("/incidents/" + incident)
                .expect(200)
                .body();
        assertThat(log).contains("Rättad 16:19").doesNotContain("Rättad 16:15");
        assertThat(Running.as("taby.tib")
                        .page("/incidents/" + incident + "/picture")
                        .body())
                .contains("rättad 16:19");
    }

    /** Who is called in now has not waited since the first forum was called. */
    @Test
    void waitingBeginsWhenItConcernsOne_F3() {
        var incident = post(
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"Övning med flygplats\",\"exercise\":{\"clock\":\"2026-01-14T10:00:00+01:00\"}}");
        var forum = Prepared.convened(incident);
        post("lst.tib", "/api/incidents/" + incident + "/clock", "{\"now\":\"2026-01-14T14:00:00+01:00\"}");
        post(
                "lst.tib",
                "/api/forums/" + forum + "/composition",
                "{\"callIn\":[\"flygplats\"],\"reason\":\"Flyget berörs\"}");
        var page = Running.as("utom.flygplats").page("/turn").expect(200).body();
        for (var waits : new String[] {"turn-call-" + forum, "turn-report-" + incident}) {
            var from = page.indexOf("id=\"" + waits + "\"");
            assertThat(from).as(waits).isPositive();
            var time = page.indexOf("datetime=\"", from) + "datetime=\"".length();
            assertThat(page.substring(time)).as(waits).startsWith("2026-01-14T14:00");
        }
    }
}
