package se.samlad.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Removes the bodies that recorded decisions dispose of, with a database role that can do nothing else. Every node does so
 * when it meets the decision and again at its start, since a node may end between decision and removal. Repeating changes
 * nothing.
 */
final class Disposals {

    private final DataSource database;
    private final DataSource disposing;

    /** @param disposing logs in with the role that can dispose, and do nothing else */
    Disposals(DataSource database, DataSource disposing) {
        this.database = database;
        this.disposing = disposing;
    }

    /** @throws Unavailable where it can't be done just now */
    void carryOut(UUID decision) {
        try {
            carryOut(List.of(decision));
        } catch (SQLException e) {
            throw new Unavailable("what was decided can't be disposed of", e);
        }
    }

    /** Carries out all decisions that were ever recorded. */
    void carryOutAll() {
        try (var connection = database.getConnection()) {
            carryOut(decisions(connection));
        } catch (SQLException e) {
            throw new Unavailable("what was decided can't be disposed of", e);
        }
    }

    private static List<UUID> decisions(Connection connection) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var query = connection.prepareStatement("select id from entry where kind = ? order by position")) {
            query.setString(1, Disposed.KIND);
            try (var rows = query.executeQuery()) {
                while (rows.next()) ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private void carryOut(List<UUID> decisions) throws SQLException {
        if (decisions.isEmpty()) return;
        try (var connection = disposing.getConnection();
                var patience = connection.createStatement();
                var call = connection.prepareStatement("select journal_dispose(?)")) {
            connection.setAutoCommit(false);
            patience.execute("set local lock_timeout = '5s'");
            for (var decision : decisions) {
                call.setObject(1, decision);
                call.execute();
            }
            connection.commit();
        }
    }

    boolean isDone(UUID entry) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select content is not null from entry where id = ?")) {
            query.setObject(1, entry);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new Unavailable("the journal can't be read", e);
        }
    }
}
