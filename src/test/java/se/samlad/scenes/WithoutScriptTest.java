package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everything that an incident needs, by plain forms, where script is off or has not come. */
class WithoutScriptTest {

    @Test
    void signalConveneReportAndStandDown() {
        try (var county = Window.withoutScript("lst.tib");
                var taby = Window.withoutScript("taby.tib")) {
            var incident = signalled(county);
            convened(county, incident);
            reportedAndRenewed(taby, incident);
            stoodDown(county, incident);
        }
    }

    @Test
    void stanceAndMessage() {
        var scene = Prepared.incident("Snö utan skript");
        try (var taby = Window.withoutScript("taby.tib")) {
            taby.open("/incidents/" + scene.incident() + "/direction");
            var stance = taby.find("#stance-" + scene.direction());
            stance.locator("input[value='ADAPTS']").check(forced());
            stance.locator("textarea[name='reason']").fill("Vi öppnar två av tre punkter");
            stance.locator("button").click();
            taby.sees("main", "Vi öppnar två av tre punkter");

            taby.open("/incidents/" + scene.incident() + "/messages");
            var draft = taby.find("#message-new-" + scene.incident());
            draft.locator("[name='title']").fill("Trygghetspunkterna är öppna");
            draft.locator("[name='text']").fill("Kom in och värm dig.");
            draft.locator("button").last().click();
            taby.sees("main", "Trygghetspunkterna är öppna");
        }
    }

    @Test
    void aMessageGoesOut_K2() {
        var scene = Prepared.incident("Budskap utan skript");
        try (var komm = Window.withoutScript("komm")) {
            komm.open("/incidents/" + scene.incident() + "/messages?m=" + scene.onItsWay());
            for (var step : new String[] {"agreement", "publication"})
                komm.find("#message-" + step + "-" + scene.onItsWay() + " button")
                        .first()
                        .click();
            assertThat(komm.find("#message-withdraw-" + scene.onItsWay()).count())
                    .isOne();
        }
    }

    @Test
    void aDirectionIsAgreed_D1() {
        var scene = Prepared.incident("Inriktning utan skript");
        var proposed = Running.as("lst.chef")
                .post(
                        "/api/incidents/" + scene.incident() + "/directions",
                        "{\"aim\":\"Alla kommer hem\",\"priorities\":[\"Spår\"],\"limits\":[],\"measures\":[]}")
                .expect(201)
                .id();
        try (var chair = Window.withoutScript("lst.chef")) {
            chair.open("/incidents/" + scene.incident() + "/direction");
            chair.find("#agree-" + proposed + " button").first().click();
            chair.sees("[id='direction.page'] .aim", "Alla kommer hem");
        }
    }

    private static UUID signalled(Window county) {
        county.open("/");
        county.find("#signal textarea[name='title']").fill("Ledningsbrott utan skript");
        county.find("#signal button").click();
        assertThat(county.page().url()).contains("/incidents/");
        return UUID.fromString(county.page().url().replaceAll(".*/incidents/([0-9a-f-]{36}).*", "$1"));
    }

    private static void convened(Window county, UUID incident) {
        county.open("/incidents/" + incident + "/forums");
        county.find("#convene-COORDINATING-" + incident + " button.next").click();
        county.sees("[id='forum.list']", "Samordnande forum");
    }

    private static void reportedAndRenewed(Window taby, UUID incident) {
        taby.open("/incidents/" + incident);
        taby.find("#log-" + incident + " input[value='YELLOW']").check(forced());
        taby.find("#log-" + incident + " textarea[name='text']").fill("Skolorna har reservkraft");
        taby.find("#log-" + incident + " button.next").click();
        taby.sees("[id='desk.log']", "Skolorna har reservkraft");
        taby.find("#still-" + incident + " button").click();
        taby.sees("[id='desk.log']", "Inget nytt");
    }

    private static void stoodDown(Window county, UUID incident) {
        county.open("/incidents/" + incident + "/stand-down");
        county.find("#stand-down-reason").fill("Strömmen är tillbaka");
        county.find("#stand-down-" + incident + " button.next").click();
        county.sees("[id='incident.header']", "Avslutad");
    }

    private static Locator.CheckOptions forced() {
        return new Locator.CheckOptions().setForce(true);
    }
}
