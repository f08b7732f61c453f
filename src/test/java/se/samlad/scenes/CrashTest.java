package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The same as {@code ./bench crash}, in a process of its own, a few times. */
class CrashTest {

    private static final String KILLS = "5";
    private static final String SEED = "20261121";

    @Test
    void killedAtRandomMomentsNothingAcknowledgedIsLostDoubledOrMoved_promise1() throws Exception {
        var crash = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "measure/Crash.java",
                        KILLS,
                        SEED)
                .redirectErrorStream(true)
                .start();
        var said = new String(crash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(crash.waitFor()).as(said).isZero();
        assertThat(said).contains(" lost 0, doubled 0,");
    }
}
