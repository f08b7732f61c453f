package se.samlad.journal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One connection of a pool that its user keeps between uses. The tail needs it: readers may hold all other connections while
 * they wait for the tail. A broken connection is replaced. For one thread, except that another may close it.
 */
final class OwnConnection extends AbstractDataSource implements AutoCloseable {

    private final DataSource pool;
    private volatile @Nullable Connection kept;

    OwnConnection(DataSource pool) {
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

    /** Gives the connection back to the pool. */
    @Override
    public void close() {
        var last = kept;
        kept = null;
        try {
            if (last != null) last.close();
        } catch (SQLException e) {
            // a broken connection can't be given back
        }
    }
}
