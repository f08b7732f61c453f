package se.samlad.scenes;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.scenes.Hands.Hand;

/** A message from the first draft to its withdrawal, without script and by keyboard alone. */
class HandsOnMessageTest {

    private static final String STAGE = "#message-open .stage";
    private static Prepared scene;

    @BeforeAll
    static void prepared() {
        scene = Prepared.incident("Snö till budskapen");
    }

    private static String page(UUID message) {
        return "/incidents/" + scene.incident() + "/messages?m=" + message;
    }

    private static UUID drafted(Hands hands, String title) {
        var hand = hands.of("taby.tib").open("/incidents/" + scene.incident() + "/messages");
        var form = "#message-new-" + scene.incident();
        hand.write(form + "-title", title)
                .write(form + "-text", "Kom in och värm dig.")
                .choose(form + " input[value='webb']")
                .press(form + " > p.row button");
        hand.sees("#message-open h2", title);
        return UUID.fromString(hand.window.page().url().replaceAll(".*m=([0-9a-f-]{36}).*", "$1"));
    }

    private static void stepped(Hand hand, UUID message, String step, String stage) {
        hand.press("#message-" + step + "-" + message + " button");
        hand.sees(STAGE, stage);
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/incidents/*/messages",
        "/incidents/*/messages/*/check",
        "/incidents/*/messages/*/agreement",
        "/incidents/*/messages/*/publication",
        "/incidents/*/messages/*/withdrawal"
    })
    void fromDraftToWithdrawal_K2(Hands hands) {
        var message = drafted(hands, "Trygghetspunkterna är öppna, för " + hands);
        var komm = hands.of("komm").open(page(message));
        stepped(komm, message, "check", "kontrollerat");
        stepped(komm, message, "agreement", "godkänt");
        stepped(komm, message, "publication", "publicerat");
        var withdraw = "#message-withdraw-" + message;
        komm.unfold("details:has(> " + withdraw + ")")
                .write(withdraw + "-reason", "Punkterna har stängt")
                .press(withdraw + " button");
        komm.sees("#message-open", "Punkterna har stängt");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/incidents/*/messages/*/return", "/incidents/*/messages/*/update", "/incidents/*/messages/*/discard"})
    void returnedRewordedAndGivenUp_K2(Hands hands) {
        var message = drafted(hands, "Stanna hemma, för " + hands);
        var komm = hands.of("komm").open(page(message));
        var back = "#message-return-" + message;
        komm.unfold("details:has(> " + back + ")")
                .write(back + "-reason", "Säg vilka det gäller")
                .press(back + " button");
        komm.sees("#message-open .mistakes", "Säg vilka det gäller");
        var taby = hands.of("taby.tib").open(page(message));
        var update = "#message-update-" + message;
        taby.unfold("details:has(> " + update + ")")
                .write(update + "-text", "Du som bor i Löttinge: stanna hemma.")
                .press(update + " > p.row button");
        taby.sees("#message-open .said", "Du som bor i Löttinge");
        var discard = "#message-discard-" + message;
        taby.unfold("details:has(> " + discard + ")")
                .write(discard + "-reason", "Behövs inte")
                .press(discard + " button");
        taby.sees("#message-open", "Behövs inte");
    }
}
