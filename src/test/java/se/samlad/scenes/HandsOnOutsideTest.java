package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.outside.EarlierForm;

/** What those outside write, and what is done with it, without script and by keyboard alone. */
class HandsOnOutsideTest {

    /** In a form that is old enough for somebody to have written in it. */
    private static void signalled(Hands.Hand hand, String happened) {
        hand.open("/public/signal")
                .write("[name='organisation']", "Bromma flygplats")
                .write("[name='function']", "skiftledare")
                .write("[name='number']", "08-797 68 00")
                .write("[name='happened']", happened);
        hand.find("#signal [name='once']").evaluate("(field, key) => field.value = key", EarlierForm.key());
        hand.press("#signal button.next");
        hand.sees("main", "Mottaget");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/public/signal",
        "/outside-signals/*/incident",
        "/outside-signals/*/joining",
        "/outside-signals/*/dismissal"
    })
    void aSignalFromOutsideIsMadeJoinedOrDismissed_I1(Hands hands) {
        var incident = Prepared.signalled("Känd sedan förut för " + hands);
        var outside = hands.of("utom.flygplats");
        for (var what : new String[] {"Rök", "Ånga", "Ljud"}) signalled(outside, what + " för " + hands);

        var duty = hands.of("lst.tib").open("/turn");
        var rok = "#turn-outside-" + OutsideSignalTest.waiting("Rök för " + hands);
        duty.sees(rok, "Bromma flygplats, skiftledare, ring 08-797 68 00");
        duty.press(rok + " form button");
        duty.sees("main", "Kom utifrån, från Bromma flygplats (skiftledare)");

        duty.open("/outside-signals");
        var joining = "#joining-" + OutsideSignalTest.waiting("Ånga för " + hands);
        duty.unfold("details:has(> " + joining + ")")
                .pick(joining + " select", incident.toString())
                .press(joining + " button");
        var dismissal = "#dismissal-" + OutsideSignalTest.waiting("Ljud för " + hands);
        duty.unfold("details:has(> " + dismissal + ")")
                .write(dismissal + " [name='reason']", "Det var en övning")
                .press(dismissal + " button");
        duty.sees("main", "Inget att göra: Det var en övning");
    }

    private static String link(Hands.Hand hand) {
        return hand.find("input.link").inputValue().replaceAll("^https?://[^/]+", "");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/forums/*/guests",
        "/guests/*/renewal",
        "/guests/*/revocation",
        "/guest/open",
        "/guest/*/notes",
        "/guest/*/acknowledgement"
    })
    void aGuestIsInvitedWritesAndIsRevoked_A8(Hands hands) {
        var incident = Prepared.signalled("Gäster för " + hands);
        var forum = Prepared.convened(incident);
        var host = hands.of("lst.tib").open("/incidents/" + incident + "/forums");
        host.press("a[href='/forums/" + forum + "/guests']")
                .write("#invite [name='organisation']", "Swedavia")
                .write("#invite [name='function']", "driftledare")
                .press("#invite button.next");
        var link = link(host);
        host.open("/forums/" + forum + "/guests");
        assertThat(host.find("input.link").isVisible()).as("shown once").isFalse();

        var guest = hands.of("utom.flygplats").open(link);
        guest.sees("main", "Swedavia").press("#open-link button");
        guest.press("#acknowledgement button");
        guest.write("#note-text", "Banan är stängd").press("#note button.next");
        guest.sees("#rows ul", "Utifrån: Swedavia (driftledare). Banan är stängd");

        host.open("/forums/" + forum + "/guests");
        var renewal = "form[id^='renewal-']";
        host.unfold("details:has(> " + renewal + ")")
                .pick(renewal + " select", "72")
                .press(renewal + " button");
        host.press("form[id^='revocation-'] button");
        host.sees("main", "Återkallad.");
        guest.write("#note-text", "Hann inte").press("#note button.next");
        guest.sees("main", "Hann inte").sees("main", "återkallad");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/forums/*/admissions", "/guests/*/confirmation", "/guests/*/denial"})
    void somebodyOfAMemberThatIsNotReachedComesInUntilTheMemberSays_A6(Hands hands) {
        var incident = Prepared.signalled("Insläppta för " + hands);
        var forum = Prepared.convened(incident);
        var host = hands.of("rsib").open("/forums/" + forum + "/guests");
        var member = hands.of("taby.tib");
        for (var says : new String[] {"confirmation", "denial"}) {
            host.unfold("details:has(> #admit)")
                    .pick("#admit [name='actor']", "taby")
                    .write("#admit [name='function']", "drift, " + says)
                    .write("#admit [name='known']", "Vi ringde växeln")
                    .press("#admit button");
            host.sees("main", "Täby har inte sagt om det stämmer.");
            member.open("/turn").sees("main", "drift, " + says + " är insläppt som en av era");
            member.open("/forums/" + forum + "/guests").press("form[id^='" + says + "-'] button");
        }
        member.sees("main", "Täby säger att det är en av dess egna.")
                .sees("main", "Täby säger att det inte är en av dess egna.")
                .sees("main", "Återkallad.");
    }

    /** Without a stream: the page asks by itself, keeps what is being written, and says so when the link has ended. */
    @Test
    void whatIsSaidComesByItselfAndSoDoesTheEnd_A8() {
        var forum = Prepared.convened(Prepared.signalled("Gästen väntar"));
        var answer = Running.as("lst.tib")
                .post("/api/forums/" + forum + "/guests", "{\"organisation\":\"Swedavia\",\"function\":\"drift\"}")
                .expect(201);
        var link = answer.link();
        try (var window = Window.of("utom.flygplats", Window.PHONE)) {
            window.page().clock().install();
            window.open(link);
            window.press("Öppna här");
            window.page().fill("#note-text", "Halvskrivet");
            Running.as("lst.tib")
                    .post("/api/forums/" + forum + "/next", "{\"reach\":\"Rakel 4711\"}")
                    .expect(201);
            window.page().clock().runFor(16_000);
            window.sees("#now", "Rakel 4711");
            Running.as("lst.tib")
                    .post("/api/guests/" + answer.id() + "/revocation", "{}")
                    .expect(201);
            window.page().clock().runFor(16_000);
            window.sees("#over", "återkallad");
            assertThat(window.page().inputValue("#note-text")).isEqualTo("Halvskrivet");
        }
    }

    /** In one hand, in either language, with nothing wider than the window and nothing that axe finds. */
    @Test
    void theGuestsPagesFitAPhone_A8() {
        var incident = Prepared.signalled("Gäst på telefon");
        var forum = Prepared.convened(incident);
        var answer = Running.as("lst.tib")
                .post(
                        "/api/forums/" + forum + "/guests",
                        "{\"organisation\":\"" + "Flygplatsdriftledningscentralen".repeat(3)
                                + "\",\"function\":\"drift\"}")
                .expect(201);
        var link = answer.link();
        try (var window = Window.of("utom.flygplats", Window.PHONE).withAxe()) {
            window.open(link);
            fits(window);
            window.press("Öppna här");
            window.sees("h1", "Samordnande forum");
            fits(window);
            window.open("/language/en?to=/guest/" + answer.id());
            window.sees("main", "You are here as");
            fits(window);
            window.open("/guest/" + UUID.randomUUID());
            window.sees("main", "Call whoever invited you");
            fits(window);
            window.open("/public/signal?lang=en");
            fits(window);
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static void fits(Window window) {
        assertThat(window.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(window.page().url())
                .isEqualTo(true);
        assertThat(window.axe()).as(window.page().url()).isEmpty();
    }
}
