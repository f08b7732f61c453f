package se.samlad.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** Who is let in, by whom, with what (A4, A6): from the invitation to the end of the function. */
class LetInTest {

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
        var invitation = Invited.invite("tib", "");
        var key = Invited.key(invitation);
        var visitor = Visitor.stranger();
        assertThat(visitor.get("/invitation?key=" + key).expect(200).body()).contains("Täby", "Tjänsteman i beredskap");
        assertThat(visitor.post(
                                "/invitation",
                                Invited.form(
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
                        Invited.form(
                                "key",
                                key,
                                "name",
                                "Eva Ek",
                                "address",
                                "eva@taby.example",
                                "password",
                                Invited.PASSWORD,
                                "by",
                                "password"))
                .expect(200);
        assertThat(visitor.get("/").expect(200).body()).contains("Täby");
        assertThat(Visitor.stranger().get("/invitation?key=" + key).status()).isEqualTo(410);

        var again = Visitor.stranger();
        again.post("/sign-in", Invited.form("account", "EVA@taby.example", "password", Invited.PASSWORD, "to", "/me"))
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
                        .post(
                                "/sign-in",
                                Invited.form("account", "eva@taby.example", "password", Invited.PASSWORD, "to", "/"))
                        .body())
                .contains("hör inte ihop");
    }

    /** Two who use one link at the same time: one gets in. */
    @Test
    void aLinkWorksOnce() throws Exception {
        var key = Invited.key(Invited.invite("sakchef", ""));
        var answers = new java.util.concurrent.ConcurrentLinkedQueue<Integer>();
        var threads = new java.util.ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            int one = i;
            threads.add(Thread.ofVirtual()
                    .start(() -> answers.add(Visitor.stranger()
                            .post(
                                    "/invitation",
                                    Invited.form(
                                            "key",
                                            key,
                                            "name",
                                            "Två " + one,
                                            "address",
                                            "",
                                            "password",
                                            Invited.PASSWORD,
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
        var invitation = Invited.invite("tib", "");
        var first = Invited.key(invitation);
        Running.as("taby.admin")
                .post("/api/invitations/" + invitation + "/renewal", "{}")
                .expect(201);
        var second = Invited.key(invitation);
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
}
