package se.samlad.scenes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key that vouches, and what the law wants taken away, without script and by keyboard alone. */
class HandsOnProofTest {

    @ParameterizedTest
    @EnumSource
    @Writes({"/journal/checkpoint/cosigners", "/journal/checkpoint/cosigners/*/ending"})
    void aKeyIsNamedAndEnded(Hands hands) throws Exception {
        var script = new Script();
        var hand = hands.of("huddinge.tib").open("/proof");
        hand.write("#cosigner-key", script.verifier(4)).press("#cosigner button");
        hand.sees("main", script.name());
        var form = "#" + hand.find("form[id^='end-']").getAttribute("id");
        hand.press(form + " button");
        hand.find(form).waitFor(gone());
    }

    private static com.microsoft.playwright.Locator.WaitForOptions gone() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/entries/*/disposal")
    void whatTheLawWantsTakenAwayIs(Hands hands) {
        var incident = Prepared.signalled("Gallring för " + hands);
        var report = Running.as("ekero.tib")
                .post("/api/incidents/" + incident + "/reports", "{\"status\":\"RED\",\"happened\":\"Ska bort\"}")
                .expect(201)
                .id();
        var hand = hands.of("ekero.chef").open("/entries/" + report);
        hand.press("a[href$='/disposal']")
                .write("[name='ground']", "Arkivlagen 10 §")
                .write("[name='decision']", "KS 2026/17")
                .choose("input[name='sure']")
                .press("#disposal-" + report + " button");
        hand.sees("main", "gallrad");
    }
}
