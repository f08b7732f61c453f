package se.samlad.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A thread that compares passwords gives way to those who record; the one that asks does not. */
class GivingWayTest {

    private static final int NICE = 18;

    /** The kernel's figure for the thread that reads it. */
    private static String nice() {
        try {
            var line = Files.readString(Path.of("/proc/thread-self/stat"));
            return line.substring(line.lastIndexOf(')') + 1).split(" ")[NICE - 1];
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void onlyItsOwnThreadsGiveWay() {
        var before = nice();
        var told = new CompletableFuture<String>();
        new GivingWay("test-").newThread(() -> told.complete(nice())).start();
        assertThat(told.join()).isEqualTo(String.valueOf(GivingWay.NICE));
        assertThat(nice()).isEqualTo(before).isNotEqualTo(told.join());
    }
}
