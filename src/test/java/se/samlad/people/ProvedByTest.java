package se.samlad.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Authenticator;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** What people and programs prove themselves with: codes, new ways in, tokens. */
class ProvedByTest {

    @Test
    void aCodeIsNeededAfterThePasswordAndCountsOnce() throws Exception {
        var visitor = Invited.arrive(Invited.invite("tib", ""), "kod@taby.example");
        var first = visitor.get("/me").body();
        var page = visitor.post("/me/code-app/beginning", Invited.fields(first, "action=\"/me/code-app/beginning\""))
                .expect(200)
                .body();
        var secret = Pattern.compile("<code>([A-Z2-7]{32})</code>").matcher(page);
        assertThat(secret.find()).isTrue();
        assertThat(visitor.post("/me/code-app", Invited.fields(page, "action=\"/me/code-app\"", "code", "000000"))
                        .status())
                .isEqualTo(422);
        // both of one moment, so that a step that passes meanwhile changes nothing
        var code = Authenticator.code(secret.group(1), 0);
        var next = Authenticator.code(secret.group(1), 1);
        var shown = visitor.post("/me/code-app", Invited.fields(page, "action=\"/me/code-app\"", "code", code))
                .expect(200)
                .body();
        var recovery =
                Pattern.compile("<li><code>([a-z2-9]{5}-[a-z2-9]{5})</code>").matcher(shown);
        assertThat(recovery.find()).isTrue();

        var later = Visitor.stranger();
        var asked = later.post(
                "/sign-in", Invited.form("account", "kod@taby.example", "password", Invited.PASSWORD, "to", "/me"));
        assertThat(asked.response().uri().getPath()).isEqualTo("/sign-in/code");
        assertThat(later.get("/turn").response().uri().getPath()).isEqualTo("/sign-in");
        later.post("/sign-in/code", Invited.form("code", "123", "to", "/me")).expect(422);
        later.post("/sign-in/code", Invited.form("code", code, "to", "/me")).expect(422); // used already
        var in = later.post("/sign-in/code", Invited.form("code", next, "to", "/me"))
                .expect(200);
        assertThat(in.response().uri().getPath()).isEqualTo("/me");

        var lost = Visitor.stranger();
        lost.post("/sign-in", Invited.form("account", "kod@taby.example", "password", Invited.PASSWORD, "to", "/me"));
        lost.post(
                        "/sign-in/code",
                        Invited.form("code", recovery.group(1).toUpperCase(java.util.Locale.ROOT), "to", "/me"))
                .expect(200);
        var twice = Visitor.stranger();
        twice.post("/sign-in", Invited.form("account", "kod@taby.example", "password", Invited.PASSWORD, "to", "/me"));
        twice.post("/sign-in/code", Invited.form("code", recovery.group(1), "to", "/me"))
                .expect(422);
    }

    @Test
    void whoLostEverythingGetsANewWayInAndTheOldSessionsEnd() {
        var visitor = Invited.arrive(Invited.invite("tib", ""), "borta@taby.example");
        var account = Pattern.compile("name=\"account\" content=\"([^\"]+)\"")
                .matcher(visitor.get("/me").body());
        assertThat(account.find()).isTrue();
        var wayIn = Running.as("taby.admin")
                .post("/api/actors/taby/ways-in", "{\"account\":\"" + account.group(1) + "\"}")
                .expect(201)
                .id();
        var other = Visitor.stranger();
        other.post("/invitation", Invited.form("key", Invited.key(wayIn))).expect(200);
        assertThat(other.get("/me").body()).contains("Anna Åberg");
        assertThat(visitor.get("/me").response().uri().getPath()).isEqualTo("/sign-in");
    }

    /** The link says who it is for: somebody else who is signed in there acts as herself again, not as both. */
    @Test
    void aNewWayInIsItsPersonsWhoeverIsSignedInThere() {
        var lost = Invited.arrive(Invited.invite("tib", ""), "tappad@taby.example");
        var account = Pattern.compile("name=\"account\" content=\"([^\"]+)\"")
                .matcher(lost.get("/me").body());
        assertThat(account.find()).isTrue();
        var wayIn = Running.as("taby.admin")
                .post("/api/actors/taby/ways-in", "{\"account\":\"" + account.group(1) + "\"}")
                .expect(201)
                .id();
        var colleague = Visitor.of("nacka.tib");
        assertThat(colleague.get("/me").body()).contains("content=\"nacka.tib\"");
        colleague.post("/invitation", Invited.form("key", Invited.key(wayIn))).expect(200);
        assertThat(colleague.get("/me").body())
                .contains("content=\"" + account.group(1) + "\"")
                .doesNotContain("nacka.tib");
        assertThat(colleague.get("/incidents").body()).contains("Täby").doesNotContain(">Nacka<");
    }

    @Test
    void aProgramDoesWhatItsScopesSayUntilItIsEnded() {
        var admin = Running.as("taby.admin");
        var until = Instant.now().plusSeconds(900);
        var body =
                "{\"function\":\"tib\",\"purpose\":\"Lägesbild till vår egen karta\",\"scopes\":[\"READ\"],\"until\":\""
                        + until + "\"}";
        var key = UUID.randomUUID();
        var made =
                admin.post("/api/actors/taby/programs", body, key).expect(201).json();
        assertThat(admin.post("/api/actors/taby/programs", body, key)
                        .expect(201)
                        .json()
                        .get("token"))
                .isEqualTo(made.get("token"));
        var program = new Running.Account(
                Running.server(), "Bearer " + made.get("token").asString(), java.net.http.HttpClient.newHttpClient());
        program.get("/api/incidents").expect(200);
        assertThat(program.post("/api/incidents", "{\"title\":\"x\"}")
                        .expect(403)
                        .body())
                .contains("nyckel");
        program.page("/turn").expect(403);
        program.get("/api/journal/checkpoint").expect(403);
        admin.post("/api/actors/taby/programs/" + made.get("account").asString() + "/ending", "{}")
                .expect(201);
        program.get("/api/incidents").expect(401);
    }
}
