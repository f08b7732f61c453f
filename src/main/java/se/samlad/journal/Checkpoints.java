package se.samlad.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies every leaf and a {@link Checkpoint} to files in the data folder, every two seconds and at the end. By the checkpoint
 * {@link Verify} knows that nothing is missing at the end; by the leaves it knows which entry was changed. Also fills
 * {@link Tiles}.
 */
final class Checkpoints implements AutoCloseable {

    static final String FILE = "checkpoint";
    static final String LEAVES = "leaves";
    static final int LEAF = 32;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int SECONDS = 2;
    private static final int CHUNK = 20_000;

    private final DataSource database;
    private final Path folder;
    private final FileChannel leaves;
    private final Merkle tree;
    private final Tiles tiles;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private Checkpoints(DataSource database, Path folder, FileChannel leaves, Merkle tree) {
        this.database = database;
        this.folder = folder;
        this.leaves = leaves;
        this.tree = tree;
        this.tiles = new Tiles(database);
        this.thread = Thread.ofPlatform().name("journal-checkpoints").daemon().unstarted(this::follow);
    }

    /**
     * Continues from the files. Null, with a line in the log, where it can't: another process keeps them, they are damaged,
     * or they are of another journal. The files are then left as they are, for {@code verify} to judge.
     */
    static @Nullable Checkpoints start(DataSource database, Path folder) {
        try {
            Files.createDirectories(folder, Checkpoint.FOLDER_OURS_ALONE);
            var kept = Checkpoint.read(folder.resolve(FILE));
            var leaves = FileChannel.open(
                    folder.resolve(LEAVES),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    Checkpoint.OURS_ALONE);
            var checkpoints = new Checkpoints(database, folder, leaves, kept == null ? new Merkle() : kept.tree());
            if (checkpoints.canGoOn()) {
                checkpoints.thread.start();
                return checkpoints;
            }
            leaves.close();
        } catch (IOException | SQLException e) {
            LOG.error("no checkpoints are kept in {}: {}", folder, e.getMessage());
        }
        return null;
    }

    private boolean canGoOn() throws IOException, SQLException {
        if (!locked()) {
            LOG.warn("another process keeps the checkpoints in {}", folder);
            return false;
        }
        long end = tree.size() * LEAF;
        boolean same = leaves.size() >= end && (end == 0 || lastLeaf().equals(lastKept()));
        if (same) leaves.truncate(end);
        else LOG.error("the journal is not what the checkpoint in {} was kept of: see samlad verify", folder);
        return same;
    }

    private boolean locked() throws IOException {
        try {
            return leaves.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private ByteBuffer lastKept() throws IOException {
        var last = ByteBuffer.allocate(LEAF);
        leaves.read(last, (tree.size() - 1) * LEAF);
        return last.flip();
    }

    private ByteBuffer lastLeaf() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select leaf from entry where position = ?")) {
            query.setLong(1, tree.size());
            try (var row = query.executeQuery()) {
                return row.next() ? ByteBuffer.wrap(row.getBytes(1)) : ByteBuffer.allocate(0);
            }
        }
    }

    private void follow() {
        try {
            do {
                try {
                    keep();
                } catch (IOException | SQLException e) {
                    LOG.warn("the checkpoint waits: {}", e.getMessage());
                }
            } while (!closing.await(SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            LOG.debug("the checkpoints end");
        }
    }

    /** Adds what was recorded since the last time. */
    synchronized void keep() throws IOException, SQLException {
        long before;
        do {
            before = tree.size();
            append();
        } while (tree.size() - before == CHUNK);
        tiles.fill();
    }

    private void append() throws IOException, SQLException {
        var fresh = Checkpoint.of(tree).tree();
        var bytes = ByteBuffer.allocate(CHUNK * LEAF);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select leaf from entry where position > ? and position <= ? order by position")) {
            query.setLong(1, fresh.size());
            query.setLong(2, fresh.size() + CHUNK);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    fresh.append(rows.getBytes(1));
                    bytes.put(rows.getBytes(1));
                }
            }
        }
        if (fresh.size() == tree.size()) return;
        leaves.write(bytes.flip(), tree.size() * LEAF);
        leaves.force(true);
        Checkpoint.of(fresh).write(folder.resolve(FILE));
        tree.become(fresh);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
            keep();
            leaves.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | SQLException e) {
            LOG.warn("the last checkpoint is not the newest: {}", e.getMessage());
        }
    }
}
