package se.samlad.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** Who is let in, by whom, with what (A4, A6): from the invitation to the end of the function. */
@Timeout(120)
class LetInTest {

    private static final Pattern LINK = Pattern.compile("value=\"http[^\"]*/invitation\\?key=([^\"]+)\"");
    private static final String PASSWORD = "fyra hästar på en äng";

    private static Map<String, String> form(String... pairs) {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) fields.put(pairs[i], pairs[i + 1]);
        return fields;
    }

    private static UUID invite(String function, String more) {
        return Running.as("taby.admin")
                .post("/api/actors/taby/invitations", "{\"function\":\"" + function + "\"" + more + "}")
                .expect(201)
                .id();
    }

    private static String key(UUID invitation) {
        var page = Running.as("taby.admin")
                .page("/actors/taby/people/invitations/" + invitation)
                .expect(200);
        var link = LINK.matcher(page.body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** @return the visitor, signed in, and the address to sign in with */
    private static Visitor arrive(UUID invitation, String address) {
        var visitor = Visitor.stranger();
        visitor.post(
                        "/invitation",
                        form(
                                "key",
                                key(invitation),
                                "name",
                                "Anna Åberg",
                                "address",
                                address,
                                "password",
                                PASSWORD,
                                "by",
                                "password"))
                .expect(200);
        return visitor;
    }

    private static String account(String name) {
        var page =
                Running.as("taby.admin").page("/actors/taby/people").expect(200).body();
        var at = Pattern.compile("/actors/taby/people/(p-[0-9a-f]+)\"><bdi>" + name)
                .matcher(page);
        assertThat(at.find()).as(page).isTrue();
        return at.group(1);
    }

    @Test
    void whoIsInvitedActsForTheActorUntilTheFunctionEnds_A6() {
        var invitation = invite("tib", "");
        var key = key(invitation);
        var visitor = Visitor.stranger();
        assertThat(visitor.get("/invitation?key=" + key).expect(200).body()).contains("Täby", "Tjänsteman i beredskap");
        assertThat(visitor.post(
                                "/invitation",
                                form(
                                        "key",
                                        key,
                                        "name",
                                        "Eva",
                                        "address",
                                        "eva@taby.example",
                                        "password",
                                        "kort",
                                        "by",
                                        "password"))
                        .expect(422)
                        .body())
                .contains("minst 12 tecken", "value=\"Eva\"", "value=\"eva@taby.example\"");
        visitor.post(
                        "/invitation",
                        form(
                                "key",
                                key,
                                "name",
                                "Eva Ek",
                                "address",
                                "eva@taby.example",
                                "password",
                                PASSWORD,
                                "by",
                                "password"))
                .expect(200);
        assertThat(visitor.get("/").expect(200).body()).contains("Täby");
        assertThat(Visitor.stranger().get("/invitation?key=" + key).status()).isEqualTo(410);

        var again = Visitor.stranger();
        again.post("/sign-in", form("account", "EVA@taby.example", "password", PASSWORD, "to", "/me"))
                .expect(200);
        assertThat(again.get("/me").body()).contains("Eva Ek");

        var account = account("Eva Ek");
        Running.as("taby.admin")
                .post("/api/actors/taby/functions/tib/holders/" + account + "/ending", "{}")
                .expect(201);
        assertThat(again.get("/turn").body()).doesNotContain("Tjänsteman i beredskap");
        Running.as("taby.admin")
                .post("/api/actors/taby/forgotten", "{\"account\":\"" + account + "\"}")
                .expect(201);
        assertThat(again.get("/me").body()).doesNotContain("Eva Ek");
        assertThat(Visitor.stranger()
                        .post("/sign-in", form("account", "eva@taby.example", "password", PASSWORD, "to", "/"))
                        .body())
                .contains("hör inte ihop");
    }

    /** Two who use one link at the same time: one gets in. */
    @Test
    void aLinkWorksOnce() throws Exception {
        var key = key(invite("sakchef", ""));
        var answers = new java.util.concurrent.ConcurrentLinkedQueue<Integer>();
        var threads = new java.util.ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            int one = i;
            threads.add(Thread.ofVirtual()
                    .start(() -> answers.add(Visitor.stranger()
                            .post(
                                    "/invitation",
                                    form(
                                            "key",
                                            key,
                                            "name",
                                            "Två " + one,
                                            "address",
                                            "",
                                            "password",
                                            PASSWORD,
                                            "by",
                                            "password"))
                            .status())));
        }
        for (var thread : threads) thread.join();
        assertThat(answers).containsOnly(200, 410);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
    }

    @Test
    void aLinkThatIsRenewedOrWithdrawnWorksNoMore() {
        var invitation = invite("tib", "");
        var first = key(invitation);
        Running.as("taby.admin")
                .post("/api/invitations/" + invitation + "/renewal", "{}")
                .expect(201);
        var second = key(invitation);
        assertThat(second).isNotEqualTo(first);
        assertThat(Visitor.stranger().get("/invitation?key=" + first).status()).isEqualTo(410);
        Visitor.stranger().get("/invitation?key=" + second).expect(200);
        Running.as("taby.admin")
                .post("/api/invitations/" + invitation + "/withdrawal", "{}")
                .expect(201);
        assertThat(Visitor.stranger().get("/invitation?key=" + second).status()).isEqualTo(410);
        assertThat(Visitor.stranger().get("/invitation?key=%F0%9F%98%80").status())
                .isEqualTo(410);
    }

    @Test
    void nobodyLetsPeopleInToAnotherActor_A4() {
        for (var account : new String[] {"nacka.admin", "taby.tib", "lst.admin", "kansli"}) {
            var by = Running.as(account);
            by.post("/api/actors/taby/invitations", "{\"function\":\"tib\"}").expect(403);
            by.post("/api/actors/taby/functions/tib/holders", "{\"account\":\"taby.chef\"}")
                    .expect(403);
            by.post("/api/actors/taby/functions/tib/holders/taby.tib/ending", "{}")
                    .expect(403);
            by.post("/api/actors/taby/ways-in", "{\"account\":\"taby.tib\"}").expect(403);
            by.post("/api/actors/taby/sign-outs", "{\"account\":\"taby.tib\"}").expect(403);
            by.post(
                            "/api/actors/taby/programs",
                            "{\"function\":\"tib\",\"purpose\":\"x\",\"scopes\":[\"READ\"],\"until\":\""
                                    + Instant.now().plusSeconds(900) + "\"}")
                    .expect(403);
            by.get("/api/actors/taby/holders").expect(403);
            by.page("/actors/taby/people/taby.tib").expect(403);
        }
        assertThat(Running.as("kansli").page("/actors/taby/people").expect(200).body())
                .doesNotContain("taby.tib");
        Running.as("taby.tib").page("/actors/taby/people").expect(403);
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(Running.as("solna.admin")
                        .post("/api/actors/solna/functions/admin/holders/solna.admin/ending", "{}")
                        .expect(422)
                        .body())
                .contains("släppa in");
    }

    @Test
    void aFunctionBeginsAndEndsAtItsTimes() {
        var admin = Running.as("nacka.admin");
        var soon = Instant.now().plusSeconds(2);
        admin.post(
                        "/api/actors/nacka/functions/tib/holders",
                        "{\"account\":\"nacka.sakchef\",\"from\":\"" + soon + "\",\"until\":\"" + soon.plusSeconds(2)
                                + "\"}")
                .expect(201);
        assertThat(held("nacka.sakchef", "nacka/tib")).isFalse();
        await(() -> held("nacka.sakchef", "nacka/tib"));
        await(() -> !held("nacka.sakchef", "nacka/tib"));
        assertThat(admin.get("/api/actors/nacka/holders").body())
                .doesNotContain("\"nacka.sakchef\",\"function\":\"nacka/tib\"");
    }

    private static boolean held(String account, String function) {
        return Running.as(account)
                        .send(Running.as(account)
                                .request("/api/incidents", "application/json")
                                .header("Samlad-Function", function)
                                .GET())
                        .status()
                == 200;
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) assertThat(System.nanoTime()).isLessThan(until);
    }

    @Test
    void aCodeIsNeededAfterThePasswordAndCountsOnce() throws Exception {
        var visitor = arrive(invite("tib", ""), "kod@taby.example");
        var first = visitor.get("/me").body();
        var page = visitor.post("/me/code-app/beginning", fields(first, "action=\"/me/code-app/beginning\""))
                .expect(200)
                .body();
        var secret = Pattern.compile("<code>([A-Z2-7]{32})</code>").matcher(page);
        assertThat(secret.find()).isTrue();
        assertThat(visitor.post("/me/code-app", fields(page, "action=\"/me/code-app\"", "code", "000000"))
                        .status())
                .isEqualTo(422);
        var shown = visitor.post(
                        "/me/code-app", fields(page, "action=\"/me/code-app\"", "code", code(secret.group(1), -1)))
                .expect(200)
                .body();
        var recovery =
                Pattern.compile("<li><code>([a-z2-9]{5}-[a-z2-9]{5})</code>").matcher(shown);
        assertThat(recovery.find()).isTrue();

        var later = Visitor.stranger();
        var asked = later.post("/sign-in", form("account", "kod@taby.example", "password", PASSWORD, "to", "/me"));
        assertThat(asked.response().uri().getPath()).isEqualTo("/sign-in/code");
        assertThat(later.get("/turn").response().uri().getPath()).isEqualTo("/sign-in");
        later.post("/sign-in/code", form("code", "123", "to", "/me")).expect(422);
        later.post("/sign-in/code", form("code", code(secret.group(1), -1), "to", "/me"))
                .expect(422); // used already
        var in = later.post("/sign-in/code", form("code", code(secret.group(1), 0), "to", "/me"))
                .expect(200);
        assertThat(in.response().uri().getPath()).isEqualTo("/me");

        var lost = Visitor.stranger();
        lost.post("/sign-in", form("account", "kod@taby.example", "password", PASSWORD, "to", "/me"));
        lost.post("/sign-in/code", form("code", recovery.group(1).toUpperCase(java.util.Locale.ROOT), "to", "/me"))
                .expect(200);
        var twice = Visitor.stranger();
        twice.post("/sign-in", form("account", "kod@taby.example", "password", PASSWORD, "to", "/me"));
        twice.post("/sign-in/code", form("code", recovery.group(1), "to", "/me"))
                .expect(422);
    }

    private static String code(String secret, int steps) throws Exception {
        var generator = new TimeBasedOneTimePasswordGenerator();
        var bytes = new java.math.BigInteger(1, new byte[0]);
        for (char c : secret.toCharArray())
            bytes = bytes.shiftLeft(5).or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)));
        var raw = bytes.toByteArray();
        var key = new byte[20];
        System.arraycopy(
                raw, Math.max(0, raw.length - 20), key, Math.max(0, 20 - raw.length), Math.min(20, raw.length));
        return generator.generateOneTimePasswordString(
                new SecretKeySpec(key, generator.getAlgorithm()),
                Instant.now().plus(generator.getTimeStep().multipliedBy(steps)));
    }

    private static Map<String, String> fields(String page, String mark, String... more) {
        var fields = new HashMap<>(Visitor.hidden(page, mark));
        fields.putAll(form(more));
        return fields;
    }

    @Test
    void whoLostEverythingGetsANewWayInAndTheOldSessionsEnd() {
        var visitor = arrive(invite("tib", ""), "borta@taby.example");
        var account = Pattern.compile("name=\"account\" content=\"([^\"]+)\"")
                .matcher(visitor.get("/me").body());
        assertThat(account.find()).isTrue();
        var wayIn = Running.as("taby.admin")
                .post("/api/actors/taby/ways-in", "{\"account\":\"" + account.group(1) + "\"}")
                .expect(201)
                .id();
        var other = Visitor.stranger();
        other.post("/invitation", form("key", key(wayIn))).expect(200);
        assertThat(other.get("/me").body()).contains("Anna Åberg");
        assertThat(visitor.get("/me").response().uri().getPath()).isEqualTo("/sign-in");
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
