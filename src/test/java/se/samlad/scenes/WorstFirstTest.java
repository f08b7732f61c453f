package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worst stands first, holes are one block, and what matters is on the first screen. */
class WorstFirstTest {

    private static final int PHONE_HEIGHT = 844;
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private static Prepared scene;

    @BeforeAll
    static void prepared() {
        scene = Prepared.incident("Snö och det värsta först");
    }

    private static String page() {
        return "/incidents/" + scene.incident();
    }

    private static double top(Window window, String what) {
        return window.find(what).first().boundingBox().y;
    }

    @SuppressWarnings("unchecked")
    private static List<String> all(Window window, String what, String script) {
        return (List<String>) window.find(what).evaluateAll("all => all.map(each => " + script + ")");
    }

    /** Those that shared nothing are all named without a press, in a block that is no screen of rows. */
    @Test
    void theBoardBeginsWithOneBlockOfHolesAndThenTheWorst_C3() {
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            window.open(page());
            var board = "[id='picture.board']";
            assertThat(all(window, board + " .all > section", "each.className"))
                    .containsExactly("red", "orange", "yellow", "green");
            var holes = window.find(board + " section.none");
            assertThat(holes.getByText("Norrtälje").isVisible()).isTrue();
            assertThat(holes.locator("li").count()).isGreaterThan(25);
            assertThat(holes.boundingBox().height).isLessThan(450);
            assertThat(top(window, board + " section.none")).isLessThan(top(window, board + " section.red"));
        }
    }

    @Test
    void theWallNamesThoseInTrouble_C3() {
        var wall = Running.as("lst.tib").page(page() + "/wall").expect(200).body();
        var worst = wall.substring(wall.indexOf("class=\"worst\""), wall.indexOf("class=\"holes\""));
        assertThat(worst).contains("Nacka", "Täby").doesNotContain("Trafikverket");
        assertThat(worst.indexOf("Nacka")).isLessThan(worst.indexOf("Täby"));
    }

    /** After calling: who is missing on top, the rest a count. */
    @Test
    void whoHasNotAcknowledgedIsOnTop_I3() {
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            window.open(page() + "/forums");
            var missing = window.find("#forum-" + scene.forum() + "-missing");
            assertThat(missing.innerText())
                    .contains("Har inte bekräftat", "Trafikverket")
                    .doesNotContain("Täby");
            var met = window.find("#forum-" + scene.forum() + "-met");
            assertThat(met.innerText()).contains("2 av 8 har bekräftat").doesNotContain("Täby");
            assertThat(top(window, "#forum-" + scene.forum() + "-missing"))
                    .isLessThan(top(window, "#forum-" + scene.forum() + "-met"));
        }
    }

    /** With its text, before all that waits for an answer; gone when somebody has made it a signal. */
    @Test
    void aRedWarningIsTheFirstTurnOfTheCountysDutyOfficer_I2() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var alert = """
                {"identifier":"first-turn","sent":"%s","status":"Actual","msgType":"%s","info":{"language":"sv-SE","event":"snöfall",
                "severity":"Extreme","eventCode":[{"valueName":"system_event_level_id","value":"3"}],"headline":"Stockholms län","expires":"%s","description":"Nittio centimeter till i morgon"}}""";
        Running.as("lst.tib")
                .post("/api/watch/smhi", alert.formatted(now, "Alert", now.plus(1, ChronoUnit.DAYS)))
                .expect(200);
        try (var window = Window.of("lst.tib", Window.PHONE)) {
            window.open("/turn");
            var ids = all(window, "ol.turn > li", "each.id");
            // other scenes may have left red warnings of their own
            var warning = ids.stream()
                    .filter(id -> id.startsWith("turn-warning-"))
                    .filter(id -> window.find("#" + id).innerText().contains("Nittio centimeter till i morgon"))
                    .findFirst();
            assertThat(warning).isPresent();
            assertThat(ids.subList(0, ids.indexOf(warning.get())))
                    .allMatch(id -> id.startsWith("turn-warning-") || id.startsWith("turn-assess-"));
            window.find("#" + warning.get() + " button").click();
            window.sees("h1", "snöfall");
            window.open("/turn");
            assertThat(window.find("#" + warning.get()).count()).isZero();
        } finally {
            Running.as("lst.tib")
                    .post("/api/watch/smhi", alert.formatted(now, "Cancel", now))
                    .expect(200);
        }
    }

    /** The first line of needs and consequences in the row; more only where there is more. */
    @Test
    void aRowShowsItsNeedAndSaysMoreOnlyWhereThereIsMore_C5() {
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            window.open(page());
            var report = window.find("#row-" + scene.report());
            assertThat(report.locator(".points").innerText()).contains("Konsekvens", "Behov", "En bandvagn med förare");
            assertThat(report.locator("details").count()).isZero();
            assertThat(window.find("#row-" + scene.note() + " details").count()).isZero();
        }
    }

    @Test
    void thePhoneHasTheTitleTheTwoWaysInAndTheLogOnItsFirstScreen() {
        try (var window = Window.of("nacka.tib", Window.PHONE)) {
            window.open(page());
            assertThat(window.find(".here").innerText()).contains("Snö och det värsta först");
            assertThat(window.find(".here").boundingBox().height).isLessThan(40);
            assertThat(top(window, "[id='desk.log'] li")).isLessThan(PHONE_HEIGHT);
            for (var way : List.of(".four label", ".composer textarea"))
                assertThat(top(window, way)).as(way).isLessThan(PHONE_HEIGHT - 56);
            assertThat(window.find("main").innerText()).doesNotContain("Avsluta händelsen");
            window.press("Mer");
            assertThat(top(window, "#more")).isGreaterThan(100);
        }
    }

    /** Each actor once, however many measures name it. */
    @Test
    void aDirectionIsATableOfActorsAndMeasures_D3() {
        try (var window = Window.of("polisen.tib", Window.DESKTOP)) {
            window.open(page() + "/direction");
            var names = String.join(", ", all(window, ".matrix tbody th[scope='row']", "each.innerText"));
            assertThat(names.split("Polisen", -1)).as("once").hasSize(2);
            assertThat(all(window, ".matrix .group-head th", "each.innerText").getFirst())
                    .startsWith("Har inte svarat");
            assertThat(window.find(".matrix tr:has(th:has-text('SOS Alarm')) + tr")
                            .innerText())
                    .contains("Vi har inte personal till det");
        }
    }

    @Test
    void pictureAndDirectionPrintOnOneSheetOrTwo() {
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            for (var path : List.of(page() + "/picture", page() + "/direction")) {
                window.open(path);
                window.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(window.find(".incident h1").isVisible()).as(path).isTrue();
                var pdf = window.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
                assertThat(SHEET.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                                .results())
                        .as(path)
                        .hasSizeBetween(1, 2);
                window.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            }
        }
    }
}
