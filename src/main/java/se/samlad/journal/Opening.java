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

    /** Closed after the journal, so that the last checkpoint has all that was written. */
    @Bean
    Keeping keeping(DataSource database, @Value("${samlad.data:}") String folder) {
        return new Keeping(folder.isEmpty() ? null : Checkpoints.start(database, Path.of(folder)));
    }

    /** The checkpoints of this node, where it keeps any. */
    record Keeping(@Nullable Checkpoints checkpoints) implements AutoCloseable {
        @Override
        public void close() {
            if (checkpoints != null) checkpoints.close();
        }
    }

    /**
     * Of the disk that the data folder lies on, which is the database's where it is our own.
     *
     * @param megabytes how much must stay free; 0: nothing is looked at
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
                return Long.MAX_VALUE; // what can't be seen is no reason to refuse: the database will say
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
        journal.keep(reserve);
        journal.end(Opening::end);
        return journal;
    }

    @Bean
    DisposalLogin disposalLogin(
            @Value("${spring.datasource.url}") String url,
            @Value("${samlad.disposal.username}") String user,
            @Value("${samlad.disposal.password}") String password) {
        return new DisposalLogin(url, user, password);
    }

    /** The database, by the login that can dispose: needed seldom, so each time anew. */
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

    /** As a process that broke, so that whoever keeps it running starts it anew; at once where it can't be done in order. */
    private static void end(Error error) {
        try {
            LOG.error("this node ends: it can't go on writing", error);
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
