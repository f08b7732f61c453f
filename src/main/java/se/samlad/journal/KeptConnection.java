package se.samlad.journal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One connection of a pool, kept between its uses by somebody who must not wait until those give theirs back who may be waiting
 * for it. Another is taken when it has broken. For one thread, but for the closing.
 */
final class KeptConnection extends AbstractDataSource implements AutoCloseable {

    private final DataSource pool;
    private volatile @Nullable Connection kept;

    KeptConnection(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var there = kept;
        if (there == null || there.isClosed()) {
            there = pool.getConnection();
            kept = there;
        }
        return new SingleConnectionDataSource(there, true).getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return pool.getConnection(user, password);
    }

    /** Gives it back. */
    @Override
    public void close() {
        var last = kept;
        kept = null;
        try {
            if (last != null) last.close();
        } catch (SQLException e) {
            // it was broken already
        }
    }
}
