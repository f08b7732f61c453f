package se.samlad.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.Awaited;

/** A server that runs: what it promises, and that it comes back when it is killed (DESIGN.md §7). */
class ClusterTest {

    private static final String OPEN = "open";

    private static Scratch scratch;
    private static Cluster cluster;

    @BeforeAll
    static void start() throws IOException {
        scratch = new Scratch();
        cluster = scratch.start(OPEN);
    }

    @AfterAll
    static void stop() throws IOException {
        try {
            cluster.close();
        } finally {
            scratch.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "full_page_writes, on",
        "synchronous_commit, on",
        "data_checksums, on",
        "password_encryption, scram-sha-256",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "server_encoding, UTF8",
        "log_timezone, UTC",
        "jit, off"
    })
    void theRunningServerIsSafeAndClosed(String setting, String value) throws Exception {
        assertThat(Scratch.ask(cluster, "SHOW " + setting)).isEqualTo(value);
    }

    @Test
    void settingsThatLoseDataCannotBeSavedOverOurs() throws Exception {
        try (var connection = DriverManager.getConnection(cluster.jdbcUrl(), cluster.user(), cluster.password());
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET fsync = off");
            statement.execute("SELECT pg_reload_conf()");
            Scratch.kill("KILL", scratch.postmaster(OPEN));
            assertThat(Command.until(Awaited.PATIENCE, () -> Scratch.answers(cluster)))
                    .isTrue();
        }
        assertThat(Scratch.ask(cluster, "SHOW fsync")).isEqualTo("on");
    }

    @Test
    void itsVersionIs18AndSwedishSorts() throws Exception {
        assertThat(Scratch.ask(cluster, "SHOW server_version")).startsWith("18");
        assertThat(Scratch.ask(cluster, "SELECT upper('åäö')")).isEqualTo("ÅÄÖ");
        assertThat(Scratch.ask(cluster, "SELECT to_tsvector('swedish', 'snöovädret')::text"))
                .contains("snöoväd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "postgres"})
    void nobodyGetsInWithoutThePassword(String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(cluster.jdbcUrl(), cluster.user(), password))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getMessage()).containsIgnoringCase("password"));
    }

    @Test
    void thePasswordIsLongRandomAndReadableByItsOwnerOnly() throws Exception {
        Path file = scratch.folder(OPEN).resolve("pg/password");
        assertThat(cluster.password()).hasSizeGreaterThan(40);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void itListensOnOneAddressOnly() throws Exception {
        String port = ":%04X ".formatted(port());
        List<String> listening = Files.readAllLines(Path.of("/proc/net/tcp")).stream()
                .filter(line -> line.matches("\\s*\\d+: \\p{XDigit}+" + port + "\\p{XDigit}+:\\p{XDigit}+ 0A .*"))
                .toList();
        assertThat(listening).singleElement().asString().contains(" 0100007F" + port);
        assertThatThrownBy(
                        () -> new Socket().connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), port())))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aSecondStartOnTheFolderIsRefusedAndNamesTheFirst() {
        assertThatThrownBy(() -> scratch.start(OPEN))
                .isInstanceOf(ClusterFailed.class)
                .hasMessageContaining(
                        "Another Samlad (process " + ProcessHandle.current().pid() + ")")
                .hasMessageContaining(scratch.folder(OPEN).toString());
    }

    @Test
    void anotherProcessIsRefusedAfterARefusalInThisOneToo() throws Exception {
        assertThat(catchThrowable(() -> scratch.start(OPEN))).isInstanceOf(ClusterFailed.class);
        Process other = scratch.owner(OPEN);
        try {
            String said = Scratch.awaitLine(other, "Exception in thread");
            assertThat(said)
                    .contains(
                            "Another Samlad (process " + ProcessHandle.current().pid() + ")");
            assertThat(Command.ended(other, Awaited.PATIENCE)).isTrue();
        } finally {
            other.destroyForcibly();
        }
        assertThat(Scratch.answers(cluster)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "QUIT", "INT"})
    void aServerThatDiesIsStartedAgainAtTheSameAddress(String signal) throws Exception {
        long killed = scratch.postmaster(OPEN);
        Scratch.ask(cluster, "SELECT 1");
        Scratch.kill(signal, killed);
        assertThat(Command.until(
                        Awaited.PATIENCE, () -> !Files.exists(Path.of("/proc/" + killed)) && Scratch.answers(cluster)))
                .isTrue();
        assertThat(scratch.postmaster(OPEN)).isNotEqualTo(killed);
    }

    private static int port() {
        return URI.create(cluster.jdbcUrl().substring("jdbc:".length())).getPort();
    }
}
