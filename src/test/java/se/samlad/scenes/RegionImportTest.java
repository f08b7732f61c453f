package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.samlad.journal.Journal;
import tools.jackson.databind.json.JsonMapper;

/** The secretariat reads in a region's file: it sees first what would change, and decides for no actor (A1, A4, A9). */
class RegionImportTest {

    private static Running server;
    private static Running.Account secretariat;

    @BeforeAll
    static void start() {
        server = Running.apart(Ground.here().database(), Map.of("samlad.demo.region", "gotland"));
        secretariat = server.by("kansli");
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static String file() {
        var file = secretariat.get("/region/file").expect(200).body();
        assertThat(secretariat.get("/api/region").expect(200).body()).isEqualTo(file);
        return file;
    }

    private static String json(String text) {
        return new JsonMapper().writeValueAsString(Map.of("text", text));
    }

    @Test
    void onlyTheSecretariatDoes_A9() {
        var board = server.by("lansstyrelsen.tib");
        assertThat(board.page("/region").expect(403).body()).contains("kansli");
        board.get("/api/region").expect(403);
        board.post("/api/region", json(file())).expect(403);
        server.nobody().get("/api/region").expect(401);
    }

    @Test
    void whatIsExportedChangesNothing() {
        var refused = secretariat.post("/api/region", json(file())).expect(422);
        assertThat(refused.body()).contains("region.nothing");
    }

    /** Nothing is taken away by a file, so another region's would give this one two county boards (I2). */
    @Test
    void anotherRegionsFileIsRefused() {
        var other = se.samlad.region.Regions.write(se.samlad.region.Regions.shipped());
        assertThat(secretariat.post("/api/region", json(other)).expect(422).body())
                .contains("region.other");
    }

    @Test
    void aNewActorAndAChangedNameAreRecorded_A1() {
        var more = file().replace("\nareas:", """
                          - code: flygplatsen
                            name: {sv: Visby flygplats, en: Visby Airport}
                            short: Flygplatsen
                            kind: contact
                            functions:
                              - {name: drift, title: Vakt, level: EXECUTING, mandates: [report]}

                        areas:""")
                .replace("name: {sv: \"Polisen, lokalpolisområde Gotland\"", "name: {sv: \"Polisen på Gotland\"");
        secretariat.post("/api/region", json(more)).expect(201);
        var actor = secretariat.get("/api/actors/flygplatsen").expect(200).json();
        assertThat(actor.get("membership").asString()).isEqualTo("CONTACT");
        assertThat(secretariat.get("/api/actors/polis").expect(200).body()).contains("Polisen på Gotland");
        assertThat(secretariat.get("/api/actors/flygplatsen").body()).contains("\"admin\"");
    }

    /** The joint functions have an administrator, and so decide for themselves; others have none here yet. */
    @Test
    void anActorWithAnAdministratorKeepsItsFunctions_A4() {
        var given = new se.samlad.access.AccessFact.FunctionGiven("polis.tib", "polis", "admin");
        var stream = se.samlad.actor.Actors.stream("polis");
        server.part(Journal.class)
                .record(
                        new se.samlad.journal.By("polis.tib", "polis", "tib"),
                        null,
                        facing -> java.util.List.of(se.samlad.journal.Draft.on(
                                stream, stream, given, se.samlad.journal.Labels.of("admin:polis"))));
        var before = secretariat.get("/api/actors/polis").expect(200).json().get("functions");
        var changed = file().replace("title: {sv: \"Vakthavande befäl\"", "title: {sv: \"Någon annan\"");
        assertThat(changed).contains("Någon annan");
        secretariat.post("/api/region", json(changed)).expect(422);
        assertThat(secretariat.get("/api/actors/polis").expect(200).json().get("functions"))
                .isEqualTo(before);
    }

    @Test
    void mistakesAreToldLineByLine_andWhatWasTypedIsKept() {
        var page = Visitor.of(server, "kansli");
        long before = server.position();
        var wrong = file().replace("kind: police", "kind: polise").replace("level: DIRECTING", "level: DIRECTIG");
        var answer = page.post("/region", fields(page, wrong, true));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("kind: polise")
                .contains("Menas ”police”?")
                .contains("rad ");
        assertThat(server.position()).isEqualTo(before);
        assertThat(page.post("/region", fields(page, "x".repeat(100_000), true)).body())
                .contains("rad 1");
        assertThat(page.post("/region", fields(page, "\n".repeat(500_000), true))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void thePageShowsFirst_andOnePressCarriesOut() {
        var page = Visitor.of(server, "kansli");
        long before = server.position();
        var more = file().replace("Färjerederiet", "Färjebolaget");
        var looked = page.post("/region", fields(page, more, true));
        assertThat(looked.status()).isEqualTo(422);
        assertThat(looked.body())
                .contains("Inget är ändrat ännu")
                .contains("<del>Färjerederiet</del>")
                .contains("<ins>Färjebolaget</ins>")
                .contains("Genomför ändringarna");
        assertThat(server.position()).isEqualTo(before);
        var late = fields(page, more, false);
        late.put("drawn", UUID.randomUUID().toString());
        assertThat(page.post("/region", late).status()).isEqualTo(409);
        assertThat(server.position()).isEqualTo(before);
        assertThat(page.post("/region", fields(page, more, false)).status()).isEqualTo(200);
        assertThat(secretariat.get("/api/actors/destination").body()).contains("Färjebolaget");
    }

    private static Map<String, String> fields(Visitor page, String text, boolean look) {
        var fields =
                new java.util.LinkedHashMap<>(Visitor.hidden(page.get("/region").body(), "action=\"/region\""));
        fields.put("text", text);
        if (look) fields.put("look", "true");
        return fields;
    }
}
