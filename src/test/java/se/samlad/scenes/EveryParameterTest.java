package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No parameter of any address makes a fault of ours out of a mistake of somebody else's. */
class EveryParameterTest {

    private static final String LARGE = "a".repeat(100_000);

    /** Nothing, NUL, far too much, and what is of another kind than was asked for. */
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "\0",
            "lst\0",
            "\u0001",
            "-1",
            "0",
            "99999999999999999999",
            "+999999999-12-31",
            "-999999999-01-01",
            "9999-12-31T23:59:59Z",
            "2026-02-30",
            "true",
            "{}",
            "[\"a\"]",
            "%",
            "%00",
            "\uFFFF",
            "å\u0301",
            "'; --",
            UUID.randomUUID().toString());

    /** In an address there is no place for as much. */
    private static final String LONG = "a".repeat(4_000);

    /** Each value as it is sent: the long ones take a while. */
    private static final Map<String, String> ENCODED = new HashMap<>();

    private record Address(RequestMethod method, String path, Set<String> parameters) {}

    private final Ice ice = Ice.incident("Is med alla parametrar").agreed();

    private List<Address> addresses() {
        var all = new ArrayList<Address>();
        Running.server()
                .part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> methods(info).forEach(method -> info.getPatternValues()
                        .forEach(path -> all.add(new Address(method, path, parameters(handler))))));
        all.add(new Address(RequestMethod.POST, "/sign-in", Set.of("account", "password", "to")));
        all.add(new Address(RequestMethod.POST, "/sign-out", Set.of("everywhere ")));
        return all;
    }

    private static Set<RequestMethod> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods;
    }

    /** By name, also those of a form that is one object. */
    private static Set<String> parameters(HandlerMethod handler) {
        var names = new LinkedHashSet<>(List.of("page", "once", "form", "as", "act-as", "pending", "after"));
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            names.add(name(parameter));
            if (parameter.getParameterType().isRecord())
                for (var part : parameter.getParameterType().getRecordComponents()) names.add(part.getName());
        }
        return names;
    }

    private static String name(MethodParameter parameter) {
        var said = parameter.getParameterAnnotation(RequestParam.class);
        if (said != null && !said.name().isEmpty()) return said.name();
        return String.valueOf(parameter.getParameterName());
    }

    private String path(String pattern, String value) {
        return pattern.replaceAll("\\{(?:code|format|language)}", value)
                .replaceFirst(
                        "\\{\\w+}",
                        pattern.startsWith("/directions") || pattern.startsWith("/api/directions")
                                ? ice.direction().toString()
                                : pattern.contains("forums/{")
                                        ? ice.forum().toString()
                                        : ice.incident().toString())
                .replaceAll("\\{\\w+}", ice.measure().toString());
    }

    @Test
    void noParameterMakesAFaultOfOurs() {
        var failed = new TreeSet<String>();
        var asking = Running.as("lst.tib").from("127.0.0.6");
        for (var address : addresses()) {
            if (address.path().endsWith("/live")) continue; // a stream, below
            if (readsNoForm(asking, address)) continue;
            askWithAll(asking, address, failed);
            for (var name : address.parameters())
                for (var value :
                        List.of("\0", "+999999999-12-31", address.method() == RequestMethod.GET ? LONG : LARGE)) {
                    var one = new StringBuilder();
                    field(one, name, value);
                    ask(asking, address, one.toString(), value, failed);
                }
        }
        assertThat(failed).isEmpty();
    }

    /** Takes JSON only: none of a form's fields is looked at, whatever they hold. */
    private boolean readsNoForm(Running.Account asking, Address address) {
        return send(asking, address.method(), path(address.path(), "taby"), "page=")
                        .status()
                == 415;
    }

    /** Each value in all parameters, and then once more in each. */
    private void askWithAll(Running.Account asking, Address address, Set<String> failed) {
        for (var value : VALUES) {
            var all = new StringBuilder();
            for (var name : address.parameters()) field(all, name, value);
            ask(asking, address, all.toString(), value, failed);
            for (var name : address.parameters()) field(all, name, value);
            ask(asking, address, all.toString(), value, failed);
        }
    }

    @Test
    void noVariableOfAnAddressMakesAFaultOfOurs() {
        var failed = new TreeSet<String>();
        var asking = Running.as("lst.tib").from("127.0.0.6");
        for (var address : addresses()) {
            for (var value : VALUES) {
                if (value.isBlank() || address.path().endsWith("/live")) continue;
                var path = address.path().replaceAll("\\{\\w+}", encoded(value).replace("+", "%20"));
                int status = send(asking, address.method(), path, "").status();
                if (status >= 500) failed.add(status + " " + address.method() + " " + path);
            }
        }
        assertThat(failed).isEmpty();
    }

    /** Streams are open until they are closed, so only the answer's head is waited for. */
    @Test
    void noParameterOfAStreamMakesAFaultOfOurs() throws Exception {
        for (var path : List.of("/live?p=", "/api/live?incident=", "/api/live?after="))
            for (var value : VALUES) {
                var answer = java.net.http.HttpClient.newHttpClient()
                        .send(
                                Running.as("lst.tib")
                                        .request(path + encoded(value), "text/event-stream")
                                        .GET()
                                        .build(),
                                java.net.http.HttpResponse.BodyHandlers.ofInputStream());
                answer.body().close();
                assertThat(answer.statusCode()).as(path + encoded(value)).isLessThan(500);
            }
    }

    @Test
    void noCookieMakesAFaultOfOurs() {
        var odd = java.util.Base64.getEncoder().encodeToString("a\0b".getBytes(StandardCharsets.UTF_8));
        for (var name : List.of("samlad", "account", "pending", "seen", "language"))
            for (var value : List.of(
                    "",
                    odd,
                    "a",
                    "%00",
                    "\"",
                    "a".repeat(4_000),
                    UUID.randomUUID().toString()))
                for (var account : List.of(Running.anybody(), Running.as("taby.tib")))
                    for (var path : List.of("/", "/sign-in", "/public", "/sign-in/confirm", "/api/incidents"))
                        assertThat(account.send(account.request(path, "text/html, application/json")
                                                .header("Cookie", name + "=" + value)
                                                .GET())
                                        .status())
                                .as(name + "=" + value + " " + path)
                                .isLessThan(500);
    }

    private void ask(Running.Account asking, Address address, String parameters, String value, Set<String> failed) {
        var path = path(address.path(), "taby");
        int status;
        try {
            status = send(asking, address.method(), path, parameters).status();
        } catch (AssertionError e) {
            throw new AssertionError(address + " " + parameters.substring(0, Math.min(60, parameters.length())), e);
        }
        if (status >= 500)
            failed.add(status + " " + address.method() + " " + address.path() + " "
                    + encoded(value).substring(0, Math.min(30, encoded(value).length())) + " "
                    + parameters.substring(0, Math.min(40, parameters.length())));
    }

    private static Running.Answer send(Running.Account asking, RequestMethod method, String path, String parameters) {
        var types = "text/html, application/json, */*";
        if (method == RequestMethod.GET)
            return asking.send(asking.request(parameters.isEmpty() ? path : path + "?" + shortened(parameters), types)
                    .GET());
        return asking.send(asking.request(path, types)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(parameters)));
    }

    private static String shortened(String parameters) {
        return parameters.length() > 6_000 ? parameters.substring(0, 6_000).replaceFirst("%.?$", "") : parameters;
    }

    private static void field(StringBuilder all, String name, String value) {
        if (!all.isEmpty()) all.append('&');
        all.append(encoded(name)).append('=').append(encoded(value));
    }

    private static String encoded(String text) {
        return ENCODED.computeIfAbsent(text, each -> URLEncoder.encode(each, StandardCharsets.UTF_8));
    }
}
