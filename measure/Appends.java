package measure;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import se.samlad.database.Cluster;
import se.samlad.database.Logins;
import se.samlad.database.Schema;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Contributed;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;

/** Compares appending through the journal with inserting the same rows by plain JDBC, one commit each, in the same database. */
final class Appends implements AutoCloseable {

    /** A database of our own with the journal's tables. */
    static final class Own implements AutoCloseable {
        private final Cluster cluster;
        private final Logins logins;

        Own(Path data) {
            cluster = Cluster.start(data, step -> {});
            logins = Schema.migrate(cluster.jdbcUrl(), cluster.user(), cluster.password());
        }

        String url() {
            return cluster.jdbcUrl();
        }

        String user() {
            return cluster.user();
        }

        String password() {
            return cluster.password();
        }

        /** A pool with the login of the server. */
        HikariDataSource asApplication() {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(url());
            pool.setUsername(logins.application().user());
            pool.setPassword(logins.application().password());
            return pool;
        }

        @Override
        public void close() {
            cluster.close();
        }
    }

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 10;
    private static final double ALONE_MS = 0.5;
    private static final String TEXT = "Väg 76 är avstängd mellan Norrtälje och Edsbro. Två bussar har fastnat.";
    private final Own database;
    private final HikariDataSource pool;
    private final Journal journal;

    Appends(Path data) throws Exception {
        database = new Own(data);
        pool = database.asApplication();
        pool.setMaximumPoolSize(40);
        journal = new Journal(pool, pool, Clock.systemUTC(), new Contributed(List.of(new Facts(IncidentFact.class)), List.of(), List.of()));
        try (var c = connection()) {
            Plain.table(c);
        }
    }

    private Connection connection() throws Exception {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** Measures both in alternating rounds, after a warm-up. Each caller of plain JDBC has a connection of its own. */
    void run(Table table, int callers, int times) throws Exception {
        var ours = new Rounds();
        var plain = new Rounds();
        var own = new ArrayList<Connection>();
        try {
            for (int c = 0; c < callers; c++) own.add(connection());
            for (int i = 0; i < WARM_UP; i++) {
                ours(callers, times);
                plain(own, times);
            }
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(() -> ours(callers, times / ROUNDS));
                plain.add(() -> plain(own, times / ROUNDS));
            }
        } finally {
            for (var each : own) each.close();
        }
        double p50 = ours.figures().p50();
        table.row("append, %d callers, p50".formatted(callers), p50, plain.figures().p50(), "ms");
        if (callers == 1) table.bound("append, alone, more than that", p50 - plain.figures().p50(), ALONE_MS, "ms");
        table.row("append, %d callers, p99".formatted(callers), ours.figures().p99(), plain.figures().p99(), "ms");
        table.row("append, %d callers, a second".formatted(callers), ours.aSecond(), plain.aSecond(), "");
    }

    /** The samples of one side. */
    private static final class Rounds {
        private final List<long[]> samples = new ArrayList<>();
        private long nanos;

        void add(Callable<long[]> round) throws Exception {
            long began = System.nanoTime();
            samples.add(round.call());
            nanos += System.nanoTime() - began;
        }

        Figures figures() {
            return new Figures(samples.stream().flatMapToLong(Arrays::stream).toArray());
        }

        double aSecond() {
            return samples.stream().mapToInt(round -> round.length).sum() / (nanos / 1e9);
        }
    }

    /**
     * Compares our appending, while the search table is filled, with plain inserts from a pool of connections that the callers
     * share. Both run in alternating rounds, after a warm-up.
     */
    void pooled(Table table, int callers, int connections, int times, int rounds) throws Exception {
        double[] ours = new double[rounds];
        double[] plain = new double[rounds];
        try (var shared = pool(connections)) {
            caughtUp();
            for (int round = -WARM_UP; round < rounds; round++) {
                long began = System.nanoTime();
                try (var filling = new SearchTable(pool, journal)) {
                    ours(callers, times);
                    if (round >= 0) ours[round] = times / ((System.nanoTime() - began) / 1e9);
                }
                began = System.nanoTime();
                plain(callers, times, shared);
                if (round >= 0) plain[round] = times / ((System.nanoTime() - began) / 1e9);
            }
        }
        table.rate("append, %d callers, a second (%d connections beside)".formatted(callers, connections),
                median(ours), median(plain), "", 1.3);
    }

    /** Fills the search table first, so that only what is appended here is filled during the measurement. */
    private void caughtUp() throws Exception {
        try (var filling = new SearchTable(pool, journal);
                var connection = connection()) {
            SearchTable.awaitFilled(connection);
        }
    }

    private static double median(double[] all) {
        var sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private HikariDataSource pool(int connections) {
        var shared = new HikariDataSource();
        shared.setJdbcUrl(database.url());
        shared.setUsername(database.user());
        shared.setPassword(database.password());
        shared.setMaximumPoolSize(connections);
        shared.setMinimumIdle(connections);
        return shared;
    }

    private void plain(int callers, int times, HikariDataSource shared) throws Exception {
        each(callers, times, () -> () -> {
            try (var connection = shared.getConnection()) {
                insert(connection);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long[] ours(int callers, int times) throws Exception {
        var stream = UUID.randomUUID();
        var by = new By("taby.tib", "taby", "tib");
        var labels = Labels.of("actor:taby", "incident:" + stream);
        return each(callers, times, () -> () -> journal.record(by, new Once(UUID.randomUUID(), "0".repeat(64)), facing ->
                List.of(Draft.on(stream, stream, new IncidentFact.Retitled(TEXT, "Mätning"), labels))));
    }

    private static long[] plain(List<Connection> own, int times) throws Exception {
        var next = own.iterator();
        return each(own.size(), times, () -> {
            var connection = next.next();
            return () -> insert(connection);
        });
    }

    private static void insert(Connection connection) {
        try {
            Plain.insert(connection, Draft.newId(), "{\"title\":\"" + TEXT + "\",\"reason\":\"Mätning\"}");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each caller has a virtual thread, as each request in the server has. */
    private static long[] each(int callers, int times, Callable<Runnable> work) throws Exception {
        var samples = new long[times];
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> all = new ArrayList<>();
            for (int c = 0; c < callers; c++) {
                var one = work.call();
                all.add(() -> {
                    for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                        long began = System.nanoTime();
                        one.run();
                        samples[i] = System.nanoTime() - began;
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(all)) done.get();
        }
        return samples;
    }

    @Override
    public void close() {
        journal.close();
        pool.close();
        database.close();
    }
}
