package se.samlad.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Stores the hashes of the tree's full subtrees of 256, 65,536 and 16,777,216 entries. Several nodes may do so at once:
 * what one has stored another would have stored the same.
 */
final class Tiles {

    static final int WIDTH = 1 << Merkle.TILE;
    private static final int TOGETHER = 64;

    private final DataSource database;

    Tiles(DataSource database) {
        this.database = database;
    }

    /** Goes on from what is stored, a bounded number at a time, until all that is full is stored. */
    synchronized void fill() throws SQLException {
        try (var connection = database.getConnection()) {
            for (int level = 1; level <= Merkle.LEVELS; level++) {
                long next = next(connection, level);
                int stored;
                do {
                    stored = store(connection, level, next);
                    next += stored;
                } while (stored == TOGETHER);
            }
        }
    }

    private static long next(Connection connection, int level) throws SQLException {
        try (var query = connection.prepareStatement(
                "select coalesce(max(index) + 1, 0) from tree_tile where level = " + level)) {
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Stores the next of the level. @return how many there were, at most {@link #TOGETHER} */
    private static int store(Connection connection, int level, long first) throws SQLException {
        var below = hashes(connection, level - 1, first * WIDTH, TOGETHER * WIDTH);
        int full = below.size() / WIDTH;
        if (full == 0) return 0;
        try (var insert =
                connection.prepareStatement("insert into tree_tile values (?, ?, ?) on conflict do nothing")) {
            for (int i = 0; i < full; i++) {
                insert.setInt(1, level);
                insert.setLong(2, first + i);
                insert.setBytes(3, root(below.subList(i * WIDTH, (i + 1) * WIDTH)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return full;
    }

    /** The leaves (level 0) or the stored hashes of a level from an index on, in order, with no hole, at most so many. */
    static List<byte[]> hashes(Connection connection, int level, long from, int atMost) throws SQLException {
        var found = new ArrayList<byte[]>();
        try (var query = range(connection, level, from, atMost);
                var rows = query.executeQuery()) {
            while (rows.next() && rows.getLong(1) == from + found.size()) found.add(rows.getBytes(2));
        }
        return found;
    }

    private static PreparedStatement range(Connection connection, int level, long from, int atMost)
            throws SQLException {
        var query = connection.prepareStatement(
                level == 0
                        ? "select position - 1, leaf from entry where position > ? and position <= ? order by position"
                        : "select index, hash from tree_tile where level = " + level
                                + " and index >= ? and index < ? order by index");
        query.setLong(1, from);
        query.setLong(2, from + atMost);
        return query;
    }

    /** The root over the hashes of equal subtrees, as many as a power of two. */
    static byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) return hashes.getFirst();
        int half = hashes.size() / 2;
        return Merkle.join(root(hashes.subList(0, half)), root(hashes.subList(half, hashes.size())));
    }
}
