package se.samlad;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.WindowRateControl;
import org.eclipse.jetty.server.HostHeaderCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Serves HTTPS where a certificate is named: TLS 1.2 and 1.3, HTTP/2 and HTTP/1.1. Where its files change, the new pair is
 * used for new connections; a pair that can't be used changes nothing, and the log says why, once.
 */
@Component
class Tls implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final String BUNDLE = "samlad";

    /** How often the files are looked at. Renewing takes weeks; a mistake with it is mended by hand, and waited for. */
    private static final Duration LOOKS = Duration.ofSeconds(1);

    /**
     * How many times a second one HTTP/2 connection may do what costs us work and brings it nothing: reset streams, ping,
     * change settings, send empty frames. Then the connection is closed. A page that is left ends a dozen streams at once.
     */
    private static final int IDLE_EVENTS = 50;

    /** Requests that one HTTP/2 connection may have under way, live streams among them. */
    private static final int AT_ONCE = 128;

    /** When and how large the files were: what is looked at to see whether they have changed. */
    private record Seen(List<String> files) {
        static Seen of(Path... files) {
            return new Seen(Arrays.stream(files).map(Seen::of).toList());
        }

        private static String of(Path file) {
            try {
                return Files.getLastModifiedTime(file) + " " + Files.size(file) + " " + file.toRealPath();
            } catch (IOException e) {
                return "";
            }
        }
    }

    private final String chain;
    private final String key;
    private final Clock clock;

    Tls(@Value("${samlad.tls.cert:}") String chain, @Value("${samlad.tls.key:}") String key, Clock clock) {
        this.chain = chain;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        if (chain.isEmpty()) return;
        var seen = seen();
        var bundles = new DefaultSslBundleRegistry(BUNDLE, read().bundle());
        if (Certificate.isReadByAll(Path.of(key)))
            LOG.warn("every user of this machine can read the key {}: make it readable for Samlad alone", key);
        factory.setSslBundles(bundles);
        factory.setSsl(Ssl.forBundle(BUNDLE));
        var http2 = new Http2();
        http2.setEnabled(true);
        factory.setHttp2(http2);
        factory.addServerCustomizers(server -> prepare(server, seen));
    }

    private void prepare(Server server, Seen seen) {
        for (var connector : server.getConnectors()) {
            for (var protocol : connector.getConnectionFactories()) {
                if (protocol instanceof HttpConfiguration.ConnectionFactory http)
                    leaveNamesToUs(http.getHttpConfiguration());
                if (protocol instanceof AbstractHTTP2ServerConnectionFactory http2) {
                    http2.setRateControlFactory(new WindowRateControl.Factory(IDLE_EVENTS));
                    http2.setMaxConcurrentStreams(AT_ONCE);
                }
                if (protocol instanceof SslConnectionFactory tls) {
                    var context = tls.getSslContextFactory();
                    context.setIncludeProtocols("TLSv1.2", "TLSv1.3");
                    server.addEventListener(new LifeCycle.Listener() {
                        @Override
                        public void lifeCycleStarted(LifeCycle started) {
                            look(server.getScheduler(), context, seen, seen);
                        }
                    });
                }
            }
        }
    }

    /**
     * Which names we answer to is said by {@code --host}; a monitor may ask for any. HTTP/2 has the name elsewhere than in a
     * header, where all that comes after looks for it.
     */
    private static void leaveNamesToUs(HttpConfiguration http) {
        for (var each : http.getCustomizers()) {
            if (each instanceof SecureRequestCustomizer secure) secure.setSniHostCheck(false);
        }
        http.addCustomizer(new HostHeaderCustomizer());
    }

    /** A pair is two files: it is read when two looks have found the same, so that both are there. */
    private void look(Scheduler scheduler, SslContextFactory.Server context, Seen used, Seen before) {
        var now = seen();
        boolean settled = now.equals(before);
        if (settled && !now.equals(used)) use(context);
        Runnable next = () -> look(scheduler, context, settled ? now : used, now);
        if (scheduler.isRunning()) scheduler.schedule(next, LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void use(SslContextFactory.Server context) {
        try {
            var stores = read().bundle().getStores();
            context.reload(same -> same.setKeyStore(stores.getKeyStore()));
            LOG.info("the certificate {} has changed and is used from now on", chain);
        } catch (Exception e) { // whatever it is, what there was goes on
            LOG.warn("the certificate has changed, but the one before stays in use: {}", e.getMessage());
        }
    }

    private Seen seen() {
        return Seen.of(Path.of(chain), Path.of(key));
    }

    private Certificate read() {
        return Certificate.read(Path.of(chain), Path.of(key), clock.instant());
    }
}
