package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small region of another county, from the signal to the public page (A1, A8, A9, I1, I2): three actors work as forty do. */
class AnotherRegionTest {

    private static String database;
    private static Running gotland;
    private static Running.Account board;
    private static UUID incident;
    private static UUID message;

    @BeforeAll
    static void start() {
        database = Ground.here().database();
        gotland = Running.apart(database, Map.of("samlad.demo.region", "gotland"));
        board = gotland.by("lansstyrelsen.tib");
        incident = gotland.by("polis.tib")
                .post("/api/incidents", "{\"title\":\"Färja på grund\"}")
                .expect(201)
                .id();
        play();
    }

    @AfterAll
    static void end() {
        gotland.close();
        Ground.here().drop(database);
    }

    private static void play() {
        var in = "/api/incidents/" + incident;
        board.post(in + "/forums", "{\"level\":\"COORDINATING\",\"actors\":[\"polis\",\"regiongotland\"]}")
                .expect(201);
        gotland.by("regiongotland.tib")
                .post(in + "/reports", "{\"status\":\"RED\",\"happened\":\"Två skadade\",\"needs\":\"Plats i hamnen\"}")
                .expect(201);
        var direction = board.post(
                        in + "/directions",
                        "{\"aim\":\"Alla i land\",\"measures\":[{\"actor\":\"polis\",\"what\":\"Spärra kajen\"}]}")
                .expect(201)
                .id();
        board.post("/api/directions/" + direction + "/agreement", "{}").expect(201);
        gotland.by("polis.tib")
                .post("/api/directions/" + direction + "/stances", "{\"stance\":\"ACCEPTS\"}")
                .expect(201);
        message = board.post(
                        in + "/messages",
                        "{\"title\":\"Undvik hamnen\",\"text\":\"Räddning pågår\",\"audience\":\"Allmänheten\"}")
                .expect(201)
                .id();
        var path = in + "/messages/" + message;
        gotland.by("samordnare").post(path + "/check", "{}").expect(201);
        board.post(path + "/agreement", "{}").expect(201);
        board.post(path + "/publication", "{}").expect(201);
    }

    @Test
    void thePictureHasItsActorsAndItsMap_C3() {
        var picture =
                board.get("/api/incidents/" + incident + "/picture").expect(200).body();
        assertThat(picture).contains("\"regiongotland\"").contains("\"RED\"");
        var page = board.page("/incidents/" + incident + "/picture").expect(200).body();
        assertThat(page)
                .contains("id=\"area-regiongotland\"")
                .contains("Kartans gränser: ur regionens fil")
                .doesNotContain("OpenStreetMap");
    }

    @Test
    void theRegionalDutyCoordinatorConvenesInTheStead_I4() {
        var other = gotland.by("polis.tib")
                .post("/api/incidents", "{\"title\":\"Storm\"}")
                .expect(201)
                .id();
        gotland.by("samordnare")
                .post("/api/incidents/" + other + "/forums", "{\"level\":\"COORDINATING\",\"actors\":[\"polis\"]}")
                .expect(201);
        var log = board.page("/incidents/" + other).expect(200).body();
        assertThat(log).contains("Länsstyrelsen");
        var forum = board.get("/api/incidents/" + other)
                .expect(200)
                .json()
                .get("forums")
                .get(0);
        assertThat(forum.toString()).contains("lansstyrelsen").contains("polis");
    }

    @Test
    void thePublicPageSaysWhichCounty_K2() {
        var nobody = gotland.nobody();
        assertThat(nobody.page("/public").expect(200).body())
                .contains("Gotlands län")
                .contains("Undvik hamnen");
        assertThat(nobody.page("/public?lang=en").expect(200).body()).contains("Gotland County");
        var cap = nobody.get("/public/messages/" + message + ".cap").expect(200).body();
        assertThat(cap)
                .contains("<areaDesc>Gotlands län</areaDesc>")
                .contains("SE-I<")
                .contains("<polygon>");
        assertThat(nobody.page("/sign-in").expect(200).body()).contains("Gotland");
    }

    /** SMHI's names and outlines decide what concerns the county, here as there. */
    @Test
    void warningsAreThoseOfTheCounty() throws Exception {
        var warning = java.nio.file.Files.readString(java.nio.file.Path.of("scenes/snowstorm/smhi-warning.json"))
                .replace("Stockholms län", "Gotlands län")
                .replace("Stockholm County", "Gotland County")
                .replaceAll("\"id\": ?1,", "\"id\": 9,");
        board.post("/api/watch/smhi", warning).expect(200);
        assertThat(board.get("/api/watch?area=09")
                        .expect(200)
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(board.get("/api/watch?area=01").expect(400).body()).contains("Skriv 09 för länet");
    }

    @Test
    void noPageSpeaksOfTheOtherRegion_inEitherLanguage() {
        var in = "/incidents/" + incident;
        var pages = List.of(
                "/",
                "/turn",
                "/incidents",
                "/watch",
                "/watch?area=all",
                "/actors",
                "/actors/polis",
                "/actors/regiongotland",
                "/prepared",
                "/proof",
                "/search?q=hamnen",
                "/public",
                "/sign-in",
                in,
                in + "/picture",
                in + "/direction",
                in + "/messages",
                in + "/forums",
                in + "/log",
                in + "/manage",
                in + "/wall",
                in + "/stand-down",
                in + "/direction/propose",
                "/there-is-no-such");
        for (var account : List.of("lansstyrelsen.tib", "polis.tib", "kansli", "samordnare"))
            for (var language : List.of("sv", "en"))
                for (var path : pages) {
                    var by = gotland.by(account);
                    var page = by.send(by.request(path, "text/html")
                            .header("Accept-Language", language)
                            .GET());
                    var said = page.body().replaceAll("Europe/Stockholm", "");
                    assertThat(said).as(account + " " + path).doesNotContainIgnoringCase("stockholm");
                }
    }
}
