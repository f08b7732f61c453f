package se.samlad.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running;

/**
 * Nobody can stop recording: connections held by strangers and answers that an account leaves unread take no place from
 * others.
 */
class RecordingGoesOnTest {

    private static final int MANY = 300;
    /** The share of requests is by address: those who must be answered come from another one. */
    private static final String STRANGERS = "127.0.0.10";

    /**
     * One more attempt is allowed every six seconds, and ten attempts may take that long where passwords are checked
     * slowly.
     */
    private static final int MORE_GUESSES = 20;

    private static final String NOTE = "{\"kind\":\"NOTE\",\"text\":\"Medan andra stör\"}";
    private static final UUID INCIDENT = Running.as("nacka.tib")
            .post("/api/incidents", "{\"title\":\"Snö medan andra stör\"}")
            .id();

    private final List<Wire> open = new ArrayList<>();

    private Wire wire(String head) throws IOException {
        var wire = Wire.from(STRANGERS);
        open.add(wire);
        wire.send(head);
        return wire;
    }

    /** The requests that must be answered under any load. */
    private void allGoesOn() throws IOException {
        Running.as("nacka.tib")
                .post("/api/incidents", "{\"title\":\"Medan andra stör\"}")
                .expect(201);
        Running.as("nacka.tib").get("/api/incidents").expect(200);
        Running.anybody().page("/public").expect(200);
        Running.anybody().get("/health").expect(200);
        Running.anybody().page("/sign-in").expect(200);
        for (var wire : open) wire.close();
    }

    @Test
    void bodiesThatNeverComeWithATokenThatNobodyHas() throws IOException {
        for (int i = 0; i < MANY; i++)
            wire("POST /api/incidents HTTP/1.1\r\nAuthorization: Bearer nonsense-" + i % 3
                            + "\r\nContent-Length: 10\r\n")
                    .write("{");
        // refused before its body either way: on a busy machine there may be no place to look the token up
        var told = new HashSet<Integer>();
        for (var wire : open) told.add(wire.status());
        assertThat(told).contains(401).isSubsetOf(401, 503);
        allGoesOn();
    }

    @Test
    void bodiesThatNeverComeFromAnAccount() throws IOException {
        for (int i = 0; i < MANY; i++)
            wire("POST /api/incidents HTTP/1.1\r\nAuthorization: Bearer demo-sos.tib\r\nContent-Length: 10\r\n")
                    .write("{");
        allGoesOn();
    }

    @Test
    void formsThatNeverComeFromStrangers() throws IOException {
        for (int i = 0; i < MANY; i++)
            wire("POST " + (i % 2 == 0 ? "/incidents" : "/sign-in")
                            + " HTTP/1.1\r\nOrigin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n")
                    .write("a");
        allGoesOn();
    }

    @Test
    void answersThatNobodyReads() throws IOException {
        var asks =
                "GET /webjars/hotwired__turbo/dist/turbo.es2017-esm.js HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20);
        var reads = "GET / HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer demo-sos.tib\r\n\r\n".repeat(64);
        for (int i = 0; i < 80; i++) {
            var wire = Wire.from(STRANGERS);
            open.add(wire);
            wire.write(i % 2 == 0 ? asks : reads);
        }
        allGoesOn();
    }

    @Test
    void aWaveOfWrongPasswords() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Running.Answer>> wave = new ArrayList<>();
            for (int i = 0; i < MANY; i++) wave.add(() -> signIn("127.0.0.9", "nobody-" + UUID.randomUUID()));
            var answers = wave.stream().map(threads::submit).toList();
            allGoesOn();
            for (var answer : answers) {
                int status = answer.get().status();
                assertThat(status).isIn(302, 429, 503);
                if (status == 302)
                    assertThat(answer.get()
                                    .response()
                                    .headers()
                                    .firstValue("Location")
                                    .orElse(""))
                            .contains("wrong");
            }
        }
    }

    /** From an address of its own, so that its mistakes delay no other test. */
    private static Running.Answer signIn(String from, String account) {
        var stranger = Running.anybody().from(from);
        return stranger.send(stranger.request("/sign-in", "text/html")
                .header("Origin", Running.server().url())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("account=" + account + "&password=wrong")));
    }

    @Test
    void oneWhoGuessesIsToldWhenToTryAgain() throws Exception {
        for (int i = 0; i < 10; i++)
            assertThat(signIn("127.0.0.8", "lst.tib").status()).isEqualTo(302);
        var waits = signIn("127.0.0.8", "lst.tib");
        for (int i = 0; i < MORE_GUESSES && waits.status() == 302; i++) waits = signIn("127.0.0.8", "lst.tib");
        assertThat(waits.status()).isEqualTo(429);
        assertThat(waits.response().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, 7L);
        assertThat(waits.body())
                .contains("För många försök härifrån", "value=\"lst.tib\"", "id=\"password\"")
                .doesNotContain("hör inte ihop");
        assertThat(signIn("127.0.0.7", "lst.tib").status()).isEqualTo(302);
    }
}
