package se.samlad.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Runs other programs in a clean environment, and waits for them for a bounded time, also when interrupted. */
final class Command {

    private static final Duration SHORT = Duration.ofSeconds(10);

    private static final long POLL_MILLIS = 20;

    private static final int NOT_FOUND = 127;

    private static final int KILLED = 137;

    private Command() {}

    /** The output and exit status of a program. */
    record Ended(int status, String printed) {
        boolean well() {
            return status == 0;
        }
    }

    /** Runs a short program that prints little. Status 127 where it can't be run. */
    static Ended run(List<String> command) {
        try {
            Process process =
                    builder(command, Path.of("/")).redirectErrorStream(true).start();
            if (!ended(process, SHORT)) {
                process.destroyForcibly();
                return new Ended(KILLED, "");
            }
            byte[] printed = process.getInputStream().readNBytes(4_096);
            return new Ended(process.exitValue(), new String(printed, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return new Ended(NOT_FOUND, String.valueOf(e.getMessage()));
        }
    }

    /** The command in a session of its own, where the system has {@code setsid}: Ctrl-C in our terminal then reaches only us. */
    static List<String> inOwnSession(List<String> command) {
        if (!run(List.of("setsid", "true")).well()) {
            return command;
        }
        return Stream.concat(Stream.of("setsid"), command.stream()).toList();
    }

    /** Starts a program whose output is appended to a file. */
    static Process start(List<String> command, Path directory, Path log) throws IOException {
        return builder(command, directory)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static ProcessBuilder builder(List<String> command, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", (path == null ? "" : path + ":") + "/usr/bin:/bin:/usr/sbin:/sbin");
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** The exit status; a program that takes longer is killed and has status 137. */
    static int await(Process process, Duration atMost) {
        if (ended(process, atMost)) {
            return process.exitValue();
        }
        process.destroyForcibly();
        return KILLED;
    }

    /** Whether the process ends within the time. Interrupts do not shorten the wait. */
    static boolean ended(Process process, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits by polling. An interrupt does not shorten the wait; the thread is interrupted again afterwards. */
    static boolean until(Duration atMost, BooleanSupplier happened) {
        long end = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        try {
            while (!happened.getAsBoolean()) {
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                try {
                    TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
