package se.samlad.account;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import se.samlad.journal.Journal;
import se.samlad.live.Streams;

/**
 * Puts what is remembered before what the database keeps. Made after all else has been configured, since the database's
 * own would not be made where there is another already.
 */
@AutoConfiguration(afterName = "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration")
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
