package se.samlad.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * A Samlad in a JVM of its own, for tests that kill it: starts a cluster, writes a row, says so, and waits to be ended.
 * Closes by a shutdown hook, as the launcher does.
 */
final class Owner {

    static final String READY = "ready ";

    private Owner() {}

    /** Arguments: the data folder, and where the programs are unpacked. */
    public static void main(String[] args) throws Exception {
        Cluster cluster = Cluster.start(Path.of(args[0]), Path.of(args[1]), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        try (Connection connection =
                        DriverManager.getConnection(cluster.jdbcUrl(), cluster.user(), cluster.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('snö')");
        }
        System.out.println(READY + cluster.jdbcUrl());
        Thread.currentThread().join();
    }
}
