package se.samlad.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The files and folders below the data folder. @param folder a real path */
record Layout(Path folder) {

    /** Makes the folders that are missing. Others may not even list them: names and sizes tell something too. */
    static Layout in(Path folder) {
        try {
            Layout layout = new Layout(folderAt(folder).toRealPath());
            folderAt(layout.pg());
            return layout;
        } catch (IOException e) {
            throw ClusterFailed.of("make the data folder", folder.toAbsolutePath(), e);
        }
    }

    private static Path folderAt(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        return path;
    }

    Path lock() {
        return folder.resolve("samlad.lock");
    }

    Path pg() {
        return folder.resolve("pg");
    }

    Path cluster() {
        return pg().resolve("cluster");
    }

    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    Path password() {
        return pg().resolve("password");
    }

    Path log() {
        return pg().resolve("server.log");
    }
}
