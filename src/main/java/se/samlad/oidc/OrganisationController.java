package se.samlad.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Mandate;
import se.samlad.access.Viewers;
import se.samlad.account.Arriving;
import se.samlad.actor.Actors;
import se.samlad.credential.SignIns.How;
import se.samlad.session.OwnSignIn;
import se.samlad.web.LocalPage;
import se.samlad.web.Say;

/** Signing in through an actor's own sign-in: going there, coming back, and leaving it (OpenID Connect Core 1.0 §3.1). */
@Controller
class OrganisationController {

    private static final String TO = "samlad.own.to";
    private static final int LONGEST = 4_000;
    private static final int SECONDS_AWAY = 1_200;

    private final Providers providers;
    private final Members members;
    private final Own own;
    private final Arriving arriving;
    private final Parts parts;
    private final AuthenticationProvider exchange;
    private final DefaultOAuth2AuthorizationRequestResolver asking;
    private final HttpSessionOAuth2AuthorizationRequestRepository asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    /** What the pages ask of other rooms. */
    @org.springframework.stereotype.Component
    record Parts(Actors actors, Viewers viewers) {}

    OrganisationController(Providers providers, Members members, Own own, Arriving arriving, Parts parts) {
        this.providers = providers;
        this.members = members;
        this.own = own;
        this.arriving = arriving;
        this.parts = parts;
        this.exchange = Tokens.exchange(providers);
        this.asking = new DefaultOAuth2AuthorizationRequestResolver(providers, OwnSignIn.PATH);
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    /** @param again whether the organisation shall ask who it is, although it may know the browser */
    @GetMapping(OwnSignIn.PATH + "/{code}")
    void go(
            @PathVariable String code,
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String again,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var page = LocalPage.of(to);
        try {
            var going = Objects.requireNonNull(asking.resolve(request, code));
            if (again != null)
                going = OAuth2AuthorizationRequest.from(going)
                        .additionalParameters(more -> more.put("prompt", "login"))
                        .build();
            asked.saveAuthorizationRequest(going, request, response);
            remember(request.getSession(), page);
            response.sendRedirect(going.getAuthorizationRequestUri());
        } catch (NotEntered no) {
            response.sendRedirect(notEntered(no, code, page));
        }
    }

    @GetMapping(OwnSignIn.PATH + "/{code}/back")
    void back(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = request.getSession(false);
        var to = session != null && session.getAttribute(TO) instanceof String page ? page : "/";
        try {
            var going = asked.removeAuthorizationRequest(request, response);
            if (going == null || !code.equals(going.getAttribute(OAuth2ParameterNames.REGISTRATION_ID)))
                throw new NotEntered(NotEntered.AGAIN);
            var token = token(code, going, request);
            var account = members.arrive(providers.setting(code).said(), token);
            boolean same = arriving.asking().account().filter(account::equals).isPresent();
            if (same) arriving.entering().proved(request);
            else arriving.entering().enter(request, response, account, How.OWN_ORGANISATION);
            own.entered(request, response, code, token.getTokenValue());
            boolean waits = parts.viewers().functionsOf(account).isEmpty();
            response.sendRedirect(waits ? OwnSignIn.PATH + "/" + code + "/waiting" : arriving.next(request, to));
        } catch (DisabledException closed) {
            response.sendRedirect(notEntered(new NotEntered("disabled"), code, to));
        } catch (NotEntered no) {
            response.sendRedirect(notEntered(no, code, to));
        }
    }

    /** A sign-in that nobody comes back from is soon forgotten. */
    private void remember(HttpSession session, String page) {
        session.setAttribute(TO, page);
        if (arriving.asking().account().isEmpty()) session.setMaxInactiveInterval(SECONDS_AWAY);
    }

    /** What the organisation says of the person, checked. */
    private OidcIdToken token(String actor, OAuth2AuthorizationRequest going, HttpServletRequest request) {
        if (request.getParameter(OAuth2ParameterNames.ERROR) != null) throw new NotEntered("refused");
        var registration = providers.findByRegistrationId(actor);
        var issuer = request.getParameter("iss"); // RFC 9207: who answers says so, where it can
        if (issuer != null && !issuer.equals(registration.getProviderDetails().getIssuerUri()))
            throw new NotEntered(NotEntered.ISSUER);
        var code = request.getParameter(OAuth2ParameterNames.CODE);
        if (code == null || code.isEmpty() || code.length() > LONGEST) throw new NotEntered(NotEntered.AGAIN);
        var answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(String.valueOf(going.getRedirectUri()))
                .state(request.getParameter(OAuth2ParameterNames.STATE))
                .build();
        try {
            var proved = exchange.authenticate(
                    new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(going, answer)));
            if (proved != null && proved.getPrincipal() instanceof OidcUser user) return user.getIdToken();
            throw new NotEntered("refused");
        } catch (OAuth2AuthenticationException no) {
            throw NotEntered.of(no);
        }
    }

    private static String notEntered(NotEntered no, String actor, String to) {
        return "/sign-in?own=" + no.reason() + "&at=" + encoded(actor) + "&to=" + encoded(to);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Tells a person without a function whom to ask for one. */
    @GetMapping(OwnSignIn.PATH + "/{code}/waiting")
    String waiting(@PathVariable String code, Say say, Model model) {
        model.addAttribute("say", say);
        model.addAttribute("name", parts.actors().get(code).shortName(say.language()));
        model.addAttribute(
                "whom",
                parts.viewers().functions().ofActor(code).stream()
                        .filter(f -> f.may(Mandate.ADMINISTER))
                        .map(f -> f.title(say.language()))
                        .toList());
        return "oidc/waiting";
    }

    /** Signed out of Samlad: goes on to the organisation, which signs out there too. */
    @GetMapping(OwnSignIn.PATH)
    String leaving(HttpServletRequest request, Say say, Model model) {
        var leaving = own.takeLeaving(request);
        if (leaving == null) return LocalPage.redirect("/sign-in?out");
        model.addAttribute("say", say);
        model.addAttribute("name", parts.actors().shortName(leaving[0], say.language()));
        model.addAttribute("address", leaving[1]);
        return "oidc/leaving";
    }
}
