package measure;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The suite's folder, its lock and its table. */
final class Site {

    final Path root;
    final Table table = new Table();
    private final Path folder;
    private final FileLock mine;
    private final Map<Integer, Filled> filled = new HashMap<>();

    Site(Path root) throws IOException {
        this.root = root;
        this.folder = Files.createDirectories(root.resolve(".samlad"));
        this.mine = FileChannel.open(folder.resolve("measuring"), StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
        if (mine == null) throw new IOException("another ./bench runs here, and two would measure each other");
        try (var left = Files.newDirectoryStream(folder, "bench-*")) { // by a run that was ended
            for (var each : left) delete(each);
        }
    }

    /** The path of a data folder, without anything there. */
    Path fresh(String name) throws IOException {
        var data = folder.resolve(name);
        delete(data);
        return data;
    }

    /** A lifelike journal of so many entries, a tenth of them in one incident: made once in each run of the suite. */
    Filled filled(int entries) throws Exception {
        var known = filled.get(entries);
        if (known != null) return known;
        var made = Filled.make(this, entries);
        filled.put(entries, made);
        return made;
    }

    /** Deletes the filled journals, which are large. */
    void clear() throws IOException {
        for (var each : filled.values()) delete(each.data());
        filled.clear();
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
