package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is let in, by what, and what the browser is told to keep to itself. */
class SignInTest {

    @Test
    void cookiesAreForOurPagesOnly() {
        var visitor = Visitor.of("taby.tib");
        visitor.get("/language/sv");
        for (var name : List.of("samlad", "account", "language"))
            assertThat(visitor.cookie(name)).as(name).hasValueSatisfying(c -> {
                assertThat(c.isHttpOnly()).isTrue();
                assertThat(c.getPath()).isEqualTo("/");
                assertThat(c.getSecure()).as("this is not https").isFalse();
            });
        var set = Running.anybody().page("/language/sv").response();
        assertThat(set.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(c -> c.contains("SameSite=Lax"));
    }

    /** Whether there is such an account is nobody's to learn. */
    @Test
    void aWrongPasswordAndNoSuchAccountLookAlike() {
        var wrong = refused("taby.tib");
        assertThat(wrong).contains("role=\"alert\"").isEqualTo(refused("ingen.alls"));
    }

    @Test
    void signingInGivesTheSessionAnotherName() {
        var visitor = Visitor.of("taby.tib");
        var before = visitor.cookie("samlad").orElseThrow().getValue();
        visitor.signIn("solna.tib", Map.of("to", "/")).expect(200);
        assertThat(visitor.cookie("samlad").orElseThrow().getValue()).isNotEqualTo(before);
    }

    @Test
    void passwordsAndTokensAreNotKeptAsTheyAre() {
        var database = Running.server().part(JdbcClient.class);
        assertThat(database.sql("select password from credential where password is not null")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(kept -> kept.startsWith("$argon2id$"));
        assertThat(database.sql("select digest from token").query(String.class).list())
                .isNotEmpty()
                .allMatch(kept -> kept.matches("[0-9a-f]{64}"));
    }

    @Test
    void aTokenIsItsAccountAndMakesNoSession() {
        var answer = Running.as("taby.tib").get("/api/incidents").expect(200);
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
        new Running.Account(Running.server(), "Bearer demo-taby.tib2")
                .get("/api/incidents")
                .expect(401);
        new Running.Account(Running.server(), "Bearer ").get("/api/incidents").expect(401);
    }

    private static String refused(String account) {
        Running.server();
        var visitor = Visitor.stranger();
        return visitor.post("/sign-in", Map.of("account", account, "password", "fel", "to", "/"))
                .expect(200)
                .body()
                .replaceAll("content=\"\\d{4}-[^\"]*\"", "");
    }
}
