package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** The handler that is found by the shape of an address is the one that Spring finds among all, and so is what is refused. */
class HandlersTest {

    private static final String ID = "01a2338a-74d6-7b75-ae36-2e01197d1428";
    private static final List<String> BODIES =
            List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    private static final RequestMappingHandlerMapping OURS = Running.server().part(RequestMappingHandlerMapping.class);

    private static RequestMappingHandlerMapping springs() {
        var springs = new RequestMappingHandlerMapping();
        springs.setApplicationContext(Objects.requireNonNull(OURS.getApplicationContext()));
        OURS.getHandlerMethods()
                .forEach((mapping, method) -> springs.registerMapping(mapping, method.getBean(), method.getMethod()));
        return springs;
    }

    /** Every address that there is, and what lies close to it. */
    private static TreeSet<String> addresses() {
        var all = new TreeSet<String>();
        OURS.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues()
                .forEach(pattern -> {
                    for (var value : List.of(ID, "taby", "new")) {
                        var path = pattern.replaceAll("\\{[^}]*}", value);
                        all.addAll(List.of(
                                path, path + "/", path + "/more", "/api" + path, path.replaceFirst("i", "%69")));
                        if (path.lastIndexOf('/') > 0) all.add(path.substring(0, path.lastIndexOf('/')));
                    }
                }));
        return all;
    }

    @Test
    void everyAddressLeadsWhereSpringLeadsIt() {
        var springs = springs();
        var differ = new ArrayList<String>();
        int led = 0;
        for (var path : addresses())
            for (var asked : Stream.concat(Stream.of("GET", "HEAD", "OPTIONS"), BODIES.stream())
                    .toList()) {
                var found = led(springs, path, asked);
                if (found.contains("#")) led++;
                if (!led(OURS, path, asked).equals(found)) differ.add(asked + " " + path);
            }
        assertThat(led).isGreaterThan(1_000);
        assertThat(differ).isEmpty();
    }

    /** The handler's name and the address's values, or what the request is refused by. @param asked a method, or a POST's type */
    private static String led(RequestMappingHandlerMapping by, String path, String asked) {
        boolean post = asked.contains("/");
        var request = new MockHttpServletRequest(post ? "POST" : asked, path);
        if (post) request.setContentType(asked);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            var chain = by.getHandler(request);
            if (chain == null) return "nothing";
            var name = chain.getHandler() instanceof HandlerMethod m
                    ? m.getShortLogMessage()
                    : chain.getHandler().getClass().getName();
            return name
                    + request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                    + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        } catch (Exception e) {
            return e.toString();
        }
    }
}
