package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.actor.Actor;
import se.samlad.region.Region;
import se.samlad.region.Regions;
import tools.jackson.databind.json.JsonMapper;

/** Three hundred actors work as three do (A1): they are read in, convened and shown together. */
class ManyActorsTest {

    private static final int MANY = 300;

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.apart(Ground.here().database(), Map.of("samlad.demo.region", "gotland"));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static String many() {
        var here = Regions.parse(server.by("kansli").get("/api/region").body().getBytes(StandardCharsets.UTF_8))
                .sound();
        var actors = new ArrayList<>(here.actors());
        var functions = new ArrayList<>(here.functions());
        for (int i = 0; i < MANY; i++) {
            var code = "kommun-" + i;
            actors.add(new Actor(
                    code,
                    "Kommun " + i,
                    "Municipality " + i,
                    "Kommun " + i,
                    null,
                    Actor.Kind.MUNICIPALITY,
                    Actor.Membership.PARTY,
                    null,
                    null,
                    List.of(),
                    List.of()));
            for (var level : Level.values())
                functions.add(new Function(
                        code,
                        level.name().toLowerCase(java.util.Locale.ROOT),
                        "Chef",
                        "Head",
                        level,
                        Set.of(Mandate.REPORT, Mandate.STANCE, Mandate.ADMINISTER),
                        null,
                        null));
        }
        return Regions.write(
                new Region(here.name(), actors, functions, here.groups(), here.forums(), here.areas(), List.of()));
    }

    @Test
    void theyAreReadIn_convened_andShown() {
        var kansli = server.by("kansli");
        var board = server.by("lansstyrelsen.tib");
        var file = many();
        kansli.post("/api/region", new JsonMapper().writeValueAsString(Map.of("text", file)))
                .expect(201);
        assertThat(board.get("/api/actors").json().size()).isEqualTo(MANY + 3);
        var incident =
                board.post("/api/incidents", "{\"title\":\"Snö\"}").expect(201).id();
        var all = new ArrayList<String>();
        for (int i = 0; i < MANY; i++) all.add("\"kommun-" + i + "\"");
        board.post(
                        "/api/incidents/" + incident + "/forums",
                        "{\"level\":\"COORDINATING\",\"actors\":[" + String.join(",", all) + "]}")
                .expect(201);
        for (var path : List.of(
                "/actors",
                "/actors/kommun-7",
                "/incidents/" + incident,
                "/incidents/" + incident + "/picture",
                "/incidents/" + incident + "/forums",
                "/incidents/" + incident + "/wall")) board.page(path).expect(200);
        var looked = Visitor.of(server, "kansli");
        var fields = new java.util.LinkedHashMap<>(
                Visitor.hidden(looked.get("/region").body(), "action=\"/region\""));
        fields.put("text", file.replace("Municipality", "Commune"));
        fields.put("look", "true");
        var preview = looked.post("/region", fields);
        assertThat(preview.status()).isEqualTo(422);
        assertThat(preview.body()).contains("Ändrat: " + MANY);
    }
}
