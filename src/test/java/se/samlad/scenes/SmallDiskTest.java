package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samlad.Awaited;
import se.samlad.database.Cluster;
import se.samlad.database.Schema;

/** The reserve on a disk that really fills: a small file system in memory. */
class SmallDiskTest {

    private static final String SIZE = "450m";
    private static final long LEFT = 30L << 20;
    private static final int MEGABYTE = 1 << 20;
    private static final int WRITTEN_BEFORE = 10;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createTempDirectory("samlad-disk").toRealPath();
        Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("rwx--x--x"));
        mounted = asRoot("mount", "-t", "tmpfs", "-o", "size=" + SIZE + ",mode=711", "samlad-test", disk.toString());
        assertThat(mounted)
                .as("a small file system for the test: run ./check as root, or where sudo asks for no password")
                .isTrue();
    }

    /** Also where somebody still holds a file after a test that failed: then it goes when he does. */
    @AfterEach
    void unmount() throws Exception {
        if (mounted) assertThat(asRoot("umount", "--lazy", disk.toString())).isTrue();
        Files.delete(disk);
    }

    @Test
    void aDiskThatFillsWhileWrittenToRefusesClearlyAndDamagesNothing_promise1() throws Exception {
        var data = disk.resolve("data");
        try (var cluster = Cluster.start(data, step -> {})) {
            Schema.migrate(cluster.jdbcUrl(), cluster.user(), cluster.password());
            try (var server = Running.on(cluster, data)) {
                var incident = "/incidents/"
                        + server.by("lst.tib")
                                .post("/api/incidents", "{\"title\":\"Liten disk\"}")
                                .expect(201)
                                .id();
                var visitor = Visitor.of(server, "lst.tib");
                var acknowledged = new ArrayList<UUID>();
                var refused = fillWhileWritten(server, incident, acknowledged);
                assertThat(refused.status()).isEqualTo(507);
                assertThat(refused.json().get("code").asString()).isEqualTo("error.disk-full");
                assertThat(refused.json().get("detail").asString()).contains("200 MB");
                assertThat(Files.getFileStore(data).getUsableSpace()).isLessThan(200L << 20);

                long position = server.position();
                assertThat(visitor.get(incident).expect(200).body()).contains("Disken är nästan full", "Liten disk");
                assertThat(noted(server, incident)).isEqualTo(acknowledged);
                assertThat(Verified.said(cluster, data)).startsWith(position + " entries, root ");

                Files.delete(ballast());
                acknowledged.add(awaitRoom(server, incident));
                assertThat(noted(server, incident)).isEqualTo(acknowledged);
                assertThat(visitor.get(incident).expect(200).body()).doesNotContain("Disken är nästan full");
            }
            assertThat(Verified.said(cluster, data)).containsPattern("^\\d+ entries, root ");
        }
    }

    /** The first answer that is no receipt. */
    private Running.Answer fillWhileWritten(Running server, String incident, List<UUID> acknowledged) throws Exception {
        var begun = new CountDownLatch(WRITTEN_BEFORE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> {
                for (var answer = note(server, incident); ; answer = note(server, incident)) {
                    if (answer.status() != 201) return answer;
                    acknowledged.add(answer.id());
                    begun.countDown();
                }
            });
            Awaited.all(begun);
            fill();
            return Awaited.of(writing);
        }
    }

    /** Nearly: what else a server writes must still find room. */
    private void fill() throws IOException {
        try (var file = FileChannel.open(ballast(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (Files.getFileStore(disk).getUsableSpace() > LEFT) file.write(ByteBuffer.allocate(MEGABYTE));
        }
    }

    private Path ballast() {
        return disk.resolve("ballast");
    }

    private static Running.Answer note(Running server, String incident) {
        return server.by("lst.tib").post("/api" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"Rad\"}");
    }

    private static UUID awaitRoom(Running server, String incident) {
        while (true) {
            var answer = note(server, incident);
            if (answer.status() == 201) return answer.id();
            answer.expect(507);
        }
    }

    /** In order. */
    private static List<UUID> noted(Running server, String incident) {
        var ids = new ArrayList<UUID>();
        var path = "/api/journal?limit=1000&incident=" + incident.substring("/incidents/".length());
        for (var entry : server.by("lst.tib").get(path).expect(200).json().get("entries"))
            if (entry.toString().contains("\"Rad\""))
                ids.add(UUID.fromString(entry.get("id").asString()));
        return ids;
    }

    /** As ./check does it for the browser. */
    private static boolean asRoot(String... what) throws Exception {
        var command = new ArrayList<String>();
        if (!System.getProperty("user.name").equals("root")) command.addAll(List.of("sudo", "-n"));
        command.addAll(List.of(what));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program here
        }
    }
}
