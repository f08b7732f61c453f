package se.samlad.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import se.samlad.credential.Accounts;
import se.samlad.credential.CodeApp;
import se.samlad.credential.SignIns.How;
import se.samlad.live.Streams;
import se.samlad.session.Entering;
import se.samlad.session.OwnSignIn;
import se.samlad.session.Tokens;
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

    private static final String LEAVING = "samlad.leaving";

    private static final String[] OPEN = {
        "/sign-in",
        "/sign-in/code",
        "/sign-in/wait",
        "/sign-in/vouched",
        OwnSignIn.PATH + "/**",
        "/login/webauthn",
        "/webauthn/authenticate/options",
        "/invitation",
        "/first",
        "/language/*",
        "/health",
        "/health/**",
        "/public",
        "/public/**",
        "/guest/**",
        "/calendar.ics",
        "/meetings.ics",
        "/k/*",
        "/p/*",
        "/channels/report/*",
        "/channels/sms/*",
        "/css/**",
        "/js/**",
        "/icons/**",
        "/webjars/**",
        "/manifest.webmanifest",
        "/favicon.ico",
        "/api/openapi.json",
        "/error"
    };

    /** What the filters ask. */
    @Component
    record Parts(
            Accounts accounts,
            CodeApp codes,
            Tokens tokens,
            Entering entering,
            Guesses guesses,
            PendingForms pending,
            Streams streams,
            OwnSignIn own,
            Errors errors) {

        /** The address that says which organisation asks for its own sign-in instead; empty: the account may come in. */
        Optional<String> instead(HttpServletRequest request, String account, How how) {
            return own.instead(account, how)
                    .map(actor -> "/sign-in?own=required&at=" + actor + "&to="
                            + encoded(LocalPage.of(request.getParameter("to"))));
        }
    }

    /**
     * Looks at nothing but the password first, so that the time taken tells neither whether there is such an account nor
     * whether it is disabled.
     */
    @Bean
    DaoAuthenticationProvider byPassword(Accounts accounts, CodeApp codes, PasswordEncoder passwords) {
        var provider = new DaoAuthenticationProvider(accounts);
        provider.setPasswordEncoder(passwords);
        provider.setPreAuthenticationChecks(user -> {});
        provider.setPostAuthenticationChecks(user -> {
            if (!user.isEnabled()) throw new DisabledException("disabled");
            if (codes.isUsedBy(user.getUsername())) throw new CodeController.CodeNeeded(user.getUsername());
        });
        return provider;
    }

    @Bean
    SecurityFilterChain filters(HttpSecurity http, Parts parts, DaoAuthenticationProvider byPassword) throws Exception {
        var signingIn = new SigningIn(parts.guesses());
        var tokens = parts.tokens();
        var errors = parts.errors();
        return http.authenticationProvider(byPassword)
                .webAuthn(keys -> keys.disableDefaultRegistrationPage(true)
                        .rpName("Samlad")
                        .withObjectPostProcessor(new PasskeySignIn(parts)))
                .authorizeHttpRequests(who -> who.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/webauthn/register/**")
                        .access((signedIn, context) ->
                                new AuthorizationDecision(parts.entering().isLately(context.getRequest())))
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(tokens.new Filter(errors), AuthorizationFilter.class)
                .headers(Security::told)
                .addFilterBefore(signingIn, UsernamePasswordAuthenticationFilter.class)
                .formLogin(form -> byForm(form, signingIn, parts))
                .logout(out -> signingOut(out, parts))
                .exceptionHandling(on -> on.authenticationEntryPoint((request, response, why) -> {
                    if (!wantsPage(request)) errors.notSignedIn(request, response);
                    else if (request.getMethod().equals("POST"))
                        request.getRequestDispatcher(PendingController.SIGN_IN).forward(request, response);
                    else response.sendRedirect("/sign-in?to=" + encoded(LocalPage.of(address(request))));
                }))
                .build();
    }

    /** The filter has signed the person in by its password, which was right, but does not suffice. */
    private static void leave(HttpServletRequest request, HttpServletResponse response) {
        new SecurityContextLogoutHandler().logout(request, response, null);
    }

    private static void signingOut(LogoutConfigurer<HttpSecurity> out, Parts parts) {
        out.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"))
                .addLogoutHandler((request, response, who) -> {
                    parts.own().leaving(request).ifPresent(leaving -> request.setAttribute(LEAVING, leaving));
                    if (who != null && request.getParameter("everywhere") != null)
                        parts.accounts().signOutEverywhere(who.getName());
                })
                .logoutSuccessHandler((request, response, who) -> {
                    endStreams(request, parts.streams());
                    boolean goesOn = request.getAttribute(LEAVING) instanceof String leaving
                            && parts.own().left(request, leaving);
                    response.sendRedirect(goesOn ? OwnSignIn.PATH : "/sign-in?out");
                });
    }

    private static void told(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static void byForm(FormLoginConfigurer<HttpSecurity> form, SigningIn signingIn, Parts parts) {
        form.loginPage("/sign-in")
                .usernameParameter("account")
                .passwordParameter("password")
                .successHandler((request, response, who) -> {
                    signingIn.succeeded(request);
                    var instead = parts.instead(request, who.getName(), How.PASSWORD);
                    if (instead.isEmpty()) parts.entering().enter(request, response, who.getName(), How.PASSWORD);
                    else leave(request, response);
                    response.sendRedirect(instead.orElseGet(() -> next(request, parts.pending())));
                })
                .failureHandler((request, response, why) -> {
                    if (why instanceof CodeController.CodeNeeded needed) {
                        signingIn.succeeded(request);
                        CodeController.passwordWasRight(request, needed.account());
                        response.sendRedirect(
                                CodeController.CODE + "?to=" + encoded(LocalPage.of(request.getParameter("to"))));
                    } else if (why instanceof AuthenticationServiceException)
                        parts.errors().unavailable(why, request, response);
                    else notSignedIn(request, response);
                });
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

    /** Where somebody who has signed in goes: to the forms that waited for it, else to the page that was asked for. */
    static String next(HttpServletRequest request, PendingForms pending) {
        return next(request, pending, LocalPage.of(request.getParameter("to")));
    }

    /** @param to a page of ours */
    static String next(HttpServletRequest request, PendingForms pending, String to) {
        return pending.any(request) ? PendingController.CONFIRM + "?to=" + encoded(to) : to;
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
