package se.samlad.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import se.samlad.live.Streams;
import se.samlad.web.Errors;

/** Who is let in where; and what browsers are told to refuse. Cross-site requests are {@code web.Origins}'s. */
@Configuration(proxyBeanMethods = false)
class Security {

    /** The hash is of Turbo's style for its progress bar; each version of Turbo must be looked at again. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; "
            + "style-src 'self' 'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'self'";

    private static final String[] OPEN = {
        "/sign-in",
        "/language/*",
        "/health",
        "/public",
        "/public/**",
        "/css/**",
        "/js/**",
        "/icons/**",
        "/webjars/**",
        "/manifest.webmanifest",
        "/favicon.ico",
        "/api/openapi.json",
        "/error"
    };

    @Bean
    PasswordEncoder passwords() {
        return new Accounts.Passwords();
    }

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer upsert() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    SecurityFilterChain filters(HttpSecurity http, Accounts accounts, Errors errors, Streams streams) throws Exception {
        return http.authorizeHttpRequests(
                        who -> who.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(new Tokens(accounts, errors), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN)))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("account")
                        .passwordParameter("password")
                        .successHandler(
                                (request, response, who) -> response.sendRedirect(local(request.getParameter("to"))))
                        .failureHandler((request, response, why) -> response.sendRedirect("/sign-in?wrong&to="
                                + URLEncoder.encode(local(request.getParameter("to")), StandardCharsets.UTF_8))))
                .logout(out -> out.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, who) -> {
                            var session = request.getSession(false);
                            if (session != null) streams.sessionChanged(session.getId());
                        })
                        .logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(on -> on.authenticationEntryPoint((request, response, why) -> {
                    if (wantsPage(request))
                        response.sendRedirect(
                                "/sign-in?to=" + URLEncoder.encode(address(request), StandardCharsets.UTF_8));
                    else errors.notSignedIn(request, response);
                }))
                .build();
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.equals("/live");
    }

    private static String address(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return local(request.getParameter("page"));
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** Only to pages of ours. */
    private static String local(@org.jspecify.annotations.Nullable String path) {
        return path != null && path.startsWith("/") && !path.startsWith("//") && !path.contains("\\") ? path : "/";
    }
}
