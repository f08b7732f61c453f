package se.samlad.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command {@code samlad verify}: computes every leaf and the tree again from the stored entries, and compares them with
 * what is stored and with the checkpoint outside the database. It changes nothing.
 */
public final class Verify {

    /** The files in the data folder that {@link #run} compares with, in the order in which a backup must copy them. */
    public static final List<String> KEPT = List.of(Checkpoints.FILE, Checkpoints.LEAVES);

    private static final int SOUND = 0;
    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;

    private final Checkpoint kept;
    private final InputStream keptLeaves;
    private final Merkle tree = new Merkle();
    private final Map<UUID, Long> origins = new HashMap<>();
    private final LeftBodies left = new LeftBodies();
    private long last = Long.MIN_VALUE;

    private Verify(Checkpoint kept, InputStream keptLeaves) {
        this.kept = kept;
        this.keptLeaves = keptLeaves;
    }

    /** The first fault. */
    private static final class Broken extends Exception {
        Broken(long position, String what) {
            super("position " + position + ": " + what, null, false, false);
        }
    }

    /**
     * Prints {@code N entries, root HASH}, or {@code position P} and what is wrong there.
     *
     * @param data the folder with the checkpoint; it need not exist
     * @return the exit status: 0, 1 where something is wrong, 2 where it could not be found out
     */
    public static int run(
            String jdbcUrl, @Nullable String user, @Nullable String password, Path data, PrintStream out) {
        var account = new Properties();
        if (user != null) account.setProperty("user", user);
        if (password != null) account.setProperty("password", password);
        try (var connection = DriverManager.getConnection(jdbcUrl, account);
                var beside = DriverManager.getConnection(jdbcUrl, account);
                var tiles = StoredTiles.open(beside)) {
            var kept = Checkpoint.read(data.resolve(Checkpoints.FILE));
            if (kept == null) kept = Checkpoint.EMPTY;
            try (var leaves = leaves(data.resolve(Checkpoints.LEAVES), kept)) {
                var tree = new Verify(kept, leaves).all(connection, tiles);
                out.println(tree.size() + " entries, root " + tree.rootHex());
                return SOUND;
            }
        } catch (Broken e) {
            out.println(e.getMessage());
            return BROKEN;
        } catch (IOException e) {
            out.println(e.getMessage());
            return BROKEN;
        } catch (SQLException e) {
            out.println("The journal can't be read: " + e.getMessage());
            return UNREADABLE;
        }
    }

    /** The kept leaves; none where they do not make the checkpoint's root. */
    private static InputStream leaves(Path file, Checkpoint kept) throws IOException {
        if (!Files.exists(file)) return new ByteArrayInputStream(new byte[0]);
        var tree = new Merkle();
        try (var all = new BufferedInputStream(Files.newInputStream(file))) {
            while (tree.size() < kept.size()) {
                byte[] leaf = all.readNBytes(Checkpoints.LEAF);
                if (leaf.length < Checkpoints.LEAF) break;
                tree.append(leaf);
            }
        }
        return tree.rootHex().equals(kept.root())
                ? new BufferedInputStream(Files.newInputStream(file))
                : new ByteArrayInputStream(new byte[0]);
    }

    private Merkle all(Connection connection, StoredTiles tiles) throws SQLException, IOException, Broken {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try (var query = connection.prepareStatement(Rows.IN_ORDER + StoredRow.ALL)) {
            query.setFetchSize(Rows.FETCH);
            var rows = Rows.firstResult(query);
            while (rows.next()) {
                check(rows);
                var wrong = tiles.wrongAfter(tree);
                if (wrong.isPresent())
                    throw new Broken(wrong.get(), "a stored hash of the tree is not what the entries make");
            }
        }
        if (tree.size() < kept.size())
            throw new Broken(
                    tree.size() + 1, "entries are missing at the end: the kept checkpoint covers " + kept.size());
        var undecided = left.firstWithoutDecision();
        if (undecided.isPresent())
            throw new Broken(undecided.get(), "what was recorded is gone, and no decision of disposal left this");
        return tree;
    }

    private void check(ResultSet stored) throws SQLException, IOException, Broken {
        long position = tree.size() + 1;
        StoredRow row;
        try {
            row = StoredRow.of(stored);
        } catch (RuntimeException e) {
            throw new Broken(position, "what is stored is no entry: " + e.getMessage());
        }
        if (row.position() != position)
            throw new Broken(position, "no entry is here; the next has position " + row.position());
        if (!row.isWhole()) throw new Broken(position, "what is stored is not what was recorded");
        long expected = origins.getOrDefault(row.origin(), 0L) + 1;
        if (row.originPosition() != expected)
            throw new Broken(
                    position,
                    "an entry was removed, put in or moved: " + row.originPosition() + " of its origin, not "
                            + expected);
        if (row.recordedAt() < last) throw new Broken(position, "recorded before the entry before it");
        origins.put(row.origin(), expected);
        last = row.recordedAt();
        left.check(row);
        compare(position, row.leaf());
    }

    private void compare(long position, byte[] leaf) throws IOException, Broken {
        tree.append(leaf);
        if (position > kept.size()) return;
        byte[] before = keptLeaves.readNBytes(Checkpoints.LEAF);
        if (before.length == Checkpoints.LEAF && !Arrays.equals(before, leaf))
            throw new Broken(position, "another entry was here when the checkpoint was kept");
        if (position == kept.size() && !tree.rootHex().equals(kept.root())) throw inRange();
    }

    /** Without kept leaves the checkpoint's peaks tell only in which range the fault is. */
    private Broken inRange() {
        var ranges = kept.ranges();
        for (int i = 0; i < ranges.size(); i++) {
            var range = ranges.get(i);
            if (!Arrays.equals(tree.peaks().get(i), kept.peaks().get(i)))
                return new Broken(range[0], "an entry from here to " + range[1] + " is not what it was");
        }
        return new Broken(1, "the root is not the kept one");
    }

    /** Checks the bodies that disposal left. Their own leaves do not cover them any more, but the decision says what is left. */
    private static final class LeftBodies {

        private record Left(long position, String body) {}

        private final JsonMapper json = new JsonMapper();
        private final Map<UUID, Left> undecided = new HashMap<>();

        void check(StoredRow row) {
            if (row.disposed()) undecided.put(row.id(), new Left(row.position(), row.body()));
            else if (row.kind().equals(Disposed.KIND)) decided(row);
        }

        private void decided(StoredRow row) {
            try {
                var decision = json.readValue(row.body(), Disposed.class);
                undecided.computeIfPresent(
                        decision.entry(), (id, left) -> left.body().equals(decision.left()) ? null : left);
            } catch (JacksonException e) {
                return; // such a decision decides nothing, so its entry is reported as undecided
            }
        }

        /** The first position whose body was removed without a decision, or is not what the decision left. */
        Optional<Long> firstWithoutDecision() {
            return undecided.values().stream().map(Left::position).min(Comparator.naturalOrder());
        }
    }
}
