package se.samlad.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the cluster's data and its password, once and atomically. */
final class NewCluster {

    private static final long ROOM_NEEDED = 300L << 20;
    private static final Duration AT_MOST = Duration.ofMinutes(3);
    private static final String VERSION = "18";

    private final Layout layout;
    private final Account account;
    private final Path programs;

    NewCluster(Layout layout, Account account, Path programs) {
        this.layout = layout;
        this.account = account;
        this.programs = programs;
    }

    /** The password of the cluster, which is made first where there is none. */
    String password(Consumer<String> progress) {
        try {
            if (!Files.isDirectory(layout.cluster())) {
                progress.accept("Creating the database");
                create();
            }
            mustBeOurs();
            return Files.readString(layout.password(), US_ASCII).strip();
        } catch (IOException e) {
            throw ClusterFailed.of("create or open the database", layout.pg(), e);
        }
    }

    /** @throws ClusterFailed where there is too little disk for a first start */
    static void mustHaveRoom(Layout layout) {
        try {
            long free = Files.getFileStore(layout.pg()).getUsableSpace();
            if (!Files.isDirectory(layout.cluster()) && free < ROOM_NEEDED) {
                throw new ClusterFailed("The disk that holds " + layout.folder() + " has " + (free >> 20)
                        + " MB free; a new database needs " + (ROOM_NEEDED >> 20));
            }
        } catch (IOException e) {
            throw ClusterFailed.of("see how much disk is free", layout.pg(), e);
        }
    }

    private void create() throws IOException {
        writePassword();
        Path unfinished = Unfinished.under(layout.pg());
        try {
            account.own(unfinished);
            initdb(unfinished);
            Format.write(unfinished);
            Files.move(unfinished, layout.cluster(), StandardCopyOption.ATOMIC_MOVE);
            force(layout.pg());
        } finally {
            Unfinished.delete(unfinished);
        }
    }

    private void initdb(Path data) throws IOException {
        ServerLog log = ServerLog.from(layout.log());
        List<String> command = List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + Cluster.USER,
                "--pwfile=" + layout.password(),
                // the password is 256 random bits: to stretch it costs every connection and gains nothing
                "--set=scram_iterations=1",
                "--auth-local=scram-sha-256",
                "--auth-host=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8");
        int status = Command.await(
                Command.start(account.command(command, List.of(data, layout.password())), layout.pg(), layout.log()),
                AT_MOST);
        if (status != 0) {
            throw new ClusterFailed("PostgreSQL's initdb failed (status " + status + "): " + log.lastLines());
        }
    }

    /** The password is on disk before the cluster: without it nobody could open the cluster. */
    private void writePassword() throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path fresh = Files.createTempFile(
                layout.pg(),
                Unfinished.NAME,
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, Set.of(StandardOpenOption.WRITE))) {
            channel.write(
                    ByteBuffer.wrap(Base64.getUrlEncoder().withoutPadding().encode(random)));
            channel.force(true);
        }
        account.own(fresh);
        Files.move(fresh, layout.password(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(layout.pg());
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void mustBeOurs() throws IOException {
        String version = Files.readString(layout.cluster().resolve("PG_VERSION"), US_ASCII)
                .strip();
        if (!version.equals(VERSION)) {
            throw new ClusterFailed("The database in " + layout.cluster() + " was written by PostgreSQL " + version
                    + " and this is " + VERSION + ". Move it over with pg_dump first");
        }
        if (!Files.isRegularFile(layout.password())) {
            throw new ClusterFailed("The password of the database is missing: put " + layout.password()
                    + " back from the backup that the data came from");
        }
    }
}
