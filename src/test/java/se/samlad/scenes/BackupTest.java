package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samlad.Awaited;
import se.samlad.database.Backup;
import se.samlad.database.Cluster;
import se.samlad.database.ClusterFailed;
import se.samlad.database.Schema;
import se.samlad.journal.Verify;
import se.samlad.paper.PaperProof;

/** The backup of docs/OPERATIONS.md, taken while writing goes on, restored, and held against a checkpoint from before. */
class BackupTest {

    private static final int BEFORE = 20;

    private Path folder;
    private Path data;

    @BeforeEach
    void makeRoom() throws IOException {
        folder = Files.createTempDirectory("samlad-backup").toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        data = folder.resolve("data");
    }

    @AfterEach
    void clear() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void whatIsRestoredVerifiesAgainstACheckpointFromBefore_promise1() throws Exception {
        var copy = folder.resolve("copies/today");
        var kept = folder.resolve("kept");
        List<UUID> acknowledged;
        try (var cluster = Cluster.start(data, step -> {})) {
            Schema.migrate(cluster.jdbcUrl(), cluster.user(), cluster.password());
            try (var server = Running.on(cluster, data)) {
                for (int i = 0; i < BEFORE; i++) signal(server);
                attached(server);
                keep(kept, server.position());
                acknowledged = backUpWhileWritten(server, copy);
            }
        }
        for (var each : List.of(data, copy)) nothingIsOpenToOthers(each);
        assertThat(copy.resolve("pg/cluster/postmaster.pid")).doesNotExist();
        assertThat(copy.resolve("checkpoint.key")).doesNotExist();
        try (var restored = Cluster.start(copy, step -> {})) {
            var sound = Verified.said(restored, kept);
            assertThat(sound).containsPattern("^\\d+ entries, root ");
            assertThat(Long.parseLong(sound.split(" ")[0])).isGreaterThan(keptSize(kept));
            assertThat(Verified.said(restored, copy)).isEqualTo(sound);
            assertThat(stored(restored)).containsAll(acknowledged);
            papersAreHeldAgainstTheJournal(restored);
            execute(restored, "delete from entry where position = " + keptSize(kept));
            assertThat(Verified.said(restored, kept)).startsWith("position " + keptSize(kept) + ": ");
            execute(restored, "delete from entry where position >= " + keptSize(kept));
            assertThat(Verified.said(restored, kept)).contains("missing at the end");
        }
    }

    private static void attached(Running server) {
        var by = server.by("taby.tib");
        var thing = by.post("/api/cases", "{\"title\":\"Före kopian\",\"text\":\"Med en fil\"}")
                .expect(201)
                .id();
        for (var size : List.of(300, 2_500_000))
            Sent.attach(by, thing, size + ".pdf", Sent.pdf(size), UUID.randomUUID())
                    .expect(201);
        var gone = Sent.attach(by, thing, "bort.pdf", Sent.pdf(400), UUID.randomUUID())
                .expect(201)
                .id();
        server.by("taby.chef")
                .post("/api/entries/" + gone + "/disposal", "{\"ground\":\"10 §\",\"decision\":\"KS 1\"}")
                .expect(201);
    }

    /** Each that is missing or another is named by where it was attached (A2). */
    private static void papersAreHeldAgainstTheJournal(Cluster restored) throws Exception {
        assertThat(papers(restored))
                .isEqualTo("0 2 papers, each as it was attached\ndisposed of by decisions in the journal: 1\n");
        execute(restored, "update paper_part set bytes = bytes || '\\x00' where part = 1");
        assertThat(papers(restored))
                .matches(
                        "1 position \\d+: the paper [0-9a-f]{64} is not what was attached\ndisposed of by decisions in the journal: 1\n");
        execute(restored, "delete from paper_part where part = 0");
        execute(restored, "delete from paper where size = 300");
        assertThat(papers(restored))
                .matches(
                        "1 position \\d+: the paper [0-9a-f]{64} is missing\n"
                                + "position \\d+: the paper [0-9a-f]{64} is not what was attached\ndisposed of by decisions in the journal: 1\n");
    }

    private static String papers(Cluster cluster) {
        var said = new ByteArrayOutputStream();
        int status = new PaperProof(cluster.jdbcUrl(), cluster.user(), cluster.password())
                .run(new PrintStream(said, true, StandardCharsets.UTF_8));
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    /** Even a file's size tells how much is recorded. PostgreSQL's programs are no secret; its cluster is closed as a folder. */
    private static void nothingIsOpenToOthers(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> !folder.relativize(file).toString().matches("pg/(18-|cluster/).*")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .endsWith("------"));
        }
    }

    private static UUID signal(Running server) {
        return server.by("lst.tib")
                .post("/api/incidents", "{\"title\":\"Före kopian\"}")
                .expect(201)
                .id();
    }

    /** Somebody writes from before it is begun until it is done. What was answered before it was begun. */
    private List<UUID> backUpWhileWritten(Running server, Path copy) throws Exception {
        var goingOn = new Phaser(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> {
                var written = new ArrayList<>(List.of(signal(server)));
                goingOn.arrive();
                while (!goingOn.isTerminated()) written.add(signal(server));
                return written;
            });
            goingOn.arriveAndAwaitAdvance();
            var before = List.of(signal(server));
            try {
                nothingIsWrittenOver();
                Backup.take(data, Verify.KEPT, copy);
            } finally {
                goingOn.forceTermination();
            }
            assertThat(writing.get()).hasSizeGreaterThan(1);
            return before;
        }
    }

    private void nothingIsWrittenOver() throws IOException {
        var mine = Files.writeString(folder.resolve("mine"), "x");
        for (var taken : List.of(mine, data.resolve("inside")))
            assertThatThrownBy(() -> Backup.take(data, Verify.KEPT, taken))
                    .isInstanceOf(ClusterFailed.class)
                    .hasMessageContaining(taken.toString());
        assertThat(mine).hasContent("x");
    }

    /** A checkpoint that covers the position: one is kept every few seconds. */
    private void keep(Path at, long position) throws IOException {
        Awaited.until(() -> Files.exists(data.resolve(Verify.KEPT.getFirst())) && keptSize(data) >= position);
        Files.createDirectory(at);
        for (var name : Verify.KEPT) Files.copy(data.resolve(name), at.resolve(name));
    }

    private static long keptSize(Path kept) {
        try {
            return Long.parseLong(
                    Files.readAllLines(kept.resolve(Verify.KEPT.getFirst())).getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<UUID> stored(Cluster cluster) throws Exception {
        try (var connection = DriverManager.getConnection(cluster.jdbcUrl(), cluster.user(), cluster.password());
                var rows = connection.createStatement().executeQuery("select stream from entry")) {
            var all = new ArrayList<UUID>();
            while (rows.next()) all.add(rows.getObject(1, UUID.class));
            return all;
        }
    }

    private static void execute(Cluster cluster, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(cluster.jdbcUrl(), cluster.user(), cluster.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
