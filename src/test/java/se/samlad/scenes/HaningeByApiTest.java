package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.samlad.play.Play;

/** Scene 4 (DOMAIN §10), all of it, through the public API as anybody could play it. */
class HaningeByApiTest {

    @Test
    void aLocalForumPreparesForTheWinter_scene4_D5_F5() {
        var printed = new ByteArrayOutputStream();
        int failed = Play.run(
                new String[] {"scenes/haninge.yaml", "--url", Running.server().url()},
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(failed).as(printed.toString(StandardCharsets.UTF_8)).isZero();
    }
}
