package se.samlad.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals of releases before 2026-11-30, and of newer releases, are refused with a clear word and left as they were. */
class EarlyJournalTest {

    private static final String WORD = "a journal of an early release of Samlad";

    /** @param format what an early release wrote; empty: nothing */
    @ParameterizedTest
    @ValueSource(strings = {"", "2"})
    void anEarlyDataFolderIsRefusedBeforeAnythingInItIsChanged(String format) throws Exception {
        try (var scratch = new Scratch()) {
            scratch.start("early").close();
            var file = scratch.data("early").resolve("samlad.format");
            if (format.isEmpty()) Files.delete(file);
            else Files.writeString(file, format + "\n");
            var before = files(scratch.folder("early"));
            assertThat(before).containsKey("pg/cluster/PG_VERSION");
            assertThatThrownBy(() -> scratch.start("early"))
                    .isInstanceOf(ClusterFailed.class)
                    .hasMessageContaining(WORD)
                    .hasMessageContaining("--data");
            assertThat(files(scratch.folder("early"))).isEqualTo(before);
            var said = command("--data", scratch.folder("early").toString());
            assertThat(said.lines())
                    .singleElement()
                    .asString()
                    .startsWith("Samlad could not start: ")
                    .contains(WORD);
            assertThat(files(scratch.folder("early"))).isEqualTo(before);
        }
    }

    @Test
    void anEarlyJournalInAnotherDatabaseIsRefusedAndLeftAsItWas() throws Exception {
        try (var scratch = new Scratch();
                var cluster = scratch.start("other")) {
            execute(cluster, Files.readString(Path.of("src/test/resources/early/journal.sql")));
            var before = tables(cluster);
            assertThat(before).hasSize(2).allSatisfy((table, rows) -> assertThat(rows)
                    .isNotEqualTo("0 "));
            var url = cluster.jdbcUrl() + "?user=" + cluster.user() + "&password=" + cluster.password();
            var said = command("--db", url, "--data", scratch.folder("beside").toString());
            assertThat(said.lines())
                    .singleElement()
                    .asString()
                    .startsWith("Samlad could not start: ")
                    .contains(WORD)
                    .contains(cluster.jdbcUrl())
                    .doesNotContain(cluster.password());
            assertThat(tables(cluster)).isEqualTo(before);
        }
    }

    @Test
    void aJournalThatANewerReleaseHasMigratedIsRefusedAndLeftAsItWas() throws Exception {
        try (var scratch = new Scratch()) {
            try (var cluster = scratch.start("newer")) {
                Schema.migrate(cluster.jdbcUrl(), cluster.user(), cluster.password());
                execute(
                        cluster,
                        "insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                                + " installed_by, execution_time, success) values (99, '99', 'later', 'SQL',"
                                + " 'V99__later.sql', 1, 'samlad', 1, true)");
                var before = tables(cluster);
                assertThatThrownBy(() -> Schema.migrate(cluster.jdbcUrl(), cluster.user(), cluster.password()))
                        .isInstanceOf(ClusterFailed.class)
                        .hasMessageContaining("a newer release of Samlad")
                        .hasMessageContaining("backup");
                assertThat(tables(cluster)).isEqualTo(before);
            }
            Files.writeString(scratch.data("newer").resolve("samlad.format"), "4\n");
            assertThatThrownBy(() -> scratch.start("newer"))
                    .isInstanceOf(ClusterFailed.class)
                    .hasMessageContaining("a newer release of Samlad");
        }
    }

    @Test
    void aJournalOfThisReleaseIsOpenedAgain() throws Exception {
        try (var scratch = new Scratch()) {
            for (int start = 0; start < 2; start++) {
                try (var cluster = scratch.start("own")) {
                    Schema.migrate(cluster.jdbcUrl(), cluster.user(), cluster.password());
                    assertThat(tables(cluster)).containsKey("entry");
                }
            }
        }
    }

    private static String command(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "se.samlad.Samlad"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        return said;
    }

    /** Each file with its time, length and content. */
    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.toList()) {
                var is = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(
                        folder.relativize(file).toString(),
                        is.lastModifiedTime() + " " + (is.isRegularFile() ? digest(file) : ""));
            }
        }
        return files;
    }

    private static String digest(Path file) throws IOException {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Cluster cluster, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(cluster.jdbcUrl(), cluster.user(), cluster.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Each table with its number of rows and a digest of them. */
    private static Map<String, String> tables(Cluster cluster) throws SQLException {
        var names =
                Scratch.ask(cluster, "select string_agg(tablename, ',') from pg_tables where schemaname = 'public'");
        var tables = new TreeMap<String, String>();
        for (var name : names.split(","))
            tables.put(
                    name,
                    Scratch.ask(
                            cluster,
                            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from "
                                    + name + " t"));
        return tables;
    }
}
