package se.samlad.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the stored hashes of {@link Tiles} with those that the entries make. Hashes that are not stored yet are no fault. */
final class StoredTiles implements AutoCloseable {

    private static final int FETCH = 256;

    private final ResultSet[] levels = new ResultSet[Merkle.LEVELS];
    private final boolean[] ended = new boolean[Merkle.LEVELS];

    private StoredTiles(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        for (int i = 0; i < levels.length; i++) {
            var query = connection.prepareStatement("select index, hash from tree_tile where level = ? order by index");
            query.closeOnCompletion();
            query.setFetchSize(FETCH);
            query.setInt(1, i + 1);
            levels[i] = query.executeQuery();
        }
    }

    static StoredTiles open(Connection connection) throws SQLException {
        return new StoredTiles(connection);
    }

    /** To be called after each leaf. The first position below a stored hash that is not what the leaves make; else empty. */
    Optional<Long> wrongAfter(Merkle tree) throws SQLException {
        for (int level = 1; level <= levels.length; level++) {
            byte[] made = tree.filled(level);
            if (made == null) return Optional.empty();
            long under = 1L << (level * Merkle.TILE);
            if (!matches(level - 1, tree.size() / under - 1, made)) return Optional.of(tree.size() - under + 1);
        }
        return Optional.empty();
    }

    private boolean matches(int level, long index, byte @Nullable [] made) throws SQLException {
        if (ended[level]) return true;
        var row = levels[level];
        if (!row.next()) {
            ended[level] = true;
            return true;
        }
        return row.getLong(1) == index && Arrays.equals(row.getBytes(2), made);
    }

    @Override
    public void close() throws SQLException {
        for (var level : levels) level.close();
    }
}
