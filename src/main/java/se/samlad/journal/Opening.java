package se.samlad.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Opens the journal with what the rooms contribute. */
@Configuration(proxyBeanMethods = false)
class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int BROKEN = 70;
    private static final Duration ORDERLY = Duration.ofSeconds(20);

    /** Closed after the journal, so that the last checkpoint covers everything. */
    @Bean
    NodeCheckpoints keeping(DataSource database, @Value("${samlad.data:}") String folder) {
        return new NodeCheckpoints(folder.isEmpty() ? null : Checkpoints.start(database, Path.of(folder)));
    }

    /** @param checkpoints null where this node keeps none */
    record NodeCheckpoints(@Nullable Checkpoints checkpoints) implements AutoCloseable {
        @Override
        public void close() {
            if (checkpoints != null) checkpoints.close();
        }
    }

    /**
     * The reserve of the disk that the data folder lies on. Our own database lies there too.
     *
     * @param megabytes how much must remain free; 0: nothing is checked
     */
    @Bean
    Reserve reserve(@Value("${samlad.data:}") String folder, @Value("${samlad.disk-reserve-mb:200}") long megabytes) {
        return folder.isEmpty() || megabytes == 0
                ? Reserve.NONE
                : new Reserve(free(Path.of(folder)), megabytes << 20, Reserve.A_SECOND);
    }

    private static LongSupplier free(Path folder) {
        return () -> {
            try {
                return Files.exists(folder) ? Files.getFileStore(folder).getUsableSpace() : Long.MAX_VALUE;
            } catch (IOException e) {
                return Long.MAX_VALUE; // not known; a full disk is then an error of the database
            }
        };
    }

    @Bean
    Tree tree(DataSource database) {
        return new Tree(database, new Tiles(database), new Secrets(database).uuid("origin"));
    }

    @Bean
    @DependsOn("keeping")
    Journal journal(
            DataSource database, DisposalLogin disposal, Clock clock, Contributed contributed, Reserve reserve) {
        var journal = new Journal(database, disposal.source(), clock, contributed);
        journal.use(reserve);
        journal.onFatalError(Opening::end);
        return journal;
    }

    @Bean
    DisposalLogin disposalLogin(
            @Value("${spring.datasource.url}") String url,
            @Value("${samlad.disposal.username}") String user,
            @Value("${samlad.disposal.password}") String password) {
        return new DisposalLogin(url, user, password);
    }

    /** The database with the login that can dispose. It is seldom needed, so each use connects anew. */
    record DisposalLogin(String url, String user, String password) {

        private static final int SECONDS = 10;

        DataSource source() {
            var source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setUser(user);
            source.setPassword(password);
            source.setConnectTimeout(SECONDS);
            source.setSocketTimeout(SECONDS);
            return source;
        }
    }

    /** Ends the process with an exit code that makes its supervisor restart it; after 20 seconds without an orderly shutdown. */
    private static void end(Error error) {
        try {
            LOG.error("this node ends: it can't go on after an error of the writer or the tail", error);
            Thread.ofPlatform().start(() -> System.exit(BROKEN));
            Thread.ofPlatform().daemon().start(Opening::endAtOnce);
        } catch (Error also) {
            Runtime.getRuntime().halt(BROKEN);
        }
    }

    private static void endAtOnce() {
        try {
            Thread.sleep(ORDERLY);
        } catch (InterruptedException e) {
            return;
        }
        Runtime.getRuntime().halt(BROKEN);
    }

    @Bean
    Contributed contributed(List<Facts> facts, List<View<?>> views, List<Across<?>> across) {
        return new Contributed(facts, views, across);
    }
}
