package se.samlad.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** A folder for a test class, that the server's user can reach, with programs unpacked once for all its clusters. */
final class Scratch implements AutoCloseable {

    private static final Path PROGRAMS = programsOfThisRun();

    private final Path root;

    Scratch() throws IOException {
        root = reachable("samlad cluster");
    }

    private static Path reachable(String name) throws IOException {
        Path folder = Files.createTempDirectory(name).toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    /** Unpacked by the first who needs them, deleted when the JVM ends. */
    private static Path programsOfThisRun() {
        try {
            Path programs = reachable("samlad programs");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    Unfinished.delete(programs);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            return programs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder(String name) {
        return root.resolve(name);
    }

    Path programs() {
        return PROGRAMS;
    }

    Cluster start(String name) {
        return Cluster.start(folder(name), programs(), text -> {});
    }

    Path data(String name) {
        return folder(name).resolve("pg/cluster");
    }

    long postmaster(String name) throws IOException {
        return Long.parseLong(Files.readAllLines(data(name).resolve("postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** Another JVM with a cluster open on the folder. */
    Process owner(String name) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        folder(name).toString(),
                        programs().toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Reads what the process prints up to the line that begins so, which must come. */
    static String awaitLine(Process process, String beginning) throws IOException {
        BufferedReader reader = process.inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            all.append(line).append('\n');
        }
        throw new AssertionError("ended without '" + beginning + "': " + all);
    }

    static void kill(String signal, long pid) throws IOException {
        assertThat(Command.run(List.of("sh", "-c", "kill -" + signal + " " + pid))
                        .well())
                .isTrue();
    }

    /** A zombie is none: it has no command line. */
    static boolean isCalled(Path program, long pid) {
        try {
            String called =
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0", 2)[0];
            return Path.of(called).endsWith(program);
        } catch (IOException gone) {
            return false;
        }
    }

    /** What runs with its working directory in the cluster, found without the code under test. */
    List<String> runningOn(String name) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> linksTo(process.resolve("cwd"), data(name)))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static boolean linksTo(Path link, Path target) {
        try {
            return Files.readSymbolicLink(link).equals(target);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    static String ask(Cluster cluster, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(cluster.jdbcUrl(), cluster.user(), cluster.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    static boolean answers(Cluster cluster) {
        try {
            return ask(cluster, "SELECT 1").equals("1");
        } catch (SQLException notNow) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        Unfinished.delete(root);
    }
}
