package se.samlad.account;

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

/**
 * Tells the other nodes that a session has changed or ended, so that its streams there end within the second too; and
 * hears of accounts whose credentials changed.
 */
final class SessionNews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SessionNews.class);
    private static final int WAIT_MS = 5_000;
    private static final int VALID_SECONDS = 2;
    private static final long PAUSE_NANOS = 1_000_000_000;

    /** Before an account's name: its credentials have changed. From no node in particular, so that all hear it. */
    static final String OF_ACCOUNT = "* account ";

    /** What is heard of. */
    interface Told {
        /** Another node's session changed or ended. */
        void session(String id);

        /** An account's credentials changed. */
        void account(String account);

        /** Nothing was heard for a while: anything may have changed. */
        void missed();
    }

    private final DataSource database;
    private final JdbcClient client;
    private final Told told;
    private final String node = UUID.randomUUID().toString();
    private volatile @Nullable Thread thread;

    SessionNews(DataSource database, Told told) {
        this.database = database;
        this.client = JdbcClient.create(database);
        this.told = told;
    }

    /** Never fails: a node that is not told finds out by itself, somewhat later. */
    void tell(String session) {
        try {
            client.sql("select pg_notify('session', ?)")
                    .param(node + ' ' + session)
                    .query((row, n) -> "")
                    .single();
        } catch (DataAccessException e) {
            LOG.debug("the other nodes were not told of a session: {}", e.getMessage());
        }
    }

    private void listen() {
        while (isRunning()) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("listen session");
                told.missed();
                var notified = connection.unwrap(PGConnection.class);
                while (isRunning()) {
                    var news = notified.getNotifications(WAIT_MS);
                    if (news == null || news.length == 0) { // nothing is heard on a line that is dead, either
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
        if (news.startsWith(OF_ACCOUNT)) told.account(news.substring(OF_ACCOUNT.length()));
        else if (space > 0 && !news.startsWith(node)) told.session(news.substring(space + 1));
    }

    /** On this node, which does not wait until it hears of it. */
    void accountChanged(String account) {
        told.account(account);
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
