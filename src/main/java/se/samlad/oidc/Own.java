package se.samlad.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.credential.OwnSignIns;
import se.samlad.credential.SignIns.How;
import se.samlad.journal.Journal;
import se.samlad.session.OwnSignIn;

/** Whose own sign-in there is, for whom it is required, and where it signs people out. */
@Component
class Own implements OwnSignIn {

    private static final String COOKIE = "organisation";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String ACTOR = "samlad.own";
    private static final String TOKEN = "samlad.own.token";
    private static final String LEAVING = "samlad.own.leaving";
    /** A longer one is left out when somebody signs out: the address would be too long. */
    private static final int LONGEST = 4_000;

    private final Journal journal;
    private final Actors actors;
    private final Viewers viewers;
    private final OwnSignIns accounts;
    private final Providers providers;

    Own(Journal journal, Actors actors, Viewers viewers, OwnSignIns accounts, Providers providers) {
        this.journal = journal;
        this.actors = actors;
        this.viewers = viewers;
        this.accounts = accounts;
        this.providers = providers;
    }

    private Settings settings() {
        return journal.across(Settings.ACROSS);
    }

    @Override
    public List<Choice> offered(HttpServletRequest request, String language) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        var last = cookie == null ? "" : cookie.getValue();
        return settings().byActor().keySet().stream()
                .filter(actors::exists)
                .map(actor -> new Choice(actor, actors.shortName(actor, language), actor.equals(last)))
                .sorted(Comparator.comparing(Choice::last).reversed().thenComparing(Choice::name))
                .toList();
    }

    @Override
    public Optional<Choice> of(String account, String language) {
        return accounts.actor(account)
                .filter(actor -> settings().of(actor).isPresent())
                .map(actor -> new Choice(actor, actors.shortName(actor, language), false));
    }

    /**
     * An administrator gets in by its passkey too, so that the actor is not locked out while its own sign-in is away; it
     * can let the others in from there. So does whoever a colleague vouches for, or has got a link.
     */
    @Override
    public Optional<String> instead(String account, How how) {
        if (how != How.PASSWORD && how != How.CODE && how != How.PASSKEY) return Optional.empty();
        var held = viewers.functionsOf(account);
        var of = held.stream().map(Function::actor).distinct().toList();
        if (of.size() != 1) return Optional.empty();
        boolean required =
                settings().of(of.getFirst()).filter(s -> s.said().required()).isPresent();
        boolean administers = held.stream().anyMatch(f -> f.may(Mandate.ADMINISTER));
        return required && !(how == How.PASSKEY && administers) ? Optional.of(of.getFirst()) : Optional.empty();
    }

    /** Somebody has come in through the actor's sign-in, in this session and on this device. */
    void entered(HttpServletRequest request, HttpServletResponse response, String actor, String token) {
        var session = request.getSession();
        session.setAttribute(ACTOR, actor);
        session.setAttribute(TOKEN, token.length() > LONGEST ? "" : token);
        var cookie = ResponseCookie.from(COOKIE, actor)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(YEAR);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    @Override
    public Optional<String> leaving(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACTOR) instanceof String actor)) return Optional.empty();
        return Optional.of(actor + " " + (session.getAttribute(TOKEN) instanceof String token ? token : ""));
    }

    /** Where the sign-in signs the person out too (OpenID Connect RP-Initiated Logout 1.0), where it can be asked. */
    @Override
    public boolean left(HttpServletRequest request, String leaving) {
        var from = leaving.split(" ", 2);
        try {
            var provider = providers.get(from[0]);
            if (provider.leaving() == null) return false;
            var address = UriComponentsBuilder.fromUriString(provider.leaving())
                    .queryParam("client_id", "{client}")
                    .queryParam("post_logout_redirect_uri", "{back}");
            if (!from[1].isEmpty()) address.queryParam("id_token_hint", from[1]);
            var to = address.encode()
                    .buildAndExpand(provider.registration().getClientId(), here(request) + "/sign-in?out")
                    .toUriString();
            request.getSession().setAttribute(LEAVING, from[0] + " " + to);
            return true;
        } catch (NotEntered away) {
            return false;
        }
    }

    private static String here(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.getScheme().equals("https") ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    /** What {@link #left} remembered, once: the actor and the address. */
    String @Nullable [] takeLeaving(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(LEAVING) instanceof String leaving)) return null;
        session.removeAttribute(LEAVING);
        return leaving.split(" ", 2);
    }
}
