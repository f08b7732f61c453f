package se.samlad.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * The PostgreSQL processes on our cluster, whoever started them. They are found in {@code /proc} by their name, postgres, and
 * by their working directory, the cluster. A zombie has neither.
 */
final class ServerProcesses {

    private static final Path PROC = Path.of("/proc");
    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LINGERING = Duration.ofSeconds(2);

    private final Layout layout;
    private final Account account;

    ServerProcesses(Layout layout, Account account) {
        this.layout = layout;
        this.account = account;
    }

    /** Whether there is any. */
    boolean any() {
        return !all().isEmpty();
    }

    /**
     * Stops them all, the postmaster first: by a fast shutdown, then an immediate one, then SIGKILL. Removes the pid file of a
     * dead postmaster, since its number may belong to another process by now.
     */
    void stop() {
        OptionalLong postmaster = postmaster();
        if (postmaster.isPresent()) {
            List<Long> one = List.of(postmaster.getAsLong());
            LongPredicate gone = pid -> !isServer(pid);
            if (!signalled("INT", one, gone, FAST)) {
                signalled("QUIT", one, gone, SHORT);
            }
        }
        stopTheRest();
        try {
            Files.deleteIfExists(layout.pidFile());
        } catch (IOException e) {
            throw ClusterFailed.of("remove what a dead server left", layout.pidFile(), e);
        }
    }

    /** Child processes end soon after their postmaster, unless they are busy. */
    private void stopTheRest() {
        if (Command.until(LINGERING, () -> !any())) {
            return;
        }
        LongPredicate gone = pid -> !isServer(pid);
        if (!signalled("QUIT", all(), gone, SHORT) && !signalled("KILL", all(), gone, SHORT)) {
            throw new ClusterFailed(
                    "An earlier PostgreSQL on " + layout.cluster() + " can't be stopped: processes " + all());
        }
    }

    private boolean signalled(String signal, List<Long> pids, LongPredicate gone, Duration atMost) {
        for (long pid : pids) {
            Command.run(
                    account.command(List.of("sh", "-c", "kill -" + signal + " \"$1\"", "signal", Long.toString(pid))));
        }
        return Command.until(atMost, () -> pids.stream().allMatch(gone::test));
    }

    private OptionalLong postmaster() {
        try (Stream<String> lines = Files.lines(layout.pidFile(), ISO_8859_1)) {
            return lines.limit(1)
                    .map(String::strip)
                    .filter(line -> line.matches("[1-9]\\d{0,9}"))
                    .mapToLong(Long::parseLong)
                    .filter(this::isServer)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private List<Long> all() {
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[1-9]\\d*"))
                    .map(Long::valueOf)
                    .filter(this::isServer)
                    .toList();
        } catch (IOException e) {
            throw ClusterFailed.of("see what runs", PROC, e);
        }
    }

    private boolean isServer(long pid) {
        Path process = PROC.resolve(Long.toString(pid));
        return isCalledPostgres(process) && worksHere(process);
    }

    private static boolean isCalledPostgres(Path process) {
        try {
            String program =
                    Files.readString(process.resolve("cmdline"), ISO_8859_1).split("\0", 2)[0];
            return program.endsWith("/postgres") || program.startsWith("postgres: ");
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean worksHere(Path process) {
        Path cwd = process.resolve("cwd");
        Path cluster = layout.cluster();
        try {
            cluster = cluster.toRealPath();
            return Files.readSymbolicLink(cwd).equals(cluster);
        } catch (AccessDeniedException e) {
            // in many containers root may not look into another user's process, but that user may
            Command.Ended answer = Command.run(account.command(List.of("readlink", cwd.toString())));
            return answer.well() && answer.printed().equals(cluster.toString());
        } catch (IOException gone) {
            return false;
        }
    }
}
