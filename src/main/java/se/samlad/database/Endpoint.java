package se.samlad.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.ds.PGSimpleDataSource;

/** How to connect to the server: the port on loopback, and the password. */
record Endpoint(int port, String password) {

    static final String HOST = "127.0.0.1";

    /**
     * Below the ports that Linux gives to outgoing connections. In that range a client that keeps trying to reach a dead
     * server can end up connected to itself, and then holds the port.
     */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;
    private static final int SECONDS = 5;

    /** With a port that is free just now. */
    static Endpoint free(String password) {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port), 1);
                return new Endpoint(port, password);
            } catch (IOException taken) {
                continue;
            }
        }
        throw new ClusterFailed(
                "No port between " + LOWEST + " and " + HIGHEST + " on " + HOST + " is free for PostgreSQL");
    }

    String url(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    /** @throws SQLException where no server answers within seconds, or it refuses the password */
    void knock() throws SQLException {
        connect().close();
    }

    /** Creates our database where it is missing. */
    void ensure(String database) {
        try (Connection connection = connect();
                PreparedStatement asked = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            asked.setString(1, database);
            try (ResultSet found = asked.executeQuery();
                    Statement statement = connection.createStatement()) {
                if (!found.next()) {
                    statement.execute("CREATE DATABASE " + database);
                }
            }
        } catch (SQLException e) {
            throw new ClusterFailed("The database " + database + " could not be created: " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url("postgres"));
        source.setUser(Cluster.USER);
        source.setPassword(password);
        source.setConnectTimeout(SECONDS);
        source.setLoginTimeout(SECONDS);
        source.setSocketTimeout(60);
        return source.getConnection();
    }
}
