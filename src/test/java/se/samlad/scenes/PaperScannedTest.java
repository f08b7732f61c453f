package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.scenes.Running.Answer;

/** Where a virus scanner is set, nothing is stored that it has not looked at. */
class PaperScannedTest {

    /** A daemon as ClamAV's: takes the parts of INSTREAM, and finds what has the word in it. */
    private static void scans(ServerSocket daemon) {
        while (!daemon.isClosed()) {
            try (var asked = daemon.accept()) {
                var in = new DataInputStream(asked.getInputStream());
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                var all = new StringBuilder();
                for (int n = in.readInt(); n > 0; n = in.readInt())
                    all.append(new String(in.readNBytes(n), StandardCharsets.ISO_8859_1));
                var found = all.indexOf("EICAR") >= 0 ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0";
                asked.getOutputStream().write(found.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return; // it is closed
            }
        }
    }

    @Test
    void aScannerRefusesWhatIsHarmfulAndNothingIsStoredWithoutIt() throws Exception {
        try (var daemon = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var server = Running.apart(
                        Ground.here().database(), Map.of("samlad.clamav", "127.0.0.1:" + daemon.getLocalPort()))) {
            Thread.ofVirtual().start(() -> scans(daemon));
            var by = server.by("taby.tib");
            var thing = by.post("/api/cases", "{\"title\":\"Skannat\",\"text\":\"Med filer\"}")
                    .expect(201)
                    .id();
            var clean = Sent.pdf(300_000);
            Sent.attach(by, thing, "ren.pdf", clean, UUID.randomUUID()).expect(201);
            var infected = PaperTest.text("X5O!P%@AP EICAR " + UUID.randomUUID());
            assertThat(code(Sent.attach(by, thing, "smittad.txt", infected, UUID.randomUUID())))
                    .isEqualTo("paper.infected");
            daemon.close();
            var other = Sent.pdf();
            assertThat(code(Sent.attach(by, thing, "oläst.pdf", other, UUID.randomUUID())))
                    .isEqualTo("paper.not-scanned");
            assertThat(stored(server, clean)).isEqualTo(1);
            assertThat(stored(server, infected) + stored(server, other)).isZero();
        }
    }

    private static String code(Answer answer) {
        return answer.expect(422).json().get("code").asString();
    }

    private static int stored(Running server, byte[] file) throws Exception {
        return server.part(JdbcClient.class)
                .sql("select count(*) from paper where sha256 = ?")
                .param(HexFormat.of().parseHex(PaperTest.hash(file)))
                .query((row, n) -> row.getInt(1))
                .single();
    }
}
