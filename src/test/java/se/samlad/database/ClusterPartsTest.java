package se.samlad.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.Awaited;

/** The parts that need no server. */
class ClusterPartsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Linux, riscv64", "Windows 11, amd64"})
    void aPlatformWithoutProgramsIsTold(String system, String processor) {
        assertThatThrownBy(() -> Binaries.archive(system, processor))
                .isInstanceOf(ClusterFailed.class)
                .hasMessageContaining("no PostgreSQL of our own for " + system + " on " + processor);
    }

    @ParameterizedTest
    @CsvSource({"Linux, amd64", "Linux, aarch64"})
    void ourPlatformsHaveTheirs(String system, String processor) {
        assertThat(Binaries.archive(system, processor)).isNotNull();
    }

    @Test
    void theLogIsBounded() throws IOException {
        Path log = folder.resolve("server.log");
        ServerLog.from(log);
        grow(log, ServerLog.MOST_BYTES + 1);
        ServerLog.keepBounded(log);
        assertThat(log).isEmptyFile();
        assertThat(folder.resolve("server.log.1")).hasSize(ServerLog.MOST_BYTES + 1);
    }

    @Test
    void lastLinesTellNothingOld() throws IOException {
        Path log = Files.writeString(folder.resolve("server.log"), "old\n");
        ServerLog fresh = ServerLog.from(log);
        assertThat(fresh.lastLines()).isEqualTo("it said nothing (" + log + ")");
        Files.writeString(log, "a\n\nb\nc\nd\ne\n", StandardOpenOption.APPEND);
        assertThat(fresh.lastLines()).isEqualTo("b | c | d | e (" + log + ")");
    }

    @Test
    void aFullDiskIsSaidInOneLine() {
        ClusterFailed failed =
                ClusterFailed.of("unpack PostgreSQL", folder, new IOException("No space left on device"));
        assertThat(failed).hasMessage("Could not unpack PostgreSQL: the disk that holds " + folder + " is full");
        assertThat(new ClusterFailed("one\n  two\n")).hasMessage("one | two");
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));
        assertThatThrownBy(() -> Cluster.start(file, text -> {}))
                .isInstanceOf(ClusterFailed.class)
                .hasMessageContaining("Could not make the data folder in " + file);
    }

    @Test
    void portsLieBelowThoseOfOutgoingConnections() {
        assertThat(Endpoint.free("x").port()).isBetween(15_000, 32_000);
    }

    @Test
    void waitingOutlastsAnInterruptionAndKeepsIt() {
        Thread.currentThread().interrupt();
        int[] asked = {0};
        assertThat(Command.until(Awaited.PATIENCE, () -> ++asked[0] == 3)).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aProgramThatIsNotThereHasAStatusToo() {
        assertThat(Command.run(List.of("no-such-program-at-all")).well()).isFalse();
    }

    private static void grow(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size - 1);
        }
    }
}
