package se.samlad.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.scenes.Visitor;

/** People come in through their organisation's own sign-in, and nobody else does. */
class OwnSignInTest extends WithProvider {

    @Test
    void whoComesInIsKnownNextTimeAndHasTheNameThatTheOrganisationSays() {
        var who = somebody();
        provider.says("taby", who, Map.of("name", "Örjan Ek", "email", who + "@taby.example"));
        var visitor = Visitor.stranger(server);
        assertThat(visitor.get("/sign-in").body()).contains("/sign-in/organisation/taby");
        var page = visitor.get("/sign-in/organisation/taby?to=/me").expect(200);
        assertThat(page.body()).contains("har ingen funktion än", "hos Täby");
        assertThat(visitor.get("/me").expect(200).body()).contains("Örjan Ek");
        var account = account("taby", who).orElseThrow();
        assertThat(account).startsWith("p-").doesNotContain(who);

        provider.says("taby", who, Map.of("name", "Någon annan"));
        var again = Visitor.stranger(server);
        again.get("/sign-in/organisation/taby");
        assertThat(again.get("/me").body()).contains("Örjan Ek");
        assertThat(account("taby", who)).contains(account);
        again.post("/sign-out", Map.of());
        assertThat(again.get("/sign-in").body()).contains("Logga in genom Täby");
    }

    @Test
    void theCodeIsOfUseToNobodyElse() throws Exception {
        provider.says("taby", somebody(), Map.of());
        Visitor.stranger(server).get("/sign-in/organisation/taby");
        while (true) {
            var request = provider.server().takeRequest(5, java.util.concurrent.TimeUnit.SECONDS);
            if (!request.getPath().startsWith("/taby/authorize")) continue;
            var url = request.getRequestUrl();
            assertThat(url.queryParameter("code_challenge_method")).isEqualTo("S256");
            assertThat(url.queryParameter("nonce")).isNotBlank();
            assertThat(url.queryParameter("state")).isNotBlank();
            var token = provider.server().takeRequest(5, java.util.concurrent.TimeUnit.SECONDS);
            var verifier = Pattern.compile("code_verifier=([\\w.~-]+)")
                    .matcher(token.getBody().readUtf8());
            assertThat(verifier.find()).isTrue();
            var challenge = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(verifier.group(1).getBytes(StandardCharsets.US_ASCII)));
            if (challenge.equals(url.queryParameter("code_challenge"))) return;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "nonce", "exp"})
    void anAnswerThatIsNotWhatItShouldBeLetsNobodyIn(String wrong) {
        var who = somebody();
        if (wrong.equals("exp")) provider.says("taby", who, Map.of("iat", hoursAgo(2), "exp", hoursAgo(1)));
        else
            provider.says("taby", who, Map.of(wrong, wrong.equals("aud") ? List.of("other") : "https://other.example"));
        var visitor = Visitor.stranger(server);
        var page = visitor.get("/sign-in/organisation/taby?to=/me").body();
        assertThat(page)
                .contains(
                        switch (wrong) {
                            case "iss" -> "Svaret kom inte från Täby";
                            case "aud" -> "var inte till Samlad";
                            case "nonce" -> "hörde till ett annat försök";
                            default -> "var för gammalt";
                        });
        assertThat(isIn(visitor)).isFalse();
        assertThat(account("taby", who)).isEmpty();
    }

    @Test
    void aNewKeyIsFoundAndOneThatHasEndedIsRefused() {
        var who = somebody();
        provider.says("nacka", who, Map.of());
        var first = Visitor.stranger(server);
        first.get("/sign-in/organisation/nacka");
        assertThat(isIn(first)).isTrue();

        provider.rotatesItsKey();
        provider.says("nacka", who, Map.of());
        var second = Visitor.stranger(server);
        second.get("/sign-in/organisation/nacka");
        assertThat(isIn(second)).isTrue();

        provider.signsByAKeyThatHasEnded(true);
        provider.says("nacka", who, Map.of());
        try {
            var third = Visitor.stranger(server);
            assertThat(third.get("/sign-in/organisation/nacka").body()).contains("nyckel som inte gäller");
            assertThat(isIn(third)).isFalse();
        } finally {
            provider.signsByAKeyThatHasEnded(false);
        }
    }

    @Test
    void anAnswerCountsOnceAndInTheBrowserThatAsked() {
        provider.says("taby", somebody(), Map.of());
        var visitor = Visitor.stranger(server);
        var back = back(visitor.get("/sign-in/organisation/taby").response());
        var path = back.getRawPath() + "?" + back.getRawQuery();
        assertThat(visitor.get(path).body()).contains("redan använts");
        var other = Visitor.stranger(server);
        assertThat(other.get(path).body()).contains("redan använts");
        assertThat(isIn(other)).isFalse();
    }

    @Test
    void whomTheOrganisationRefusesIsToldSo() throws Exception {
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build()) {
            var going = browser.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/sign-in/organisation/taby?to=/me"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            var state = HttpUrl.get(going.headers().firstValue("Location").orElseThrow())
                    .queryParameter("state");
            var back = server.url() + "/sign-in/organisation/taby/back?error=access_denied&state="
                    + URLEncoder.encode(state, StandardCharsets.UTF_8);
            var refused = browser.send(
                    HttpRequest.newBuilder(URI.create(back)).build(), HttpResponse.BodyHandlers.discarding());
            assertThat(refused.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?own=refused&at=taby&to=%2Fme"));
            assertThat(Visitor.stranger(server)
                            .get("/sign-in?own=refused&at=taby")
                            .body())
                    .contains("Täbys inloggning släppte inte in dig");
        }
    }

    @Test
    void aSignInThatIsAwayIsSaidToBe() {
        server.by("solna.admin")
                .post("/api/actors/solna/sign-in", "{\"issuer\":\"http://127.0.0.1:9\",\"client\":\"samlad\"}")
                .expect(201);
        assertThat(Visitor.stranger(server)
                        .get("/sign-in/organisation/solna")
                        .expect(200)
                        .body())
                .contains("svarar inte just nu", "gå i god för dig");
        assertThat(Visitor.stranger(server).get("/sign-in/organisation/lst").body())
                .contains("ingen egen inloggning");
    }
}
