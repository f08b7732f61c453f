package se.samlad.account;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import se.samlad.live.Streams;
import se.samlad.web.Errors;
import se.samlad.web.LocalPage;

/**
 * Which paths need signing in, and the security headers of all answers. {@code web.Origins} guards against cross-site
 * requests.
 */
@Configuration(proxyBeanMethods = false)
class Security {

    /** The hash allows Turbo's style for its progress bar; check it again with each version of Turbo. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; "
            + "style-src 'self' 'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'self'";

    private static final String[] OPEN = {
        "/sign-in",
        "/language/*",
        "/health",
        "/health/**",
        "/public",
        "/public/**",
        "/guest/**",
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
    SecurityFilterChain filters(
            HttpSecurity http, Accounts accounts, Tokens tokens, Errors errors, Streams streams, PendingForms pending)
            throws Exception {
        var signingIn = new SigningIn(TimeMeter.SYSTEM_NANOTIME);
        return http.authorizeHttpRequests(
                        who -> who.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(tokens.new Filter(errors), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(signingIn, UsernamePasswordAuthenticationFilter.class)
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("account")
                        .passwordParameter("password")
                        .successHandler((request, response, who) -> {
                            signingIn.succeeded(request);
                            signedIn(request, response, who, pending.any(request));
                            endStreams(request, streams);
                        })
                        .failureHandler((request, response, why) -> {
                            if (why instanceof AuthenticationServiceException)
                                errors.unavailable(why, request, response);
                            else notSignedIn(request, response);
                        }))
                .logout(out -> out.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"))
                        .addLogoutHandler((request, response, who) -> {
                            if (who != null && request.getParameter("everywhere") != null)
                                accounts.signOutEverywhere(who.getName());
                        })
                        .logoutSuccessHandler((request, response, who) -> {
                            endStreams(request, streams);
                            response.sendRedirect("/sign-in?out");
                        }))
                .exceptionHandling(on -> on.authenticationEntryPoint((request, response, why) -> {
                    if (!wantsPage(request)) errors.notSignedIn(request, response);
                    else if (request.getMethod().equals("POST"))
                        request.getRequestDispatcher(PendingController.SIGN_IN).forward(request, response);
                    else response.sendRedirect("/sign-in?to=" + encoded(LocalPage.of(address(request))));
                }))
                .build();
    }

    /**
     * Ends the streams of the request's session. That session has ended or changed its id, so nobody opens new streams
     * in it.
     */
    private static void endStreams(HttpServletRequest request, Streams streams) {
        var session = request.getRequestedSessionId();
        if (session != null) streams.sessionChanged(session);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.equals("/live");
    }

    private static void signedIn(
            HttpServletRequest request, HttpServletResponse response, Authentication who, boolean waits)
            throws IOException, ServletException {
        var cookie = ResponseCookie.from(PendingForms.ACCOUNT, who.getName())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        var to = LocalPage.of(request.getParameter("to"));
        response.sendRedirect(waits ? PendingController.CONFIRM + "?to=" + encoded(to) : to);
    }

    private static void notSignedIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.sendRedirect("/sign-in?wrong&to=" + encoded(LocalPage.of(request.getParameter("to"))));
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
