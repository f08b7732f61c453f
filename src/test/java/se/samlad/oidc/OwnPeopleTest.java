package se.samlad.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samlad.credential.Persons;
import se.samlad.credential.SignIns.How;
import se.samlad.scenes.Visitor;
import se.samlad.session.OwnSignIn;

/** What an actor decides about its own sign-in, what follows from it, and how people leave it. */
class OwnPeopleTest extends WithProvider {

    @Test
    void functionsFollowFromTheClaimAndThoseGivenByHandStay_A6() {
        var who = somebody();
        set("taby", ",\"functionClaim\":\"roles\"");
        provider.says("taby", who, Map.of("roles", List.of("tib", "admin", "kung")));
        Visitor.stranger(server).get("/sign-in/organisation/taby");
        var account = account("taby", who).orElseThrow();
        assertThat(functions(account)).containsExactly("tib");
        server.by("taby.admin")
                .post("/api/actors/taby/functions/sakchef/holders", "{\"account\":\"" + account + "\"}")
                .expect(201);
        provider.says("taby", who, Map.of("roles", "chef"));
        Visitor.stranger(server).get("/sign-in/organisation/taby");
        assertThat(functions(account)).containsExactly("chef", "sakchef");
        provider.says("taby", who, Map.of());
        Visitor.stranger(server).get("/sign-in/organisation/taby");
        assertThat(functions(account)).containsExactly("sakchef");
    }

    /** The address finds a person who acts for this actor only, and nobody who acts for another (A4). */
    @Test
    void whoIsKnownByTheAddressKeepsTheAccount_A4() {
        var persons = server.part(Persons.class);
        persons.save("nacka.tib", "Nils", "nils@nacka.example");
        persons.save("lst.tib", "Lisa", "lisa@lst.example");
        var who = somebody();
        provider.says("nacka", who, Map.of("email", "Nils@nacka.example"));
        Visitor.stranger(server).get("/sign-in/organisation/nacka");
        assertThat(account("nacka", who)).contains("nacka.tib");
        var other = somebody();
        provider.says("nacka", other, Map.of("email", "lisa@lst.example"));
        Visitor.stranger(server).get("/sign-in/organisation/nacka");
        assertThat(account("nacka", other)).isPresent().get().isNotEqualTo("lst.tib");
    }

    @Test
    void whereItIsRequiredAPasswordDoesNotSuffice() {
        var salem = "{\"issuer\":\"" + provider.issuer("salem") + "\",\"client\":\"samlad\",\"required\":true}";
        assertThat(server.by("salem.admin")
                        .post("/api/actors/salem/sign-in", salem)
                        .expect(422)
                        .body())
                .contains("nyckel");
        passkey("salem.admin");
        server.by("salem.admin").post("/api/actors/salem/sign-in", salem).expect(201);

        var visitor = Visitor.stranger(server);
        assertThat(visitor.signIn("salem.tib", Map.of("to", "/")).body()).contains("kräver att du loggar in genom");
        assertThat(isIn(visitor)).isFalse();
        var wrong = visitor.post("/sign-in", Map.of("account", "salem.tib", "password", "fel", "to", "/"));
        assertThat(wrong.body()).contains("hör inte ihop").doesNotContain("kräver");

        var own = server.part(OwnSignIn.class);
        assertThat(own.instead("salem.tib", How.PASSKEY)).contains("salem");
        assertThat(own.instead("salem.admin", How.PASSWORD)).contains("salem");
        assertThat(own.instead("salem.admin", How.PASSKEY)).isEmpty();
        assertThat(own.instead("salem.tib", How.VOUCHED)).isEmpty();
        assertThat(own.instead("nacka.tib", How.PASSWORD)).isEmpty();
    }

    @Test
    void whoSignsOutIsSignedOutThereToo() throws Exception {
        provider.says("taby", somebody(), Map.of());
        var visitor = Visitor.stranger(server);
        visitor.get("/sign-in/organisation/taby");
        var page = visitor.post("/sign-out", Map.of()).expect(200).body();
        assertThat(page).contains(provider.server().endSessionEndpointUrl("taby") + "?client_id=", "id_token_hint=ey");
        assertThat(isIn(visitor)).isFalse();
    }

    @Test
    void signingOutHereDoesNotWaitForASignInThatIsAway() {
        var away = new Provider();
        server.by("ekero.admin")
                .post(
                        "/api/actors/ekero/sign-in",
                        "{\"issuer\":\"" + away.issuer("ekero") + "\",\"client\":\"" + Provider.CLIENT + "\"}")
                .expect(201);
        away.says("ekero", somebody(), Map.of());
        var visitor = Visitor.stranger(server);
        visitor.get("/sign-in/organisation/ekero");
        assertThat(isIn(visitor)).isTrue();
        away.close();
        assertThat(visitor.post("/sign-out", Map.of()).expect(200).body()).contains("Du är utloggad");
        assertThat(isIn(visitor)).isFalse();
    }

    @Test
    void whatWasWrittenWaitsWhileItsSenderGoesThere() {
        var who = somebody();
        set("taby", ",\"functionClaim\":\"roles\"");
        provider.says("taby", who, Map.of("roles", List.of("tib")));
        var visitor = Visitor.stranger(server);
        var page = visitor.get("/sign-in/organisation/taby?to=/incidents").body();
        var form = new java.util.HashMap<>(Visitor.hidden(page, "action=\"/incidents\""));
        form.put("title", "Is på <spåret>");
        visitor.sessionEnds();
        assertThat(visitor.post("/incidents", form).expect(401).body())
                .contains("/sign-in/organisation/taby", "Is på &lt;spåret&gt;");
        provider.says("taby", who, Map.of("roles", List.of("tib")));
        assertThat(visitor.get("/sign-in/organisation/taby?to=/incidents")
                        .expect(200)
                        .body())
                .contains("Skicka det du skrev?", "Is på &lt;spåret&gt;");
    }

    @Test
    void onlyTheActorsAdministratorsSetItUpAndOnlyAtASafeAddress_A4() {
        var fine = "{\"issuer\":\"https://login.example\",\"client\":\"samlad\"}";
        for (var account : List.of("nacka.admin", "taby.tib", "kansli")) {
            server.by(account).post("/api/actors/taby/sign-in", fine).expect(403);
            server.by(account).post("/api/actors/taby/sign-in/removal", "{}").expect(403);
            server.by(account).get("/api/actors/taby/sign-in").expect(403);
            server.by(account).page("/actors/taby/sign-in").expect(403);
        }
        for (var address : List.of(
                "",
                "http://login.example",
                "ftp://127.0.0.1",
                "https://",
                "https://user@login.example",
                "https://login.example#a",
                "file:///etc/passwd",
                "http://127.0.0.1.example"))
            server.by("taby.admin")
                    .post("/api/actors/taby/sign-in", "{\"issuer\":\"" + address + "\",\"client\":\"samlad\"}")
                    .expect(422);
        assertThat(server.by("taby.admin")
                        .page("/actors/taby/sign-in")
                        .expect(200)
                        .body())
                .contains(provider.issuer("taby"))
                .doesNotContain("hemligt");
    }
}
