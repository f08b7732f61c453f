package se.samlad;

import java.time.Clock;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jetty.JettyServerCustomizer;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** The server. */
@SpringBootApplication
public class App {

    /** Many come back at once after a restart, and must not wait for SYN retries. */
    private static final int ACCEPT_QUEUE = 4_096;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> acceptQueue() {
        JettyServerCustomizer deeper = server -> {
            for (var connector : server.getConnectors()) {
                if (connector instanceof ServerConnector tcp) tcp.setAcceptQueueSize(ACCEPT_QUEUE);
            }
        };
        return factory -> factory.addServerCustomizers(deeper);
    }
}
