package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Scene 3 by hand, four people at once in real browsers: each sees what the others do without reloading. */
class SnowstormByHandTest {

    private static final String NOW = "/";

    /** The scene's warning as another one, so that this scene and the one through the API do not meet. */
    private static void aWarningComesIn() throws IOException {
        var warning = Files.readString(Path.of("scenes/snowstorm/smhi-warning.json"))
                .replace("9001", "7001")
                .replace("9101", "7101");
        Running.as("lst.tib").post("/api/watch/smhi", warning).expect(200);
    }

    @Test
    void fromTheWarningToTheStandDown_scene3() throws IOException {
        try (var county = Window.of("lst.tib", Window.DESKTOP);
                var taby = Window.of("taby.tib", Window.PHONE);
                var police = Window.of("polisen.chef", Window.DESKTOP);
                var outsider = Window.of("utom.flygplats", Window.DESKTOP)) {
            outsider.open(NOW).live();
            outsider.sees("h1", "läge");
            county.open(NOW).live();
            taby.open("/turn").live(); // the start page has the most urgent only, and other scenes have left theirs

            aWarningComesIn();
            county.sees("[id='feed.watch']", "Mycket snö och hård vind");
            var incident = convenedInThreePresses(county);

            acknowledgedInOne(taby);
            county.open("/incidents/" + incident).live();
            police.open("/incidents/" + incident).live();

            reportInThree(taby, incident);
            county.sees("[id='desk.log']", "Hemtjänsten når inte fram till Löttinge");
            police.sees("[id='desk.log']", "Hemtjänsten når inte fram till Löttinge");
            county.sees("[id='picture.board']", "Täby");

            nobodyElseSees(outsider, incident);
            agreed(incident);
            police.sees("[id='direction.inforce']", "Ingen ska komma till skada");
            stanceInTwo(police);

            published(incident);
            county.sees("[id='message.list']", "Res bara om du måste");
            outsider.open("/public");
            outsider.sees("main", "Res bara om du måste");

            standDown(county, incident);
            police.sees("[id='incident.header']", "Avslutad");
            for (var window : new Window[] {county, taby, police, outsider})
                assertThat(window.complaints()).isEmpty();
        }
    }

    /** SCREENS, budget: from a warning to a convened forum in three presses (I1, I2). */
    private static UUID convenedInThreePresses(Window county) {
        county.find("[id='feed.watch'] button")
                .filter(new Locator.FilterOptions().setHasText("Gör till signal"))
                .first()
                .click();
        county.page().waitForURL(url -> url.contains("/incidents/"));
        var incident = UUID.fromString(county.page().url().replaceAll(".*/incidents/([0-9a-f-]{36}).*", "$1"));
        county.find("[id='desk.assess'] a.next").click();
        county.page().waitForURL(url -> url.contains("/forums"));
        county.find("#convene-COORDINATING-" + incident + " button.next").click();
        county.sees("[id='forum.list']", "Samordnande forum");
        return incident;
    }

    /** SCREENS, budget: a call is acknowledged by one press, from the notice itself (I3). */
    private static void acknowledgedInOne(Window taby) {
        var notice = taby.find("[id='desk.turn-all'] li")
                .filter(new Locator.FilterOptions().setHasText("Samordnande forum"))
                .filter(new Locator.FilterOptions().setHasText("Mycket snö och hård vind"));
        notice.locator("button").click();
        notice.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** SCREENS, budget: a status with text is one choice, one field, one press (C4). */
    private static void reportInThree(Window taby, UUID incident) {
        taby.open("/incidents/" + incident).live();
        taby.find("form.report input[value='ORANGE']").check(new Locator.CheckOptions().setForce(true));
        taby.find("form.report textarea[name='text']").fill("Hemtjänsten når inte fram till Löttinge");
        taby.find("form.report button.next").click();
        taby.sees("[id='desk.log']", "Hemtjänsten når inte fram till Löttinge");
    }

    /** It could see what it should; of the incident there is nothing (promise 2). */
    private static void nobodyElseSees(Window outsider, UUID incident) {
        assertThat(outsider.page().navigate("/incidents/" + incident).status()).isEqualTo(404);
        assertThat(outsider.page().content()).doesNotContain("snö");
        outsider.open(NOW).live();
        outsider.sees("h1", "läge");
        assertThat(outsider.page().content()).doesNotContain(incident.toString());
    }

    private static void agreed(UUID incident) {
        var forum = Running.as("lst.chef")
                .post(
                        "/api/incidents/" + incident + "/forums",
                        "{\"level\":\"DIRECTING\",\"actors\":[\"polisen\",\"taby\"]}")
                .expect(201)
                .id();
        var direction = Running.as("lst.chef")
                .post(
                        "/api/incidents/" + incident + "/directions",
                        "{\"forum\":\"" + forum
                                + "\",\"aim\":\"Ingen ska komma till skada\",\"priorities\":[\"Ambulans\"],"
                                + "\"limits\":[],\"measures\":[{\"actor\":\"polisen\",\"what\":\"Håller E18 fri\"}]}")
                .expect(201)
                .id();
        Running.as("polisen.chef")
                .post("/api/directions/" + direction + "/agreement", "{}")
                .expect(403);
        Running.as("lst.chef")
                .post("/api/directions/" + direction + "/agreement", "{}")
                .expect(201);
    }

    /** SCREENS, budget: a stance is one choice and one press (D3). */
    private static void stanceInTwo(Window police) {
        police.find("[id='direction.stance'] input[value='ACCEPTS']")
                .first()
                .check(new Locator.CheckOptions().setForce(true));
        police.find("[id='direction.stance'] form.stance button").first().click();
        police.sees("[id^='my-stance-'] h2", "Ställer sig bakom");
    }

    private static void published(UUID incident) {
        var base = "/api/incidents/" + incident + "/messages";
        var message = Running.as("taby.tib")
                .post(
                        base,
                        "{\"title\":\"Res bara om du måste\",\"text\":\"Det är svårt att ta sig fram.\",\"audience\":\"Allmänheten\"}")
                .expect(201)
                .id();
        for (var step : new String[] {"check", "agreement", "publication"})
            Running.as("komm").post(base + "/" + message + "/" + step, "{}").expect(201);
    }

    /** The open measure is handed over to an ordinary forum (I5). */
    private static void standDown(Window county, UUID incident) {
        county.open("/incidents/" + incident + "/stand-down");
        county.find("main textarea[name='reason'], main input[name='reason']")
                .first()
                .fill("Vinden har mojnat");
        for (var select : county.find("main form select").all()) select.selectOption("samordningsgruppen");
        county.find("main form button.next, main form button").last().click();
        county.sees("[id='incident.header']", "Avslutad");
    }
}
