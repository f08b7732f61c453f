package se.samlad.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A copy of a data folder, made while it is written to, by PostgreSQL's low-level backup (its manual, "Making a Base Backup
 * Using the Low Level API"). The copy is a data folder itself, and has all that was committed before it was begun.
 */
public final class Backup {

    /** Folders whose contents PostgreSQL recreates. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    /** Files that describe the running server. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

    private static final Duration SYNC = Duration.ofHours(1);
    private static final String LOG_FILE = "[0-9A-F]{24}";
    private static final String LOG = "pg_wal";

    private final Layout from;
    private final Path to;

    private Backup(Layout from, Path to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies the folder. Where its server does not run, it is started for the time of the copy.
     *
     * @param beside names of files in the folder, copied first and in this order; those that are not there are left out
     * @param to must not be there; it comes about whole or not at all
     * @throws ClusterFailed with one line that says what is wrong
     */
    public static void take(Path folder, List<String> beside, Path to) {
        var running = Cluster.find(folder);
        if (running.isPresent()) {
            take(running.get(), folder, beside, to);
            return;
        }
        try (Cluster cluster = Cluster.start(folder, step -> {})) {
            var there = new Cluster.Address(cluster.jdbcUrl(), cluster.user(), cluster.password());
            take(there, folder, beside, to);
        }
    }

    private static void take(Cluster.Address there, Path folder, List<String> beside, Path to) {
        Path whole = to.toAbsolutePath().normalize();
        Layout from = Layout.in(folder);
        if (Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
            throw new ClusterFailed(whole + " is there already; name a folder that is not");
        }
        if (whole.startsWith(from.folder())) {
            throw new ClusterFailed(whole + " lies in what is to be copied; name a folder elsewhere");
        }
        try {
            Path above = Objects.requireNonNullElse(whole.getParent(), whole);
            Files.createDirectories(above);
            Path unfinished = Unfinished.under(above);
            try {
                new Backup(from, unfinished).copy(there, beside);
                Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Unfinished.delete(unfinished);
            }
        } catch (IOException e) {
            throw ClusterFailed.of("make the backup", whole, e);
        } catch (SQLException e) {
            throw new ClusterFailed("The database could not be backed up: " + e.getMessage(), e);
        }
    }

    private void copy(Cluster.Address there, List<String> beside) throws IOException, SQLException {
        for (String name : beside) {
            copyFile(from.folder().resolve(name), to.resolve(name));
        }
        Files.createDirectory(to.resolve("pg"));
        Layout copy = new Layout(to);
        try (Connection connection = DriverManager.getConnection(there.jdbcUrl(), there.user(), there.password());
                Statement session = connection.createStatement()) {
            // else a checkpoint could throw away log that the copy needs; it goes when the session ends, however it
            // ends
            ask(session, "select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)::text");
            ask(session, "select pg_backup_start('samlad', true)::text");
            copyAll(from.cluster(), copy.cluster(), file -> true);
            String end;
            try (ResultSet stopped = session.executeQuery(
                    "select labelfile, pg_walfile_name(lsn), spcmapfile from pg_backup_stop(wait_for_archive => false)")) {
                stopped.next();
                writeLabel(copy, stopped.getString(1));
                end = stopped.getString(2);
                if (!String.valueOf(stopped.getString(3)).isBlank()) {
                    throw new ClusterFailed("The database has tablespaces outside its folder, which are not copied");
                }
            }
            copyAll(
                    from.cluster().resolve(LOG),
                    copy.cluster().resolve(LOG),
                    file -> file.matches(LOG_FILE) ? file.compareTo(end) <= 0 : file.endsWith(".history"));
        }
        copyFile(from.password(), copy.password());
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(copy.pg(), PosixFilePermissions.fromString("rwx------"));
        mustBeOnDisk();
    }

    private void mustBeOnDisk() throws IOException {
        Process sync = Command.start(List.of("sync", "-f", to.toString()), to, from.log());
        if (Command.await(sync, SYNC) != 0) {
            throw new ClusterFailed("The copy in " + to + " could not be brought to disk: sync did not end well");
        }
    }

    private static void ask(Statement session, String sql) throws SQLException {
        session.executeQuery(sql).close();
    }

    /** The server renames the file after recovery, so the server's account must own it. */
    private void writeLabel(Layout copy, String label) throws IOException {
        Path file = copy.cluster().resolve("backup_label");
        Files.writeString(file, label);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Account.choose(from.cluster()).own(file);
    }

    /** Copies owners and rights too. Recovery replays what changes while we copy, so a file that disappears meanwhile is no fault. */
    private static void copyAll(Path source, Path target, Predicate<String> wanted) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isTemporary(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Path copy = target.resolve(source.relativize(folder));
                if (!Files.isDirectory(copy)) {
                    copyFile(folder, copy);
                }
                boolean stays = EMPTY.contains(folder.getFileName().toString()) && !folder.equals(source);
                return stays ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (!LEFT_OUT.contains(name) && !isTemporary(file) && wanted.test(name)) {
                    copyFile(file, target.resolve(source.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }

    private static boolean isTemporary(Path file) {
        return file.getFileName().toString().startsWith("pgsql_tmp");
    }

    private static void copyFile(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }
}
