package se.samlad.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Ahead;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** Before something grave, whoever signed in long ago proves again who it is; what was typed waits and is sent once. */
class AgainTest {

    private static String database;
    private static Running server;

    @BeforeAll
    static void begin() {
        database = Ground.here().database();
        server = Running.apart(database, Map.of("samlad.data", ""), Ahead.class);
    }

    @AfterAll
    static void end() {
        Ahead.by(Duration.ZERO);
        server.close();
        Ground.here().drop(database);
    }

    @Test
    void whatIsGraveAsksAgainAndIsSentOnce() {
        var admin = Visitor.of(server, "taby.admin");
        Ahead.by(Duration.ofMinutes(31));
        var page = admin.get("/actors/taby/people").expect(200).body();
        var form = new HashMap<>(Visitor.hidden(page, "action=\"/actors/taby/invitations\""));
        form.put("function", "tib");
        form.put("address", "efter.en.stund@taby.example");
        var asked = admin.post("/actors/taby/invitations", form);
        assertThat(asked.response().uri().getPath()).isEqualTo("/sign-in/again");
        assertThat(asked.body()).contains("Är det du?");
        admin.post("/sign-in/again", Map.of("password", "fel", "to", "/")).expect(422);
        assertThat(admin.get("/actors/taby/people").body()).doesNotContain("efter.en.stund");

        var confirm = admin.post("/sign-in/again", Map.of("password", "samlad", "to", "/"))
                .expect(200);
        assertThat(confirm.response().uri().getPath()).isEqualTo("/sign-in/confirm");
        assertThat(confirm.body()).contains("efter.en.stund@taby.example");
        var kept = Visitor.hidden(confirm.body(), "action=\"/actors/taby/invitations\"");
        assertThat(admin.post("/actors/taby/invitations", kept).expect(200).body())
                .contains("/invitation?key=");
        admin.post("/actors/taby/invitations", kept);
        assertThat(admin.get("/actors/taby/people").body().split("<bdi>efter.en.stund@taby.example", -1))
                .as("once")
                .hasSize(2);
    }

    /** Programs prove themselves with each call. */
    @Test
    void aProgramIsNotAsked() {
        Ahead.by(Duration.ofMinutes(62));
        server.by("nacka.admin")
                .post("/api/actors/nacka/invitations", "{\"function\":\"tib\"}")
                .expect(201);
    }
}
