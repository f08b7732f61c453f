package se.samlad.edge;

import io.github.bucket4j.TimeMeter;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.edge.Caller.Holdings;
import se.samlad.edge.Caller.Resource;
import se.samlad.web.Languages;
import se.samlad.web.Proxies;
import se.samlad.web.Templates;

/** Installs the edge before the server's other handlers, with the installation's settings. */
@Configuration(proxyBeanMethods = false)
class Edge {

    /** How many seconds a request waits for a place. */
    private static final int SECONDS = 2;

    private static final long MB = 1024L * 1024;

    /**
     * The limits of one caller. A load test, whose one client stands for many people, sets them higher.
     *
     * @param requestsASecond of an account
     * @param requestsASecondAnAddress of strangers at one address
     * @param streamsAnAccount open at once
     * @param connectionsAnAccount open at once
     * @param connectionsAnAddress open at once, on which nobody has signed in
     */
    record Settings(
            int requestsASecond,
            int requestsASecondAnAddress,
            long streamsAnAccount,
            long connectionsAnAccount,
            int connectionsAnAddress) {

        private Holdings holdings() {
            return new Holdings(
                    Map.of(
                            Resource.BODY,
                            128L,
                            Resource.ANSWER,
                            64L,
                            Resource.PAPER,
                            4L,
                            Resource.BYTE,
                            48 * MB,
                            Resource.STREAM,
                            streamsAnAccount,
                            Resource.CONNECTION,
                            connectionsAnAccount),
                    Map.of(Resource.BODY, 32L, Resource.ANSWER, 64L, Resource.BYTE, 8 * MB, Resource.STREAM, 0L));
        }

        private Shares shares() {
            return new Shares(requestsASecond, requestsASecondAnAddress, TimeMeter.SYSTEM_NANOTIME);
        }
    }

    @Bean
    Settings edgeSettings(
            @Value("${samlad.requests-a-second:1000}") int requestsASecond,
            @Value("${samlad.requests-a-second-an-address:100}") int requestsASecondAnAddress,
            @Value("${samlad.streams-an-account:128}") long streamsAnAccount,
            @Value("${samlad.connections-an-account:1024}") long connectionsAnAccount,
            @Value("${samlad.connections-an-address:4096}") int connectionsAnAddress) {
        return new Settings(
                requestsASecond,
                requestsASecondAnAddress,
                streamsAnAccount,
                connectionsAnAccount,
                connectionsAnAddress);
    }

    @Bean
    Identification identification(
            Callers callers, Proxies proxies, @Value("${server.servlet.session.cookie.name}") String cookie) {
        return new Identification(callers, proxies, cookie);
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> edgeFirst(
            Identification identification, Languages languages, Templates templates, Settings settings) {
        var connections = new Connections(settings.connectionsAnAddress(), identification);
        var bounds = new Admission.Bounds(
                Places.all(), SECONDS, settings.shares(), settings.holdings(), Admission.Memories.ofHeap());
        var admission = new Admission(new Refusal(languages, templates), identification, connections, bounds);
        return factory -> factory.addServerCustomizers(server -> {
            server.insertHandler(admission);
            for (var connector : server.getConnectors()) connector.addEventListener(connections);
        });
    }
}
