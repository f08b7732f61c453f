package se.samlad.account;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FlushMode;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.samlad.journal.Journal;
import se.samlad.live.Streams;

/** The sessions: what the database keeps, and what is remembered before it. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class Remembering {

    /** Both know each other: what one remembers ends by the other's news. */
    record Sessions(RememberedSessions<Session> remembered, SessionNews news) {
        static Sessions of(
                SessionRepository<Session> kept, Clock clock, Journal journal, DataSource database, Streams streams) {
            var both = new Sessions[1];
            var news = new SessionNews(database, id -> {
                both[0].remembered().forget(id);
                streams.sessionChanged(id);
            });
            both[0] = new Sessions(
                    new RememberedSessions<>(
                            kept, clock, news::tell, () -> journal.awaySince().isPresent()),
                    news);
            return both[0];
        }
    }

    /** By hand, since what Spring makes reads some hundred databases' error codes first, at every start. */
    @Bean
    JdbcIndexedSessionRepository kept(
            DataSource database,
            PlatformTransactionManager transactions,
            @Value("${spring.session.timeout}") Duration age) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var kept = new JdbcIndexedSessionRepository(new JdbcTemplate(database), apart);
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(kept);
        kept.setDefaultMaxInactiveInterval(age);
        // so that a stream is told of a change in its session after it is kept, and not before
        kept.setFlushMode(FlushMode.IMMEDIATE);
        return kept;
    }

    @Bean
    @SuppressWarnings("unchecked")
    Sessions sessions(
            JdbcIndexedSessionRepository kept, Clock clock, Journal journal, DataSource database, Streams streams) {
        return Sessions.of((SessionRepository<Session>) (SessionRepository<?>) kept, clock, journal, database, streams);
    }

    /** Of a type without wildcards: else Spring, which is asked for a repository of some session, passes it over. */
    @Bean
    @Primary
    RememberedSessions<Session> rememberedSessions(Sessions sessions) {
        return sessions.remembered();
    }

    @Bean
    SessionNews sessionNews(Sessions sessions) {
        return sessions.news();
    }
}
