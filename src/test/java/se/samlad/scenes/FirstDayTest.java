package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.account.FirstAdministrator;

/**
 * From an empty folder to a guest who follows a forum, by keyboard alone, each in a browser with a key of its own (A1, A4,
 * A6, A8, I1, I2).
 */
class FirstDayTest {

    /** Where the story is played. */
    enum Place {
        SHIPPED("lst", Window.DESKTOP, "sv-SE", ColorScheme.LIGHT),
        FROM_A_FILE("lansstyrelsen", Window.PHONE, "en-GB", ColorScheme.DARK);

        private final String board;
        private final String size;
        private final String language;
        private final ColorScheme scheme;

        Place(String board, String size, String language, ColorScheme scheme) {
            this.board = board;
            this.size = size;
            this.language = language;
            this.scheme = scheme;
        }
    }

    @TempDir
    private Path folder;

    private final String database = Ground.here().database();
    private Running server;
    private Place place;
    private final List<KeyboardHand> hands = new ArrayList<>();

    @AfterEach
    void end() {
        hands.forEach(KeyboardHand::close);
        server.close();
        Ground.here().drop(database);
    }

    @ParameterizedTest
    @EnumSource
    void fromTheFirstLinkToAGuestWhoFollowsAForum(Place where) throws IOException {
        place = where;
        server = Running.apart(database, Map.of("samlad.demo", "false", "samlad.data", folder.toString()));
        var secretariat = hand();
        begin(secretariat);
        secretariat.press("a[href='/actors/" + place.board + "/people']").press("#invite button.next");
        var admin = arrives(link(secretariat), "Alva Admin");
        var officer = arrives(invited(admin), "Otto Officer");
        var colleague = arrives(invited(admin), "Klara Colleague");

        var incident = signals(officer);
        handsOver(officer, colleague);
        convenes(colleague, incident);
        follows(colleague);
        colleague.open("/incidents/" + incident).sees("main", "Swedavia").sees("main", "Banan är stängd");
        for (var hand : hands) assertThat(hand.window.complaints()).isEmpty();
    }

    private KeyboardHand hand() {
        var window = Window.ofNobody(server, place.size, place.language, place.scheme);
        Authenticator.attach(window.page());
        var hand = new KeyboardHand(window);
        hands.add(hand);
        return hand;
    }

    /** The first account, with a passkey, and the region. */
    private void begin(KeyboardHand secretariat) throws IOException {
        var link = server.part(FirstAdministrator.class).link("").orElseThrow();
        named(secretariat.open(link), "Sara Secretariat");
        secretariat.press("[data-passkey='add']");
        if (place == Place.SHIPPED) secretariat.press("form:has([value='shipped']) button");
        else {
            var file = Files.readString(Path.of("src/main/resources/region/gotland.yaml"));
            secretariat.window.page().fill("#file", file); // pasted
            secretariat.press("form:has([value='file']) button");
        }
        secretariat.press("section[role='status'] button.next");
        fits(secretariat);
    }

    private static void named(Hands.Hand hand, String name) {
        hand.write("#name", name)
                .write("#address", name.replace(' ', '.').toLowerCase(java.util.Locale.ROOT) + "@samlad.example")
                .press("button[value='passkey']");
    }

    /** By the link, with a passkey; and in again by it the next day. */
    private KeyboardHand arrives(String link, String name) {
        var hand = hand();
        named(hand.open(link), name);
        fits(hand);
        hand.press("[data-passkey='add']");
        hand.window.page().context().clearCookies();
        hand.open("/sign-in").press("[data-passkey='sign-in']");
        fits(hand);
        return hand;
    }

    private static String link(Hands.Hand hand) {
        return hand.find("input.link").inputValue().replaceFirst("https?://[^/]+", "");
    }

    /** To the duty officer's function, by the actor's own administrator. */
    private String invited(Hands.Hand admin) {
        admin.open("/actors/" + place.board + "/people")
                .pick("#invite-function", "tib")
                .press("#invite button.next");
        return link(admin);
    }

    private static UUID signals(Hands.Hand officer) {
        officer.open("/").write("#signal-title", "Färja på grund").press("#signal button");
        return officer.there();
    }

    private static void handsOver(Hands.Hand officer, Hands.Hand colleague) {
        officer.open("/shift").write("#hand-over-note", "Färjan står på grund").press("#hand-over button.next");
        colleague.open("/shift").sees("main", "Färjan står på grund").press("form[id^='take-'] button");
        colleague.sees("main", "Klara Colleague");
    }

    private static void convenes(Hands.Hand colleague, UUID incident) {
        colleague
                .open("/incidents/" + incident + "/forums")
                .press("#convene-COORDINATING-" + incident + " button.next");
        colleague.press("a[href$='/guests']");
        fits(colleague);
    }

    private void follows(Hands.Hand colleague) {
        colleague
                .write("#invite [name='organisation']", "Swedavia")
                .write("#invite [name='function']", "driftledare")
                .press("#invite button.next");
        var guest = hand();
        guest.open(link(colleague)).press("#open-link button");
        fits(guest);
        guest.write("#note-text", "Banan är stängd").press("#note button.next").sees("#rows", "Banan är stängd");
    }

    private static void fits(Hands.Hand hand) {
        assertThat(hand.window.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(hand.window.page().url())
                .isEqualTo(true);
    }
}
