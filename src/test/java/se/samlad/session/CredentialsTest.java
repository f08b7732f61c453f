package se.samlad.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import se.samlad.Awaited;
import se.samlad.credential.Accounts;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** When credentials change, whoever signed in with the old ones is signed out on every node as soon as it is told. */
class CredentialsTest {

    /** No node forgets by itself: it does as it is told, or never. */
    static class Stopped {

        @Bean
        @Primary
        Clock stoppedClock() {
            return Clock.fixed(Instant.now(), ZoneOffset.UTC);
        }

        @Bean
        @Primary
        Ticker stoppedTicker() {
            return () -> 0;
        }
    }

    private static String database;
    private static Running one;
    private static Running other;

    @BeforeAll
    static void begin() {
        database = Ground.here().database();
        one = Running.apart(database, Map.of("samlad.data", ""), Stopped.class);
        other = Running.apart(database, Map.of("samlad.data", ""), Stopped.class);
    }

    @AfterAll
    static void end() {
        other.close();
        one.close();
        Ground.here().drop(database);
    }

    private static Accounts accounts() {
        return one.part(Accounts.class);
    }

    /** A session, a token and a stream for each account, just used on the other node. */
    private record Signed(String account, Visitor visitor, InputStream ofSession, InputStream ofToken) {

        static Signed in(String account) throws Exception {
            var visitor = Visitor.of(other, account);
            visitor.get("/turn").expect(200);
            other.by(account).get("/api/incidents").expect(200);
            HttpResponse<InputStream> ofToken = java.net.http.HttpClient.newHttpClient()
                    .send(
                            other.by(account)
                                    .request("/api/live", "text/event-stream")
                                    .GET()
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            return new Signed(account, visitor, visitor.open("/api/live").body(), ofToken.body());
        }

        private boolean sessionIsOut() {
            return visitor.get("/api/incidents").status() == 401
                    && visitor.post("/incidents", Map.of("title", "Efteråt")).status() == 401;
        }

        private boolean tokenIsOut() {
            return other.by(account).get("/api/incidents").status() == 401;
        }

        private static void ended(InputStream stream) throws Exception {
            assertThat(new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("event: reset");
        }
    }

    @Test
    void aDisabledAccountIsOut() throws Exception {
        var signed = Signed.in("nacka.tib");
        accounts().disable("nacka.tib");
        Awaited.until(() -> signed.sessionIsOut() && signed.tokenIsOut());
        Signed.ended(signed.ofSession());
        Signed.ended(signed.ofToken());
        assertThat(signed.visitor().signIn("nacka.tib", Map.of("to", "/")).body())
                .contains("hör inte ihop");
    }

    @Test
    void anotherPasswordEndsWhatTheOldOneBegan() throws Exception {
        var signed = Signed.in("solna.tib");
        accounts().changePassword("solna.tib", one.part(PasswordEncoder.class).encode("något helt annat"));
        Awaited.until(() -> signed.sessionIsOut() && signed.tokenIsOut());
        Signed.ended(signed.ofSession());
        Signed.ended(signed.ofToken());
        assertThat(signed.visitor().signIn("solna.tib", Map.of("to", "/")).body())
                .contains("hör inte ihop");
    }

    @Test
    void signingOutEverywhereEndsAllSessionsAndLeavesProgramsAlone() throws Exception {
        var signed = Signed.in("taby.tib");
        var here = Visitor.of(one, "taby.tib");
        here.post("/sign-out", Map.of("everywhere", "yes")).expect(200);
        Awaited.until(signed::sessionIsOut);
        Signed.ended(signed.ofSession());
        assertThat(signed.tokenIsOut()).isFalse();
        here.signIn("taby.tib", Map.of("to", "/")).expect(200);
        here.get("/turn").expect(200);
    }

    @Test
    void nobodyElseIsOut() throws Exception {
        var signed = Signed.in("ekero.tib");
        accounts().signOutEverywhere("salem.tib");
        accounts().disable("salem.chef");
        assertThat(signed.sessionIsOut()).isFalse();
        assertThat(signed.tokenIsOut()).isFalse();
    }

    @Test
    void aSessionOfNoGenerationIsNone() {
        var generations = new Generations(account -> java.util.OptionalLong.of(3), Ticker.systemTicker());
        for (var said : new String[] {"signed-in", Accounts.authority(2), Accounts.authority(4)})
            assertThat(generations.isCurrent(session(said))).as(said).isFalse();
        assertThat(generations.isCurrent(session(Accounts.authority(3)))).isTrue();
        assertThat(new Generations(account -> java.util.OptionalLong.empty(), Ticker.systemTicker())
                        .isCurrent(session(Accounts.authority(3))))
                .isFalse();
    }

    private static org.springframework.session.Session session(String authority) {
        var session =
                new org.springframework.session.MapSession(UUID.randomUUID().toString());
        var who = org.springframework.security.authentication.UsernamePasswordAuthenticationToken.authenticated(
                "a",
                "",
                java.util.List.of(new org.springframework.security.core.authority.SimpleGrantedAuthority(authority)));
        session.setAttribute(
                org.springframework.security.web.context.HttpSessionSecurityContextRepository
                        .SPRING_SECURITY_CONTEXT_KEY,
                new org.springframework.security.core.context.SecurityContextImpl(who));
        return session;
    }
}
