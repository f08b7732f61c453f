package se.samlad.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses control characters in addresses and unknown host names, so that no later part has to consider them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class AddressCheck extends OncePerRequestFilter {

    /** All control characters but tab and line breaks. */
    private static final Pattern CONTROL = Pattern.compile("%(?:0[0-8BCEF]|1[0-9A-F]|7F)", Pattern.CASE_INSENSITIVE);

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final Set<String> hosts;
    private final Errors errors;

    /** @param hosts the host names under which Samlad is reached, separated by commas; empty: any */
    AddressCheck(@Value("${samlad.host:}") String hosts, Errors errors) {
        this.hosts = Arrays.stream(hosts.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (!isOurs(request)) errors.refused(request, response, "error.host");
        else if (query != null && CONTROL.matcher(query).find()) errors.refused(request, response, "error.control");
        else chain.doFilter(request, response);
    }

    /** A monitor may use any host name for /health, and this machine may use its own names for all. */
    private boolean isOurs(HttpServletRequest request) {
        if (hosts.isEmpty() || request.getRequestURI().equals("/health")) return true;
        var host = request.getHeader("Host");
        if (host == null) return false;
        var name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
        return hosts.contains(name) || LOOPBACK.contains(name);
    }
}
