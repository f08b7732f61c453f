package se.samlad.edge;

import java.util.LinkedHashSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import se.samlad.edge.Caller.Resource;

/**
 * Limits open connections. A connection counts for an account from the account's first request on it. Where one address
 * has too many connections without an account, its oldest is closed for its newest, so that no stranger locks out
 * others at the same address.
 */
final class Connections implements Connection.Listener {

    private final int strangersAnAddress;
    private final Identification identification;
    private final ConcurrentMap<String, LinkedHashSet<Connection>> strangers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Connection, Caller> accounts = new ConcurrentHashMap<>();

    Connections(int strangersAnAddress, Identification identification) {
        this.strangersAnAddress = strangersAnAddress;
        this.identification = identification;
    }

    @Override
    public void onOpened(Connection connection) {
        var address = address(connection);
        if (address == null) return;
        var oldest = new Connection[1];
        strangers.compute(address, (same, all) -> {
            var open = all == null ? new LinkedHashSet<Connection>() : all;
            open.add(connection);
            if (open.size() > strangersAnAddress) oldest[0] = open.removeFirst();
            return open;
        });
        if (oldest[0] != null) oldest[0].getEndPoint().close();
    }

    @Override
    public void onClosed(Connection connection) {
        forgetStranger(connection);
        var account = accounts.remove(connection);
        if (account != null) account.release(Resource.CONNECTION, 1);
    }

    /** Whether the account may use one more connection. A connection that was allowed stays allowed. */
    boolean isLet(Request request, Caller account) {
        var connection = request.getConnectionMetaData().getConnection();
        if (connection == null || accounts.containsKey(connection)) return true;
        if (!account.tryHold(Resource.CONNECTION, 1)) return false;
        accounts.put(connection, account);
        forgetStranger(connection);
        if (!connection.getEndPoint().isOpen()) onClosed(connection);
        return true;
    }

    private void forgetStranger(Connection connection) {
        var address = address(connection);
        if (address == null) return;
        strangers.computeIfPresent(address, (same, open) -> {
            open.remove(connection);
            return open.isEmpty() ? null : open;
        });
    }

    /**
     * Null for connections that are not counted: those from our own proxies, and the TLS layer over a connection that
     * is counted already.
     */
    private @Nullable String address(Connection connection) {
        return connection instanceof SslConnection ? null : identification.stranger(connection);
    }
}
