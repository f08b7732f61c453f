package se.samlad.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import se.samlad.edge.Callers.Credentials;
import se.samlad.edge.Callers.Known;
import se.samlad.web.Proxies;

/** Finds out who a request comes from: its account by its credentials, else its address. */
final class Identification {

    private static final int IPV4 = 4;
    private static final int PREFIX = 8;
    private static final String BEARER = "Bearer ";
    private static final Credentials NONE = new Credentials(null, null);

    private final Callers callers;
    private final Proxies proxies;
    private final String sessionCookie;

    /** @param sessionCookie the name of the cookie that a session's id comes in */
    Identification(Callers callers, Proxies proxies, String sessionCookie) {
        this.callers = callers;
        this.proxies = proxies;
        this.sessionCookie = sessionCookie;
    }

    Credentials credentials(Request request) {
        var headers = request.getHeaders();
        var authorization = headers.get(HttpHeader.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            return new Credentials(authorization.substring(BEARER.length()).strip(), null);
        if (!headers.contains(HttpHeader.COOKIE)) return NONE;
        for (var cookie : Request.getCookies(request))
            if (cookie.getName().equals(sessionCookie)) return new Credentials(null, cookie.getValue());
        return NONE;
    }

    /** Empty where {@link #ask} must be called. Never blocks. */
    Optional<Known> remembered(Credentials credentials) {
        return credentials.none() ? Optional.of(Known.STRANGER) : callers.remembered(credentials);
    }

    Known ask(Credentials credentials) {
        return callers.ask(credentials);
    }

    /** The client's address, read through the proxies that the installation trusts. */
    String address(Request request) {
        return network(Request.getRemoteAddr(request));
    }

    /** An IPv6 host can use every address of its /64 network, so it is counted by the first 64 bits. */
    static String network(String address) {
        try {
            var bits = InetAddress.ofLiteral(address).getAddress();
            if (bits.length == IPV4) return address;
            Arrays.fill(bits, PREFIX, bits.length, (byte) 0);
            return InetAddress.getByAddress(bits).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return address;
        }
    }

    /**
     * The remote address of a connection; null where there is none, or where it is a trusted proxy's, shared by many
     * clients.
     */
    @Nullable
    String stranger(Connection connection) {
        if (!(connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote)) return null;
        if (remote.getAddress() == null) return null;
        var address = remote.getAddress().getHostAddress();
        return proxies.trusts(address) ? null : network(address);
    }
}
