package se.samlad.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The tree's stored hashes: the roots of its full subtrees of 256, 65,536 and 16,777,216 entries. Several nodes may store
 * them at once, for all store the same.
 */
final class Tiles {

    static final int WIDTH = 1 << Merkle.TILE;
    private static final int TOGETHER = 64;

    private final DataSource database;

    Tiles(DataSource database) {
        this.database = database;
    }

    /** Stores the roots of all full subtrees that are not stored yet. */
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

    /** Stores the next hashes of a level. @return how many, at most {@link #TOGETHER} */
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

    /** The leaves (level 0) or the stored hashes of a level, from an index up to the first hole, at most so many. */
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

    /** The root over subtrees of equal size. @param hashes of the subtrees; their number is a power of two */
    static byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) return hashes.getFirst();
        int half = hashes.size() / 2;
        return Merkle.join(root(hashes.subList(0, half)), root(hashes.subList(half, hashes.size())));
    }
}
