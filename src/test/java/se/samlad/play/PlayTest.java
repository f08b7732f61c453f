package se.samlad.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scene is played over HTTP against a small server with prepared answers. */
class PlayTest {

    private static final String SIGNAL = """
            id: liten
            title: {sv: En liten scen, en: A small scene}
            about: {sv: Provar spelaren, en: Tries the player}
            start: 2026-01-14T09:52:00+01:00
            clock: {as: lst.tib, post: "/api/incidents/{incident}/clock"}
            steps:
              - at: "+00:00"
                as: lst.tib
                do: {sv: Signal, en: Signal}
                post: /api/incidents
                body: {title: Snö, occurredAt: "{now}"}
                keep: {incident: $.id}
                expect: {status: 201}
              - at: "+01:30"
                as: [taby.tib, salem.tib]
                do: {sv: Läser bilden, en: Reads the picture}
                get: /api/incidents/{incident}/picture?at={now}
                expect:
                  status: 200
                  answer:
                    "$.actors[?code=taby].status": RED
                    $.missing: {contains: salem, }
                  without: hemligt
                  then:
                    - get: /api/incidents/{incident}
                      expect: {status: 401}
            """;

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        answers.put("POST /api/incidents", "201 {\"id\":\"i1\",\"cursor\":\"c1\"}");
        answers.put("POST /api/incidents/i1/clock", "201 {}");
        answers.put(
                "GET /api/incidents/i1/picture",
                "200 {\"actors\":[{\"code\":\"taby\",\"status\":\"RED\"}],\"missing\":[\"salem\",\"nykvarn\"]}");
        answers.put("GET /api/incidents/i1", "401 {}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSceneThatHoldsEndsWithZero() throws IOException {
        String said = play(0, SIGNAL);

        assertThat(said).contains("En liten scen", "taby.tib", "Läser bilden: ok", "2 steg, 0 fel");
        assertThat(calls)
                .containsExactly(
                        "lst.tib POST /api/incidents {\"title\":\"Snö\",\"occurredAt\":\"2026-01-14T09:52:00+01:00\"}",
                        "lst.tib POST /api/incidents/i1/clock {\"now\":\"2026-01-14T11:22:00+01:00\"}",
                        "taby.tib GET /api/incidents/i1/picture?at=2026-01-14T11%3A22%3A00%2B01%3A00 ",
                        "- GET /api/incidents/i1 ",
                        "salem.tib GET /api/incidents/i1/picture?at=2026-01-14T11%3A22%3A00%2B01%3A00 ",
                        "- GET /api/incidents/i1 ");
    }

    @Test
    void theSameRunSendsTheSameKeysAndAnotherRunOthers() throws IOException {
        play(0, SIGNAL, "--run", "a");
        List<String> first = List.copyOf(keys);
        keys.clear();
        play(0, SIGNAL, "--run", "a");
        assertThat(keys).isEqualTo(first).doesNotHaveDuplicates();
        keys.clear();
        play(0, SIGNAL, "--run", "b");
        assertThat(keys).doesNotContainAnyElementsOf(first);
    }

    @Test
    void anExpectationThatFailsIsSaidAndEndsWithOne() throws IOException {
        answers.put(
                "GET /api/incidents/i1/picture",
                "200 {\"actors\":[{\"code\":\"taby\",\"status\":\"GREEN\"}],\"missing\":[],\"x\":\"hemligt\"}");

        String said = play(1, SIGNAL);

        assertThat(said)
                .contains(
                        "$.actors[?code=taby].status: väntade RED, fick [GREEN]",
                        "$.missing: väntade contains [salem], fick []",
                        "innehåller \u201dhemligt\u201d",
                        "2 steg, 2 fel");
    }

    @Test
    void aRefusalIsShownWithItsReasonInEnglishToo() throws IOException {
        answers.put("POST /api/incidents", "422 {\"title\":\"Nej\",\"detail\":\"Rubriken saknas.\"}");

        String said = play(1, SIGNAL, "--lang", "en");

        assertThat(said)
                .contains(
                        "expected status 201, got 422 Rubriken saknas.",
                        "the value {incident} is missing",
                        "A small scene");
    }

    @Test
    void whatIsReadAfterwardsFailsTheStepToo() throws IOException {
        answers.put("GET /api/incidents/i1", "200 {}");

        assertThat(play(1, SIGNAL)).contains("/api/incidents/{incident}", "väntade status 401, fick 200");
    }

    @Test
    void aServerThatIsNotThereIsSaidInOneLine() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = Play.run(
                new String[] {written(SIGNAL).toString(), "--url", "http://127.0.0.1:" + closed}, printer(out));

        assertThat(code).isEqualTo(1);
        assertThat(said(out)).contains("svarar inte", String.valueOf(closed)).doesNotContain("Exception in", "\tat ");
    }

    @Test
    void aFileOfTheSceneIsSentAsItIsAndNothingOutsideItsFolder() throws IOException {
        answers.put("POST /api/watch/smhi", "200 {\"received\":1}");
        Files.writeString(folder.resolve("varning.json"), "[ {\"id\": 1} ]");
        String scene = SIGNAL.substring(0, SIGNAL.indexOf("clock:")) + """
                steps:
                  - {at: "+00:00", as: lst.tib, do: {sv: a, en: b}, post: /api/watch/smhi, file: FIL}
                """;

        play(0, scene.replace("FIL", "varning.json"));
        assertThat(calls).containsExactly("lst.tib POST /api/watch/smhi [ {\"id\": 1} ]");
        assertThat(play(1, scene.replace("FIL", "../hemlig.json"))).contains("utanför scenariots mapp");
        assertThat(play(1, scene.replace("FIL", "saknas.json"))).contains("finns inte");
    }

    @Test
    void aWrongCommandIsExplained() {
        assertThat(command()).startsWith("2 Ange vilket scenario");
        assertThat(command("a.yaml", "--fart", "2")).startsWith("2 Okänt val: --fart");
        assertThat(command("a.yaml", "--url", "ftp://x")).startsWith("2 ").contains("ingen adress");
        assertThat(command("a.yaml", "--url")).startsWith("2 --url behöver ett värde");
        assertThat(command("--help")).startsWith("0 samlad play FIL");
        assertThat(command("--help", "--lang", "en")).startsWith("0 samlad play FILE");
        assertThat(command("finns-inte.yaml")).startsWith("1 Filen finns-inte.yaml finns inte");
    }

    private String command(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return Play.run(args, printer(out)) + " " + said(out);
    }

    private String play(int expected, String scene, String... more) throws IOException {
        calls.clear();
        List<String> args = new ArrayList<>(List.of(
                written(scene).toString(),
                "--url",
                "http://127.0.0.1:" + server.getAddress().getPort()));
        args.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Play.run(args.toArray(String[]::new), printer(out));
        assertThat(code).as(said(out)).isEqualTo(expected);
        return said(out);
    }

    private Path written(String scene) throws IOException {
        return Files.writeString(folder.resolve("scen.yaml"), scene);
    }

    private static PrintStream printer(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange call) throws IOException {
        String token = call.getRequestHeaders().getFirst("Authorization");
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String who = token == null ? "-" : token.replace("Bearer demo-", "");
        calls.add(who + " " + call.getRequestMethod() + " " + call.getRequestURI() + " " + body);
        String key = call.getRequestHeaders().getFirst("Idempotency-Key");
        if (key != null) keys.add(key);
        String path = call.getRequestMethod() + " " + call.getRequestURI().getPath();
        String answer = answers.getOrDefault(path, "404 {}");
        byte[] bytes = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
