package se.samlad.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.Awaited;

/** Starting after whatever happened: nothing kept is lost, nothing left over is in the way (DESIGN.md §7). */
class ClusterStartTest {

    /** Made once; every test finds it stopped and leaves it so. */
    private static final String USED = "used";

    private static Scratch scratch;

    @BeforeAll
    static void makeOne() throws IOException {
        scratch = new Scratch();
        scratch.start(USED).close();
    }

    @AfterAll
    static void clear() throws IOException {
        scratch.close();
    }

    @Test
    void theServerOfAKilledOwnerIsStoppedAndItsDataKept() throws Exception {
        Process owner = scratch.owner(USED);
        Scratch.awaitLine(owner, Owner.READY);
        long left = scratch.postmaster(USED);
        owner.destroyForcibly();
        assertThat(Command.ended(owner, Awaited.PATIENCE)).isTrue();
        assertThat(Scratch.isCalled(Path.of("postgres"), left)).isTrue();

        List<String> told = new ArrayList<>();
        try (Cluster cluster = Cluster.start(scratch.folder(USED), scratch.programs(), told::add)) {
            assertThat(Scratch.ask(cluster, "SELECT word FROM kept LIMIT 1")).isEqualTo("snö");
            assertThat(scratch.postmaster(USED)).isNotEqualTo(left);
        }
        assertThat(told).containsExactly("Stopping PostgreSQL left over from an earlier run", "Starting PostgreSQL");
        assertThat(Scratch.isCalled(Path.of("postgres"), left)).isFalse();
    }

    @Test
    void whereOwnerAndServerWereKilledTheDataIsRecovered() throws Exception {
        Process owner = scratch.owner(USED);
        Scratch.awaitLine(owner, Owner.READY);
        owner.destroyForcibly();
        assertThat(Command.ended(owner, Awaited.PATIENCE)).isTrue();
        Scratch.kill("KILL", scratch.postmaster(USED));
        try (Cluster cluster = scratch.start(USED)) {
            assertThat(Scratch.ask(cluster, "SELECT word FROM kept LIMIT 1")).isEqualTo("snö");
        }
    }

    @Test
    void anOwnerThatIsAskedToEndLeavesNothing() throws Exception {
        Process owner = scratch.owner(USED);
        Scratch.awaitLine(owner, Owner.READY);
        assertThat(scratch.runningOn(USED)).isNotEmpty();
        owner.destroy();
        assertThat(Command.ended(owner, Awaited.PATIENCE)).isTrue();
        assertThat(scratch.runningOn(USED)).isEmpty();
        assertThat(scratch.data(USED).resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void closingLeavesNothingAndMayBeRepeated() throws Exception {
        Cluster cluster = scratch.start(USED);
        assertThat(scratch.runningOn(USED)).isNotEmpty();
        cluster.close();
        cluster.close();
        assertThat(scratch.runningOn(USED)).isEmpty();
        assertThat(Scratch.answers(cluster)).isFalse();
        String log = Files.readString(scratch.folder(USED).resolve("pg/server.log"));
        assertThat(log.substring(log.lastIndexOf("starting PostgreSQL")))
                .contains("received fast shutdown request", "database system is shut down")
                .doesNotContain("immediate shutdown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a dead one", "nonsense", ""})
    void anOldPidFileIsNoObstacle(String names) throws Exception {
        String first = names.equals("a dead one") ? Long.toString(deadPid()) : names;
        leavePidFile(first);
        try (Cluster cluster = scratch.start(USED)) {
            assertThat(Scratch.answers(cluster)).isTrue();
        }
    }

    @Test
    void aPostgresThatWorksElsewhereIsNeitherStoppedNorInTheWay() throws Exception {
        Path program = Files.copy(Path.of("/bin/sleep"), scratch.folder("postgres"));
        Account account = Account.choose(scratch.data(USED));
        Process elsewhere = Command.start(
                account.command(List.of(program.toString(), "600")), Path.of("/"), scratch.folder("sleep.log"));
        try {
            assertThat(Command.until(Awaited.PATIENCE, () -> Scratch.isCalled(program, elsewhere.pid())))
                    .isTrue();
            leavePidFile(Long.toString(elsewhere.pid()));
            try (Cluster cluster = scratch.start(USED)) {
                assertThat(Scratch.answers(cluster)).isTrue();
            }
            assertThat(elsewhere.isAlive()).isTrue();
        } finally {
            elsewhere.destroyForcibly();
        }
    }

    @Test
    void aPortThatSomebodyTookMeanwhileIsTold() throws Exception {
        Layout layout = Layout.in(scratch.folder(USED));
        Server server =
                new Server(layout, Account.choose(layout.cluster()), Binaries.unpacked(scratch.programs(), text -> {}));
        Endpoint endpoint = Endpoint.free("unused");
        try (ServerSocket taken = new ServerSocket(endpoint.port(), 1, InetAddress.ofLiteral(Endpoint.HOST))) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> server.start(endpoint, text -> {}))
                    .isInstanceOf(ClusterFailed.PortTaken.class)
                    .hasMessageContaining("Port " + endpoint.port() + " is taken");
        } finally {
            server.stop();
        }
    }

    @Test
    void aFirstStartKilledHalfWayIsStartedAnew() throws Exception {
        Process owner = scratch.owner("halfway");
        Scratch.awaitLine(owner, "Creating the database");
        owner.destroyForcibly();
        assertThat(Command.ended(owner, Awaited.PATIENCE)).isTrue();
        assertThat(scratch.data("halfway")).doesNotExist();
        Path cutShort = Files.createDirectories(scratch.folder("halfway").resolve("pg/unfinished-17/base"));
        Files.writeString(cutShort.resolveSibling("PG_VERSION"), "18");

        List<String> told = new ArrayList<>();
        try (Cluster cluster = Cluster.start(scratch.folder("halfway"), scratch.programs(), told::add)) {
            assertThat(Scratch.answers(cluster)).isTrue();
            assertThat(cutShort.getParent()).doesNotExist();
        }
        assertThat(told).containsExactly("Creating the database", "Starting PostgreSQL");
    }

    @Test
    void aServerThatCannotStartSaysWhyInOneLineAndLeavesNothing() throws Exception {
        Path control = scratch.data(USED).resolve("global/pg_control");
        Path aside = control.resolveSibling("aside");
        Files.move(control, aside);
        try {
            assertThatThrownBy(() -> scratch.start(USED))
                    .isInstanceOf(ClusterFailed.class)
                    .hasMessageContaining("PostgreSQL ended while starting")
                    .hasMessageContaining("pg_control")
                    .hasMessageContaining("server.log")
                    .message()
                    .doesNotContain("\n");
        } finally {
            Files.move(aside, control);
        }
        assertThat(scratch.runningOn(USED)).isEmpty();
        scratch.start(USED).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PG_VERSION", "password", "other password"})
    void dataThatIsNotOursIsRefusedWithWhatToMend(String what) throws Exception {
        Path file = what.equals("PG_VERSION")
                ? scratch.data(USED).resolve(what)
                : scratch.folder(USED).resolve("pg/password");
        byte[] before = Files.readAllBytes(file);
        try {
            switch (what) {
                case "PG_VERSION" -> {
                    Files.writeString(file, "17\n");
                    assertThatThrownBy(() -> scratch.start(USED)).hasMessageContaining("written by PostgreSQL 17");
                }
                case "password" -> {
                    Files.move(file, file.resolveSibling("aside"));
                    assertThatThrownBy(() -> scratch.start(USED))
                            .hasMessageContaining("password of the database is missing");
                    Files.move(file.resolveSibling("aside"), file);
                }
                default -> {
                    Files.writeString(file, "other");
                    assertThatThrownBy(() -> scratch.start(USED)).hasMessageContaining("refuses the password");
                }
            }
        } finally {
            Files.write(file, before);
        }
        assertThat(scratch.runningOn(USED)).isEmpty();
    }

    /** As in a container, or in root's own home: the server's user can't pass, and need not. */
    @Test
    void asRootItWorksWhereNobodyElseMayPass() throws Exception {
        assumeThat((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                .isZero();
        Path closed = Files.createDirectory(scratch.folder("closed"));
        Files.setPosixFilePermissions(closed, OURS_ALONE);
        Path data = closed.resolve("data");
        for (int starts = 0; starts < 2; starts++) {
            try (Cluster cluster = Cluster.start(data, scratch.programs(), text -> {})) {
                assertThat(Scratch.ask(cluster, "SELECT to_tsvector('swedish', 'vägarna')::text"))
                        .isEqualTo("'väg':1");
                assertThat(Scratch.ask(cluster, "SELECT pg_reload_conf()::text"))
                        .isEqualTo("true");
            }
        }
        for (var ours : List.of(data, data.resolve("pg"), data.resolve("pg/cluster"))) {
            assertThat(Files.getPosixFilePermissions(ours)).as(ours.toString()).isEqualTo(OURS_ALONE);
        }
    }

    private static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rwx------");

    private static void leavePidFile(String first) throws IOException {
        Files.writeString(
                scratch.data(USED).resolve("postmaster.pid"),
                first + "\n" + scratch.data(USED) + "\n1\n15432\n\n\n0 0\nready\n");
    }

    private static long deadPid() throws IOException {
        Process process = new ProcessBuilder("true").start();
        assertThat(Command.ended(process, Awaited.PATIENCE)).isTrue();
        return process.pid();
    }
}
