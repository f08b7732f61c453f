package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The handlers by their addresses. A POST handler at {@code /api/…} that answers with what it recorded also accepts a form
 * at {@code /…}.
 *
 * <p>There are several hundred, and Spring compares a request with each whose address has a variable. So those that can fit
 * are found by the shape of the address first.
 */
final class Handlers extends RequestMappingHandlerMapping {

    private static final String API = "/api/";

    /** @param first what it begins with: up to the second slash, or to the third of {@code /api/…}; @param slashes all of them */
    private record Shape(String first, long slashes) {

        static Shape of(String path) {
            int from = path.startsWith(API) ? API.length() : 1;
            int end = path.indexOf('/', from);
            return new Shape(
                    end < 0 ? path : path.substring(0, end),
                    path.chars().filter(c -> c == '/').count());
        }
    }

    private record Known(RequestMappingInfo mapping, HandlerMethod method) {}

    private Map<Shape, List<Known>> byShape = Map.of();

    /** Of any shape: they are compared with every request. */
    private List<Known> others = List.of();

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        var shaped = new HashMap<Shape, List<Known>>();
        var rest = new ArrayList<Known>();
        getHandlerMethods().forEach((mapping, method) -> {
            var known = new Known(mapping, method);
            for (var path : mapping.getPatternValues()) {
                var shape = Shape.of(path);
                boolean fixed = !shape.first().contains("{") && !path.contains("*");
                (fixed ? shaped.computeIfAbsent(shape, s -> new ArrayList<>()) : rest).add(known);
            }
        });
        byShape = shaped;
        others = rest;
    }

    /** Where one handler fits; Spring itself chooses between several, and says why none does. */
    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var fitting = new ArrayList<Known>();
        for (var list : List.of(byShape.getOrDefault(Shape.of(path), List.of()), others))
            for (var known : list) {
                var mapping = getMatchingMapping(known.mapping(), request);
                if (mapping != null) fitting.add(new Known(mapping, known.method()));
            }
        if (fitting.size() != 1) return super.lookupHandlerMethod(path, request);
        var found = fitting.getFirst();
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found.method());
        handleMatch(found.mapping(), path, request);
        return found.method();
    }

    /** The address is compared first: headers cost more to read. */
    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo mapping, HttpServletRequest request) {
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
        if (!mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.POST))) return;
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

    /** A form without a file is refused by the handler, which says so at the field. */
    private static String[] forms(RequestMappingInfo mapping) {
        boolean files =
                mapping.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
        return files
                ? new String[] {MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE}
                : new String[] {MediaType.APPLICATION_FORM_URLENCODED_VALUE};
    }
}
