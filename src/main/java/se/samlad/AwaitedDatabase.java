package se.samlad;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;
import se.samlad.database.Cluster;
import se.samlad.database.Schema;

/**
 * The database's address, as settings. It is opened, and its tables brought up to date, on a thread of its own while the
 * rest of the server gets ready; whoever asks for the address waits until that is done.
 */
final class AwaitedDatabase extends PropertySource<CompletableFuture<AwaitedDatabase.Opened>> implements AutoCloseable {

    private static final List<String> PREFIXES = List.of("spring.datasource.", "samlad.disposal.");

    /** @param cluster ours, or null where the database is another's */
    record Opened(@Nullable Cluster cluster, Map<String, String> settings) {}

    private AwaitedDatabase(CompletableFuture<Opened> coming) {
        super("database", coming);
    }

    static AwaitedDatabase opening(Serve.Options options, PrintStream out) {
        var coming = new CompletableFuture<Opened>();
        Thread.ofPlatform().name("opening").start(() -> {
            try {
                coming.complete(options.db() == null ? ours(options, out) : anothers(options.db()));
            } catch (Throwable e) { // whoever waits must be told, whatever it is
                coming.completeExceptionally(e);
            }
        });
        return new AwaitedDatabase(coming);
    }

    private static Opened anothers(String url) {
        return new Opened(null, Schema.migrate(url, null, null).settings());
    }

    private static Opened ours(Serve.Options options, PrintStream out) {
        var cluster = Cluster.start(options.data(), step -> out.println("  " + step));
        try {
            var logins = Schema.migrate(cluster.jdbcUrl(), cluster.user(), cluster.password());
            return new Opened(cluster, logins.settings());
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** @throws CompletionException where the database could not be opened, with why */
    @Override
    public @Nullable Object getProperty(String name) {
        return PREFIXES.stream().anyMatch(name::startsWith)
                ? getSource().join().settings().get(name)
                : null;
    }

    /** Why it could not be opened; empty where it is open or still being opened. */
    Optional<Throwable> failure() {
        return getSource().isCompletedExceptionally() ? Optional.of(getSource().exceptionNow()) : Optional.empty();
    }

    /** Ends our own database, also where it is just being opened. */
    @Override
    public void close() {
        try {
            var cluster = getSource().join().cluster();
            if (cluster != null) cluster.close();
        } catch (CompletionException | CancellationException e) {
            // it was never open
        }
    }
}
