package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.Awaited;
import se.samlad.scenes.Running.Answer;

/** The database goes away and comes back: what is in memory is read, nothing is lost, all heals by itself (DESIGN §3). */
class AwayTest {

    private static final String TYPED = "Vi stänger \"bron\" <nu>";
    private static final String SHOWN = "Vi stänger \"bron\" &lt;nu&gt;";
    private static final Pattern AWAY = Pattern.compile(">Databasen har inte svarat sedan \\d\\d:\\d\\d\\.");

    private static Cut line;
    private static String database;
    private static Running server;

    private Visitor visitor;
    private String incident;

    /** How it goes away. */
    enum How {
        CUT {
            @Override
            void go() {
                line.cut();
            }
        },
        HANGING {
            @Override
            void go() {
                line.hang();
            }
        },
        RESTARTED {
            @Override
            void go() {
                line.hang();
                Ground.here()
                        .execute(
                                "postgres",
                                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database
                                        + "'");
                line.cut();
            }
        };

        abstract void go();
    }

    @BeforeAll
    static void begin() {
        var ground = Ground.here();
        database = ground.database();
        var real = URI.create(ground.url(database).substring("jdbc:".length()));
        line = Cut.to(real.getPort());
        var through = ground.url(database).replace(":" + real.getPort(), ":" + line.port());
        server = Running.apart(
                database,
                Map.of(
                        "spring.datasource.url",
                        through,
                        "spring.datasource.hikari.connection-timeout",
                        1_000,
                        "spring.datasource.hikari.validation-timeout",
                        500,
                        "spring.datasource.hikari.data-source-properties.socketTimeout",
                        1));
    }

    @BeforeEach
    void warm() {
        visitor = Visitor.of(server, "lst.tib");
        incident = "/incidents/"
                + server.by("lst.tib")
                        .post("/api/incidents", "{\"title\":\"Bron svajar\"}")
                        .expect(201)
                        .id();
        note("Före avbrottet", UUID.randomUUID()).expect(201);
        visitor.get(incident).expect(200);
        visitor.get("/").expect(200);
    }

    @AfterEach
    void back() {
        line.pass();
        Awaited.until(() -> note("Åter", UUID.randomUUID()).status() == 201);
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
        line.close();
        Ground.here().drop(database);
    }

    private Answer note(String text, UUID key) {
        return server.by("lst.tib")
                .post("/api" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"" + text + "\"}", key);
    }

    private void awaitNoticed() {
        Awaited.until(() -> saysAway(visitor.get(incident).expect(200).body()));
    }

    private static boolean saysAway(String page) {
        return AWAY.matcher(page).find();
    }

    @ParameterizedTest
    @EnumSource
    void writingIsRefusedAndReadingGoesOn_promise1(How how) throws Exception {
        try (var stream = Listening.to(server.by("taby.tib"), "/api/live?incident=" + incident.substring(11))) {
            note("Lyssnar", UUID.randomUUID()).expect(201);
            stream.until("Lyssnar");
            visitor.get(incident).expect(200);
            how.go();
            var key = UUID.randomUUID();
            var refused = note("Under avbrottet", key).expect(503);
            assertThat(refused.response().headers().firstValue("Retry-After")).hasValue("3");
            assertThat(refused.json().get("code").asString()).isEqualTo("error.unavailable");
            awaitNoticed();
            assertThat(visitor.get(incident).expect(200).body()).contains("Före avbrottet");
            visitor.get("/").expect(200);

            line.pass();
            Awaited.until(() -> note("Under avbrottet", key).status() == 201);
            assertThat(stream.until("Under avbrottet"))
                    .noneMatch(event -> event.kind().equals("reset"));
            note("Efteråt", UUID.randomUUID()).expect(201);
            assertThat(stream.until("Efteråt")).hasSize(1);
            Awaited.until(() -> !saysAway(visitor.get(incident).expect(200).body()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasTypedIsKeptUnderItsKey_promise1(How how) {
        var form = new LinkedHashMap<>(
                Visitor.hidden(visitor.get(incident).expect(200).body(), "action=\"" + incident + "/log"));
        form.put("kind", "NOTE");
        form.put("text", TYPED);
        how.go();
        awaitNoticed();
        var page = visitor.post(incident + "/log", form).expect(503).body();
        assertThat(page).contains("class=\"mistakes\"", SHOWN, form.get("once"));

        line.pass();
        Awaited.until(() -> note("Åter igen", UUID.randomUUID()).status() == 201);
        var again = Visitor.hidden(page, "action=\"" + incident + "/log");
        again.put("kind", "NOTE");
        again.put("text", TYPED);
        for (int i = 0; i < 2; i++) visitor.post(incident + "/log", again).expect(200);
        assertThat(visitor.get(incident).body().split(SHOWN, -1)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasTypedIsKeptWhereNotEvenThePageIsThere_promise1(How how) {
        var form = new LinkedHashMap<>(
                Visitor.hidden(visitor.get(incident).expect(200).body(), "action=\"" + incident + "/log"));
        form.put("kind", "NOTE");
        form.put("text", TYPED);
        how.go();
        visitor.sessionIsForgotten();
        var page = visitor.post(incident + "/log", form).expect(503);
        assertThat(page.response().headers().firstValue("Retry-After")).hasValue("3");
        assertThat(page.body()).contains("id=\"sent\"", SHOWN, form.get("once"));

        line.pass();
        Awaited.until(() -> note("Åter igen", UUID.randomUUID()).status() == 201);
        visitor = Visitor.of(server, "lst.tib");
        visitor.post(incident + "/log", Visitor.hidden(page.body(), "id=\"sent\""))
                .expect(200);
        assertThat(visitor.get(incident).body()).contains(SHOWN);
    }
}
