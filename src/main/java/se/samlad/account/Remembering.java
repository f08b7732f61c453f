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
        static Sessions of(SessionRepository<Session> kept, Clock clock, Journal journal, Around around) {
            var both = new Sessions[1];
            var news = new SessionNews(around.database(), new SessionNews.Told() {
                @Override
                public void session(String id) {
                    both[0].remembered().forget(id);
                    around.streams().sessionChanged(id);
                }

                @Override
                public void account(String account) {
                    around.generations().forget(account);
                    around.tokens().forget(account);
                    around.streams().accountChanged(account);
                }

                @Override
                public void missed() {
                    around.generations().forgetAll();
                    around.tokens().forgetAll();
                }
            });
            both[0] = new Sessions(
                    new RememberedSessions<>(
                            kept,
                            clock,
                            news::tell,
                            () -> journal.awaySince().isPresent(),
                            around.generations()::isCurrent),
                    news);
            return both[0];
        }
    }

    /** What sessions and tokens go by, and what ends with them. */
    record Around(DataSource database, Generations generations, Tokens tokens, Streams streams) {}

    @Bean
    Around around(DataSource database, Generations generations, Tokens tokens, Streams streams) {
        return new Around(database, generations, tokens, streams);
    }

    @Bean
    Generations generations(Accounts accounts) {
        return new Generations(accounts::generation);
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
    Sessions sessions(JdbcIndexedSessionRepository kept, Clock clock, Journal journal, Around around) {
        return Sessions.of((SessionRepository<Session>) (SessionRepository<?>) kept, clock, journal, around);
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
