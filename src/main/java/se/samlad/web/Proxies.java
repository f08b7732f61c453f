package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Determines the client's address and scheme behind trusted proxies. {@code X-Forwarded-For} and {@code
 * X-Forwarded-Proto} are used only if a trusted proxy sent them. Addresses are read from the last to the first, as
 * long as each is a trusted proxy's, so entries that a client writes itself have no effect. Later parts see the
 * client's address and scheme as the request's own.
 */
@Component
public class Proxies implements HttpConfiguration.Customizer, WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";

    private final List<Range> trusted;

    /** @param trusted addresses and networks, such as {@code 10.0.0.0/8}, separated by commas; empty: none */
    public Proxies(@Value("${samlad.trusted-proxy:}") String trusted) {
        this.trusted = ranges(trusted);
    }

    /** @throws IllegalArgumentException with the text that is neither an address nor a network */
    public static List<Range> ranges(String trusted) {
        return parts(List.of(trusted)).map(Range::of).toList();
    }

    /** The client's address, without the port. */
    public String address(HttpServletRequest request) {
        return address(trusted, request.getRemoteAddr(), java.util.Collections.list(request.getHeaders(FOR)));
    }

    /** Whether a trusted proxy has this address. */
    public boolean trusts(String address) {
        return isTrusted(trusted, address);
    }

    /** Whether the client's connection used TLS. */
    public boolean secure(HttpServletRequest request) {
        return request.isSecure()
                || isSecure(trusted, request.getRemoteAddr(), java.util.Collections.list(request.getHeaders(PROTO)));
    }

    /**
     * @param remote the peer's address, as a literal
     * @param forwarded the values of {@code X-Forwarded-For}, in the headers' order
     * @return the last address that is not a trusted proxy's; if there is none, or an invalid one, the last trusted
     *     address read
     */
    public static String address(List<Range> trusted, String remote, List<String> forwarded) {
        var client = remote;
        var hops = new ArrayDeque<>(parts(forwarded).toList());
        while (!hops.isEmpty() && isTrusted(trusted, client)) {
            var before = bare(hops.removeLast());
            if (!isAddress(before)) break;
            client = before;
        }
        return isAddress(client) ? InetAddress.ofLiteral(client).getHostAddress() : client;
    }

    private static boolean isSecure(List<Range> trusted, String remote, List<String> schemes) {
        return isTrusted(trusted, remote)
                && parts(schemes).reduce((first, last) -> last).orElse("").equalsIgnoreCase("https");
    }

    private static boolean isTrusted(List<Range> trusted, String address) {
        if (trusted.isEmpty() || !isAddress(address)) return false;
        var bits = InetAddress.ofLiteral(address).getAddress();
        return trusted.stream().anyMatch(range -> range.contains(bits));
    }

    private static java.util.stream.Stream<String> parts(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    /** The address without the port that some proxies append. */
    private static String bare(String hop) {
        if (hop.startsWith("[") && hop.indexOf(']') > 0) return hop.substring(1, hop.indexOf(']'));
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A network: the addresses that begin with these bits. */
    public record Range(InetAddress network, int bits) {

        static Range of(String text) {
            int slash = text.indexOf('/');
            try {
                var network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
                int all = network.getAddress().length * Byte.SIZE;
                int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
                if (bits >= 0 && bits <= all) return new Range(network, bits);
            } catch (IllegalArgumentException e) {
                // refused below, like a number of bits out of range
            }
            throw new IllegalArgumentException("a trusted proxy is an address or a network, not " + text);
        }

        boolean contains(byte[] address) {
            var own = network.getAddress();
            if (own.length != address.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((own[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) return false;
            }
            return true;
        }
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        if (trusted.isEmpty()) return;
        factory.addServerCustomizers(server -> {
            for (var connector : server.getConnectors()) {
                for (var protocol : connector.getConnectionFactories()) {
                    if (protocol instanceof HttpConfiguration.ConnectionFactory http)
                        http.getHttpConfiguration().addCustomizer(this);
                }
            }
        });
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        var remote = Request.getRemoteAddr(request);
        if (!isTrusted(trusted, remote)) return request;
        var headers = request.getHeaders();
        var client = address(trusted, remote, headers.getValuesList(FOR));
        boolean secure = request.isSecure() || isSecure(trusted, remote, headers.getValuesList(PROTO));
        return new Forwarded(request, client, secure);
    }

    private static final class Forwarded extends Request.Wrapper {

        private final ConnectionMetaData connection;
        private final boolean secure;
        private final HttpURI uri;

        Forwarded(Request request, String client, boolean secure) {
            super(request);
            this.secure = secure;
            var sent = request.getHttpURI();
            this.uri = secure ? HttpURI.build(sent).scheme(HttpScheme.HTTPS).asImmutable() : sent;
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public boolean isSecure() {
                    return secure;
                }

                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return InetSocketAddress.createUnresolved(client, 0);
                }
            };
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
