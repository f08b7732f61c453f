package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets one handler serve programs and forms: a POST handler at {@code /api/…} that answers with what it recorded also
 * accepts a form at {@code /…}.
 */
@Configuration(proxyBeanMethods = false)
class Verbs {

    private static final String API = "/api/";

    @Bean
    WebMvcRegistrations formsBesideTheApi() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Mapping();
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

    /** A form without a file is refused by the handler, which says so at the field. */
    private static String[] forms(RequestMappingInfo mapping) {
        boolean files =
                mapping.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
        return files
                ? new String[] {MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE}
                : new String[] {MediaType.APPLICATION_FORM_URLENCODED_VALUE};
    }

    private static final class Mapping extends RequestMappingHandlerMapping {
        /** The address is compared first: it rules out nearly all of several hundred handlers, and headers cost more to read. */
        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo mapping, HttpServletRequest request) {
            var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
            for (var pattern :
                    Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatterns())
                if (pattern.matches(path)) return super.getMatchingMapping(mapping, request);
            return null;
        }

        @Override
        protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
            super.registerHandlerMethod(handler, method, mapping);
            if (!Answer.isVerbs(method.getReturnType())) return;
            if (!mapping.getMethodsCondition().getMethods().equals(java.util.Set.of(RequestMethod.POST))) return;
            List<String> forms = mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith(API))
                    .map(path -> path.substring(API.length() - 1))
                    .toList();
            if (forms.isEmpty()) return;
            super.registerHandlerMethod(
                    handler,
                    method,
                    mapping.mutate()
                            .paths(forms.toArray(String[]::new))
                            .consumes(forms(mapping))
                            .build());
        }
    }
}
