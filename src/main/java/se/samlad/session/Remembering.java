package se.samlad.session;

import com.github.benmanes.caffeine.cache.Ticker;
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
import se.samlad.credential.Accounts;
import se.samlad.journal.Journal;
import se.samlad.live.Streams;

/** Sets up sessions: the store in the database and the cache before it. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class Remembering {

    /** The cache and the notices, which refer to each other: a notice ends what is cached. */
    record Sessions(RememberedSessions<Session> remembered, SessionNews news) {
        static Sessions of(
                SessionRepository<Session> kept,
                Clock clock,
                Journal journal,
                Dependents dependents,
                Duration longest) {
            var both = new Sessions[1];
            var news = new SessionNews(dependents.database(), new SessionNews.Listener() {
                @Override
                public void session(String id) {
                    both[0].remembered().forget(id);
                    dependents.streams().sessionChanged(id);
                }

                @Override
                public void account(String account) {
                    dependents.generations().forget(account);
                    dependents.tokens().forget(account);
                    dependents.streams().accountChanged(account);
                }

                @Override
                public void missed() {
                    dependents.generations().forgetAll();
                    dependents.tokens().forgetAll();
                }
            });
            both[0] = new Sessions(
                    new RememberedSessions<>(
                            kept,
                            clock,
                            news::tell,
                            () -> journal.awaySince().isPresent(),
                            session -> isYoung(session, clock, longest)
                                    && dependents.generations().isCurrent(session)),
                    news);
            return both[0];
        }

        /** A session ends at its age, however much it is used. */
        private static boolean isYoung(Session session, Clock clock, Duration longest) {
            return clock.instant().isBefore(session.getCreationTime().plus(longest));
        }
    }

    /** What else holds state by session or account, and is dropped with it. */
    record Dependents(DataSource database, Generations generations, Tokens tokens, Streams streams) {}

    @Bean
    Dependents dependents(DataSource database, Generations generations, Tokens tokens, Streams streams) {
        return new Dependents(database, generations, tokens, streams);
    }

    @Bean
    Ticker ticker() {
        return Ticker.systemTicker();
    }

    @Bean
    Generations generations(Accounts accounts, Ticker ticker) {
        return new Generations(accounts::generation, ticker);
    }

    /** Built by hand: Spring's own set-up reads the error codes of a hundred databases at every start. */
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
        // a stream must hear of a change in its session after the change is written, not before
        kept.setFlushMode(FlushMode.IMMEDIATE);
        return kept;
    }

    @Bean
    @SuppressWarnings("unchecked")
    Sessions sessions(
            JdbcIndexedSessionRepository kept,
            Clock clock,
            Journal journal,
            Dependents dependents,
            @Value("${samlad.session.longest}") Duration longest) {
        return Sessions.of(
                (SessionRepository<Session>) (SessionRepository<?>) kept, clock, journal, dependents, longest);
    }

    /** Declared without wildcards; otherwise Spring does not find it as a repository of sessions. */
    @Bean
    @Primary
    RememberedSessions<Session> rememberedSessions(Sessions sessions) {
        return sessions.remembered();
    }

    @Bean
    SessionNews sessionNews(Sessions sessions) {
        return sessions.news();
    }

    @Bean
    Ending ending(
            Sessions sessions,
            JdbcIndexedSessionRepository kept,
            Streams streams,
            @Value("${spring.session.timeout}") Duration idle,
            @Value("${samlad.session.longest}") Duration longest) {
        return new Ending(sessions.remembered(), kept, streams, idle.compareTo(longest) < 0 ? idle : longest);
    }
}
