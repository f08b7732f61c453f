package se.samlad.session;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.credential.CredentialsChanged;

/**
 * Notifies the other nodes that a session has changed or ended, so that its streams there end within a second, and
 * receives such notices, also of accounts whose credentials changed.
 */
final class SessionNews implements SmartLifecycle, CredentialsChanged {

    private static final Logger LOG = LoggerFactory.getLogger(SessionNews.class);
    private static final int WAIT_MS = 5_000;
    private static final int VALID_SECONDS = 2;
    private static final long PAUSE_NANOS = 1_000_000_000;

    /** Receives the notices. */
    interface Listener {
        /** A session changed or ended on another node. */
        void session(String id);

        /** An account's credentials changed. */
        void account(String account);

        /** Notices may have been missed: anything may have changed. */
        void missed();
    }

    private final DataSource database;
    private final JdbcClient client;
    private final Listener listener;
    private final String node = UUID.randomUUID().toString();
    private volatile @Nullable Thread thread;

    SessionNews(DataSource database, Listener listener) {
        this.database = database;
        this.client = JdbcClient.create(database);
        this.listener = listener;
    }

    /** Never fails: a node that misses the notice finds out when its cache expires. */
    void tell(String session) {
        try {
            client.sql("select pg_notify('session', ?)")
                    .param(node + ' ' + session)
                    .query((row, n) -> "")
                    .single();
        } catch (DataAccessException e) {
            LOG.debug("could not notify the other nodes of a session: {}", e.getMessage());
        }
    }

    private void listen() {
        while (isRunning()) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("listen session");
                listener.missed();
                var notified = connection.unwrap(PGConnection.class);
                while (isRunning()) {
                    var news = notified.getNotifications(WAIT_MS);
                    if (news == null || news.length == 0) { // a dead connection is silent too
                        if (!connection.isValid(VALID_SECONDS)) break;
                        continue;
                    }
                    for (var each : news) heard(each.getParameter());
                }
            } catch (SQLException | RuntimeException e) {
                LOG.debug("not listening for sessions: {}", e.getMessage());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void heard(String news) {
        int space = news.indexOf(' ');
        // names no node, so that all nodes handle it
        if (news.startsWith(NOTICE)) listener.account(news.substring(NOTICE.length()));
        else if (space > 0 && !news.startsWith(node)) listener.session(news.substring(space + 1));
    }

    /** At once, before the database's notice arrives. */
    @Override
    public void accountChanged(String account) {
        listener.account(account);
    }

    @Override
    public void start() {
        var starting = Thread.ofPlatform().name("session-news").daemon().unstarted(this::listen);
        thread = starting;
        starting.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
