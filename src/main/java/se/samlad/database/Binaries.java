package se.samlad.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the class path to a folder of their own per build. */
final class Binaries {

    static final String NAME = "18-";

    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64", "/postgres-linux-arm_64.txz");

    private final URL archive;
    private final Path under;

    private Binaries(URL archive, Path under) {
        this.archive = archive;
        this.under = under;
    }

    /** The folder with {@code bin}, {@code lib} and {@code share}, below the given one. Unpacking is atomic. */
    static Path unpacked(Path under, Consumer<String> progress) {
        Binaries binaries = new Binaries(archive(System.getProperty("os.name"), System.getProperty("os.arch")), under);
        try {
            Path home = under.resolve(binaries.folderName());
            if (!Files.isDirectory(home)) {
                progress.accept("Unpacking PostgreSQL 18");
                binaries.unpack(home);
            }
            return home;
        } catch (IOException e) {
            throw ClusterFailed.of("unpack PostgreSQL", under, e);
        }
    }

    static URL archive(String system, String processor) {
        String name = system.equals("Linux") ? ARCHIVES.get(processor) : null;
        URL archive = name == null ? null : Binaries.class.getResource(name);
        if (archive == null) {
            throw new ClusterFailed("There is no PostgreSQL of our own for " + system + " on " + processor
                    + " (only for Linux on amd64 and aarch64). Install PostgreSQL 18 and give its address");
        }
        return archive;
    }

    /** The name contains the checksum of the archive, so a new release never runs old programs. */
    private String folderName() throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        try (InputStream opened = connection.getInputStream()) {
            long mark = connection instanceof JarURLConnection jar
                    ? jar.getJarEntry().getCrc()
                    : Math.max(opened.available(), connection.getContentLengthLong());
            return NAME + "%08x".formatted(mark);
        }
    }

    private void unpack(Path home) throws IOException {
        Path unfinished = Unfinished.under(under);
        try {
            try (InputStream bytes = archive.openStream();
                    var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bytes, 1 << 16)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(entry, tar, unfinished);
                }
            }
            mode(unfinished, true);
            // else a power cut could leave the name in place and the files empty; where sync is missing, so be it
            Command.run(List.of("sync", "-f", unfinished.toString()));
            moveInPlace(unfinished, home);
        } finally {
            Unfinished.delete(unfinished);
        }
    }

    /** Another JVM that shares the folder may have unpacked the same programs first. */
    private static void moveInPlace(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path root) throws IOException {
        Path target = inside(root, root.resolve(entry.getName()));
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            mode(target, true);
            return;
        }
        for (Path parent = target.getParent(); parent != null && !Files.exists(parent); parent = parent.getParent()) {
            Files.createDirectories(parent);
            mode(parent, true);
        }
        if (entry.isSymbolicLink()) {
            inside(root, target.resolveSibling(entry.getLinkName()));
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, target);
            mode(target, (entry.getMode() & 0100) != 0);
        }
    }

    private static Path inside(Path root, Path path) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(root)) {
            throw new IOException("the archive reaches outside its folder: " + path);
        }
        return normal;
    }

    /** Sets rights regardless of our umask: the server's account must be able to read. */
    private static void mode(Path path, boolean executable) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
