package se.samlad.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.refused;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** A calendar elsewhere is fetched once, within bounds, and never from within the installation's own network. */
class FetchedCalendarsTest {

    private static final String CALENDAR =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20990101T080000Z\r\nDTEND:20990101T200000Z\r\nSUMMARY:Långt fram\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer elsewhere;

    @BeforeEach
    void start() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            var body = exchange.getRequestURI().getPath().equals("/large")
                    ? new byte[1_000_001]
                    : CALENDAR.getBytes(StandardCharsets.UTF_8);
            boolean moved = exchange.getRequestURI().getPath().equals("/moved");
            if (moved) exchange.getResponseHeaders().add("Location", "/jour.ics");
            exchange.sendResponseHeaders(moved ? 302 : 200, moved ? -1 : body.length);
            if (!moved) exchange.getResponseBody().write(body);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterEach
    void stop() {
        elsewhere.stop(0);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + path;
    }

    @Test
    void itIsReadWithinBoundsAndNowhereThatItIsSentOnTo() {
        try (var fetched = new FetchedCalendars(true)) {
            assertThat(fetched.get(at("/jour.ics"))).isEqualTo(CALENDAR);
            refused("feed.poll.too-large", () -> fetched.get(at("/large")));
            refused("feed.poll.status", () -> fetched.get(at("/moved")));
            refused("feed.poll.address", () -> fetched.get("file:///etc/passwd"));
            assertThat(asked).containsExactly("/jour.ics", "/large", "/moved");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://[::1]/",
                "http://169.254.169.254/latest",
                "http://10.0.0.1/",
                "http://192.168.1.1/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[fd00::1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[::ffff:127.0.0.1]/",
                "file:///etc/passwd",
                "jour.ics",
                "http:///",
                "ldap://localhost/",
                " "
            })
    void noAddressOfTheOwnNetworkIsAsked(String address) {
        try (var fetched = new FetchedCalendars(false)) {
            refused("rota.fetch-address", () -> fetched.get(address));
            refused("rota.fetch-address", () -> fetched.get(at("/jour.ics")));
        }
        assertThat(asked).isEmpty();
    }

    /** An address that is read again and again is a secret, so it goes nowhere in the open. */
    @Test
    void whatIsReadAgainHasAnAddressThatCanBeKeptSecret() {
        try (var fetched = new FetchedCalendars(false)) {
            assertThat(fetched.host(" webcal://Kalender.example/x?key=1 ")).isEqualTo("kalender.example");
            assertThat(fetched.host("https://kalender.example/x")).isEqualTo("kalender.example");
            for (var address : new String[] {
                "http://kalender.example/x",
                "https://user:pass@kalender.example/x",
                "https:///x",
                "file:///etc/passwd",
                "jour",
                "https://kalender.example/" + "x".repeat(2_000)
            }) refused("rota.fetch-secret", () -> fetched.host(address));
        }
    }

    @Test
    void aFetchedCalendarIsShownBeforeAnythingIsPlannedAndItsAddressIsNotKept() {
        var database = Ground.here().database();
        try (var server = Running.apart(database, Map.of("samlad.data", "", "samlad.calendars.local", "true"))) {
            var admin = Visitor.of(server, "tyreso.admin");
            var form = new HashMap<>(
                    Visitor.hidden(admin.get("/rota/import").expect(200).body(), "action=\"/duty/imports\""));
            form.putAll(Map.of(
                    "function",
                    "tyreso/tib",
                    "account",
                    "tyreso.tib",
                    "over",
                    "NOTHING",
                    "look",
                    "true",
                    "address",
                    at("/hemlig.ics")));
            var shown = admin.post("/duty/imports", form).expect(422).body();
            assertThat(shown).contains("Händelsen ligger för långt fram", "Långt fram", "BEGIN:VCALENDAR");
            assertThat(asked).containsExactly("/hemlig.ics");
            assertThat(server.by("tyreso.admin").journal()).doesNotContain("hemlig");
        } finally {
            Ground.here().drop(database);
        }
    }
}
