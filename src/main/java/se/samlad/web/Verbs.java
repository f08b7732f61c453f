package se.samlad.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets one handler serve programs and forms: a POST handler at {@code /api/…} that answers with what it recorded also
 * accepts a form at {@code /…}.
 */
@Configuration(proxyBeanMethods = false)
class Verbs {

    @Bean
    WebMvcRegistrations formsBesideTheApi() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Handlers();
            }
        };
    }

    @Bean
    FormBody formBody(JsonMapper json, Clock clock, ObjectProvider<OwnClock> others) {
        return new FormBody(json, form -> {
            var now = clock.instant();
            var page = form.getParameter("page");
            return others.stream()
                    .flatMap(other -> other.on(page == null ? form.getRequestURI() : page, now).stream())
                    .findFirst()
                    .orElse(now);
        });
    }

    /** Comes before the standard handlers, which would otherwise write the answer. */
    @Bean
    SmartInitializingSingleton answersOfVerbs(
            RequestMappingHandlerAdapter adapter, ReadYourWrites readYourWrites, JsonMapper json) {
        return () -> {
            var handlers = new ArrayList<HandlerMethodReturnValueHandler>();
            handlers.add(new Answer(readYourWrites, json));
            handlers.addAll(Objects.requireNonNull(adapter.getReturnValueHandlers()));
            adapter.setReturnValueHandlers(handlers);
        };
    }
}
