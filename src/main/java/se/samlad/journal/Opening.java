package se.samlad.journal;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Opens the journal with what the rooms contribute. */
@Configuration(proxyBeanMethods = false)
class Opening {

    @Bean
    @DependsOn("flywayInitializer")
    Journal journal(DataSource database, Clock clock, List<Facts> facts, List<View<?>> views, List<Across<?>> across) {
        return new Journal(database, clock, facts, views, across);
    }
}
