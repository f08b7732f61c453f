package se.samlad.scenes;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import se.samlad.database.Cluster;
import se.samlad.database.Logins;
import se.samlad.database.Schema;

/** One PostgreSQL for a test run, and databases of one's own in it with all migrations run. */
public final class Ground {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static Ground ground;

    private final Path folder;
    private final Cluster cluster;
    private final Logins logins;
    private final Deque<Runnable> ends = new ConcurrentLinkedDeque<>();

    private Ground() throws IOException {
        folder = Files.createTempDirectory("samlad-tests").toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        cluster = Cluster.start(folder.resolve("data"), step -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        execute("postgres", "create database " + TEMPLATE);
        logins = Schema.migrate(url(TEMPLATE), cluster.user(), cluster.password());
        neverWaitForTheDisk();
    }

    /** How long a disk takes that others use too would be chance. What ends with the power is tried with clusters apart. */
    private void neverWaitForTheDisk() {
        execute("postgres", "alter role " + logins.application().user() + " set synchronous_commit = off");
    }

    public static synchronized Ground here() {
        try {
            if (ground == null) ground = new Ground();
            return ground;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name of a new database, as empty as after the first start. */
    public synchronized String database() {
        var name = "t" + COUNT.incrementAndGet();
        execute("postgres", "create database " + name + " template " + TEMPLATE + " strategy file_copy");
        return name;
    }

    public void drop(String database) {
        execute("postgres", "drop database if exists " + database + " with (force)");
    }

    public String url(String database) {
        return cluster.jdbcUrl().replaceFirst("/[^/]*$", "/" + database);
    }

    /** Who owns the tables. */
    public String user() {
        return cluster.user();
    }

    public String password() {
        return cluster.password();
    }

    /** The settings of a server that works on the database. */
    public Map<String, String> settings(String database) {
        return new Logins(url(database), logins.application(), logins.disposal()).settings();
    }

    public Path folder() {
        return folder;
    }

    /** As the application reads and writes: in its own role, which can't change what was recorded. */
    public HikariDataSource asApplication(String database) {
        var config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername(logins.application().user());
        config.setPassword(logins.application().password());
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** As one who may do anything, to break what the tests then find broken. */
    public PGSimpleDataSource asSuperuser(String database) {
        return by(database, cluster.user(), cluster.password());
    }

    /** By the login that can dispose of what was decided, and do nothing else. */
    public PGSimpleDataSource asDisposal(String database) {
        return by(database, logins.disposal().user(), logins.disposal().password());
    }

    private PGSimpleDataSource by(String database, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    public void execute(String database, String sql) {
        try (var connection = asSuperuser(database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Ends something that leans on the database before the database ends, the last begun first. */
    public synchronized void atEnd(Runnable end) {
        ends.addFirst(end);
    }

    /** It has ended by itself: nothing is kept of it. */
    public synchronized void ended(Runnable end) {
        ends.remove(end);
    }

    private void end() {
        ends.forEach(Runnable::run);
        cluster.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
