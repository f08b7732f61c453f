package se.samlad;

import java.time.Clock;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jetty.JettyServerCustomizer;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;

/** The server. */
@SpringBootApplication
public class App {

    /** Many come back at once after a restart, and must not wait for SYN retries. */
    private static final int ACCEPT_QUEUE = 4_096;

    /** For the build, which works out the wiring ahead of time; people start {@link Samlad}. */
    static void main(String[] args) {
        SpringApplication.run(App.class, args);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What writes the OpenAPI document is made when somebody asks for it. */
    @Bean
    static BeanFactoryPostProcessor documentOnDemand() {
        return beans -> {
            for (var name : beans.getBeanDefinitionNames()) {
                var bean = beans.getBeanDefinition(name);
                if ((bean.getBeanClassName() + " " + bean.getFactoryBeanName()).contains("org.springdoc"))
                    bean.setLazyInit(true);
            }
        };
    }

    /** A monitor that asks with a slash too many is led on, and not to the sign-in page. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> withoutSlash() {
        var filter = new FilterRegistrationBean<>(UrlHandlerFilter.trailingSlashHandler("/public/", "/health/")
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 6);
        return filter;
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
