package se.samlad.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Opens the journal with what the rooms contribute. */
@Configuration(proxyBeanMethods = false)
class Opening {

    /** Closed after the journal, so that the last checkpoint has all that was written. */
    @Bean
    @DependsOn("flywayInitializer")
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

    @Bean
    @DependsOn("flywayInitializer")
    Tree tree(DataSource database) {
        return new Tree(database, new Tiles(database), new Secrets(database).uuid("origin"));
    }

    @Bean
    @DependsOn({"flywayInitializer", "keeping"})
    Journal journal(DataSource database, Clock clock, List<Facts> facts, List<View<?>> views, List<Across<?>> across) {
        return new Journal(database, clock, facts, views, across);
    }
}
