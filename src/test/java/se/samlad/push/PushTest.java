package se.samlad.push;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.refused;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samlad.Awaited;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** Notices on one's own devices, against a service that is stood in for and a browser that decrypts (RFC 8291, 8292). */
class PushTest {

    private static final String URL = "https://samlad.example";
    private static final String DATABASE = Ground.here().database();

    /** What arrived. */
    private record Arrived(String authorization, String encoding, String urgency, byte[] body) {}

    private static final BlockingQueue<Arrived> ARRIVED = new LinkedBlockingQueue<>();
    private static volatile int answer = 201;

    @TempDir
    static Path folder;

    private static HttpServer service;
    private static Running server;

    @BeforeAll
    static void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        service.createContext("/", exchange -> {
            var said = exchange.getRequestHeaders();
            ARRIVED.add(new Arrived(
                    said.getFirst("Authorization"),
                    said.getFirst("Content-Encoding"),
                    said.getFirst("Urgency"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        service.start();
        server = Running.apart(
                DATABASE,
                Map.of(
                        "samlad.data", folder.toString(),
                        "samlad.call-nobody", false,
                        "samlad.demo.sends", true,
                        "samlad.push.local", true,
                        "samlad.url", URL));
    }

    @AfterAll
    static void stop() {
        server.close();
        service.stop(0);
        Ground.here().drop(DATABASE);
    }

    private static String endpoint(String name) {
        return "http://127.0.0.1:" + service.getAddress().getPort() + "/" + name;
    }

    private static Arrived next() throws InterruptedException {
        return Awaited.next(ARRIVED);
    }

    @Test
    void aTestCallArrivesEncryptedIsAnsweredByOnePressAndADeviceThatIsGoneIsForgotten() throws Exception {
        answer = 201;
        var browser = Browser.made();
        var nacka = Visitor.of(server, "nacka.tib");
        assertThat(nacka.get("/me/push").expect(200).body())
                .contains("data-push=\"" + server.part(PushChannel.class).publicKey() + "\"", "Ingen enhet än");
        assertThat(nacka.post("/me/push", browser.given(endpoint("nacka")))
                        .expect(200)
                        .body())
                .contains("127.0.0.1", "Ta bort");
        server.by("nacka.tib").post("/api/trials", "{\"actor\":\"nacka\"}").expect(201);
        var arrived = next();
        assertThat(arrived.encoding()).isEqualTo("aes128gcm");
        assertThat(arrived.urgency()).isEqualTo("high");
        assertThat(arrived.authorization())
                .startsWith("vapid t=")
                .contains("k=" + server.part(PushChannel.class).publicKey());
        assertThat(new String(arrived.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("PROV");
        var said = browser.read(arrived.body());
        assertThat(said)
                .contains("\"title\":\"PROV.", "\"link\":\"" + URL + "/p/")
                .doesNotContain("läckage");
        var link = said.replaceAll("(?s).*" + URL + "(/p/[\\w-]+).*", "$1");
        Visitor.stranger(server).post(link, Map.of()).expect(200);
        assertThat(server.by("nacka.tib").page("/turn").body()).doesNotContain("PROV. Månadens provlarm");

        answer = 410;
        server.by("nacka.tib").post("/api/trials", "{\"actor\":\"nacka\"}").expect(201);
        next();
        var devices = server.part(PushDevices.class);
        Awaited.until(() -> devices.of(List.of("nacka.tib")).isEmpty());
        assertThat(nacka.get("/me/push").expect(200).body()).contains("Ingen enhet än");
    }

    @Test
    void aDeviceIsOnesOwnAndTakenAwayByOneself() {
        var taby = Visitor.of(server, "taby.tib");
        taby.post("/me/push", Browser.made().given(endpoint("taby"))).expect(200);
        var devices = server.part(PushDevices.class);
        var id = devices.of(List.of("taby.tib")).getFirst().id();
        var away = Map.of("device", id.toString(), "page", "/me/push");
        Visitor.of(server, "solna.tib").post("/me/push/removal", away);
        assertThat(devices.of(List.of("taby.tib"))).hasSize(1);
        assertThat(server.part(PushChannel.class).devices(List.of("taby.tib", "solna.tib")))
                .containsOnlyKeys("taby.tib");
        taby.post("/me/push/removal", away).expect(200);
        assertThat(devices.of(List.of("taby.tib"))).isEmpty();
        assertThat(Visitor.stranger(server)
                        .post("/me/push", Browser.made().given(endpoint("x")))
                        .body())
                .contains("Logga in");
    }

    @Test
    void onlyPublicAddressesByHttpsAndWholeKeysAreTaken() {
        var strict = new PushDevices(server.part(org.springframework.jdbc.core.simple.JdbcClient.class), false);
        var given = Browser.made().given("https://93.184.215.14/send/1");
        for (var wrong : List.of(
                "",
                "https://",
                "http://93.184.215.14/x",
                "https://127.0.0.1/x",
                "https://10.0.0.1/x",
                "https://[::1]/x",
                "https://169.254.169.254/latest",
                "https://user:pw@93.184.215.14/x",
                "ftp://93.184.215.14/x",
                "https://93.184.215.14/" + "x".repeat(1_000),
                "javascript:alert(1)")) refused("push.address", () -> save(strict, given, Map.of("endpoint", wrong)));
        for (var wrong : List.of("", "AAAA", "x".repeat(88), "!".repeat(87), "BA" + "A".repeat(85)))
            refused("push.key", () -> save(strict, given, Map.of("p256dh", wrong)));
        refused("push.key", () -> save(strict, given, Map.of("auth", "AAAA")));
        for (int i = 0; i < 10; i++) save(strict, given, Map.of("endpoint", "https://93.184.215.14/" + i));
        save(strict, given, Map.of("endpoint", "https://93.184.215.14/3"));
        refused("push.most", () -> save(strict, given, Map.of("endpoint", "https://93.184.215.14/11")));
    }

    private static void save(PushDevices devices, Map<String, String> given, Map<String, String> but) {
        var all = new HashMap<>(given);
        all.putAll(but);
        devices.save("salem.tib", all.get("endpoint"), all.get("p256dh"), all.get("auth"), Instant.now());
    }

    @Test
    void theKeyIsMadeOnceAndReadByItsOwnerAlone() throws Exception {
        var key = server.part(PushChannel.class).publicKey();
        var file = folder.resolve("push.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PushKey.at(file).extractPublicKeyInUncompressedFormAsString())
                .isEqualTo(key);
    }
}
