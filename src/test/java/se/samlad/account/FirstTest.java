package se.samlad.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** From an empty database to an installation with an administrator: by a link, never by a default password. */
class FirstTest {

    private static final String PASSWORD = "en lykta vid bryggan";

    @TempDir
    private static Path folder;

    private static String database;
    private static Running empty;

    @BeforeAll
    static void begin() {
        database = Ground.here().database();
        empty = Running.apart(database, Map.of("samlad.demo", "false", "samlad.data", folder.toString()));
    }

    @AfterAll
    static void end() {
        empty.close();
        Ground.here().drop(database);
    }

    private static String key() {
        return empty.part(FirstAdministrator.class)
                .link("http://samlad.example")
                .orElseThrow()
                .replaceAll(".*key=", "");
    }

    private static Map<String, String> account(String key, String address) {
        return Map.of("key", key, "name", "Berit Lind", "address", address, "password", PASSWORD, "by", "password");
    }

    @Test
    void theFirstLinkMakesTheFirstAccountAndTheFirstAccountBeginsTheRegion() throws Exception {
        var old = key();
        var key = key();
        var file = folder.resolve(FirstAdministrator.FILE);
        assertThat(Files.readString(file)).isEqualTo("http://samlad.example/first?key=" + key + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        var visitor = Visitor.stranger(empty);
        assertThat(visitor.get("/first?key=" + old).status())
                .as("a link of an earlier start")
                .isEqualTo(410);
        assertThat(visitor.get("/first?key=").status()).isEqualTo(410);
        visitor.get("/first?key=" + key).expect(200);
        assertThat(visitor.post(
                                "/first",
                                Map.of(
                                        "key",
                                        key,
                                        "name",
                                        "Berit Lind",
                                        "address",
                                        "b@x.example",
                                        "password",
                                        "samladsamlad",
                                        "by",
                                        "password"))
                        .expect(422)
                        .body())
                .contains("value=\"Berit Lind\"");
        var chosen =
                visitor.post("/first", account(key, "berit@samlad.example")).expect(200);
        assertThat(chosen.response().uri().getPath()).isEqualTo("/first/region");
        assertThat(Visitor.stranger(empty)
                        .post("/first", account(key, "en.till@samlad.example"))
                        .status())
                .isEqualTo(410);
        assertThat(visitor.get("/").response().uri().getPath()).isEqualTo("/first/region");

        assertThat(visitor.post("/first/region", Map.of("way", "file", "file", "actors: ["))
                        .expect(422)
                        .body())
                .contains("rad ");
        assertThat(visitor.post("/first/region", Map.of("way", "empty", "county", "Skånes län"))
                        .expect(200)
                        .body())
                .contains("Länsstyrelsen");
        var begun = visitor.post("/first/region", Map.of("way", "shipped", "sure", "yes"))
                .expect(200);
        assertThat(begun.response().uri().getPath()).isEqualTo("/admission");
        assertThat(begun.body()).contains("Täby", "Nacka");
        assertThat(file).doesNotExist();
        assertThat(empty.part(FirstAdministrator.class).link("http://samlad.example"))
                .isEmpty();
        assertThat(Visitor.stranger(empty).get("/first?key=" + key).status()).isEqualTo(410);

        var fields = new java.util.HashMap<>(Visitor.hidden(
                visitor.get("/actors/taby/people").expect(200).body(), "action=\"/actors/taby/invitations\""));
        fields.put("address", "admin@taby.example");
        var link = visitor.post("/actors/taby/invitations", fields).expect(200);
        assertThat(link.body()).contains("/invitation?key=", "admin@taby.example", "<svg");
        assertThat(visitor.get("/admission").body()).contains("inbjuden");
        // what is the actor's own is not the secretariat's (A4)
        assertThat(visitor.post("/actors/taby/invitations", with(fields, "function", "tib"))
                        .status())
                .isEqualTo(403);
        assertThat(Visitor.stranger(empty)
                        .post("/sign-in", Map.of("account", "lst.tib", "password", "samlad", "to", "/"))
                        .body())
                .as("no account of the demo")
                .contains("hör inte ihop");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new java.util.HashMap<>(fields);
        more.put(name, value);
        more.put("once", java.util.UUID.randomUUID().toString());
        return more;
    }
}
