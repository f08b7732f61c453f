package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running.Account;

/** Promise 2: nothing that one may not see changes one byte of what one is given, by page, answer or stream. */
class HiddenEntriesTest {

    private static final String WORD = "Skuggspaning";
    private static final String NARROW =
            ",\"marking\":{\"audience\":[\"actor:lst\",\"actor:polisen\"],\"ground\":\"OSL 18:1\"}";
    private static final List<String> OF_THE_INCIDENT = List.of(
            "/incidents/I",
            "/incidents/I/picture",
            "/incidents/I/direction",
            "/incidents/I/messages",
            "/incidents/I/forums",
            "/incidents/I/wall",
            "/api/incidents/I",
            "/api/incidents/I/picture",
            "/api/incidents/I/directions",
            "/api/incidents/I/messages",
            "/api/incidents/I/forums",
            "/api/journal?incident=I");
    private static final List<String> AROUND = List.of(
            "/",
            "/incidents",
            "/search?q=" + WORD,
            "/search?q=storm",
            "/api/incidents",
            "/public",
            "/public/messages.json");

    private static UUID incident;
    private static UUID forum;

    /** An exercise, whose clock stands still: nothing on its pages grows older while the test runs. */
    @BeforeEach
    void begin() {
        incident = Ice.signal("Isstorm som prövar ögonen", ",\"exercise\":{\"clock\":\"2026-01-14T09:52:00+01:00\"}");
        forum = lst("chef", "forums", "{\"level\":\"DIRECTING\",\"actors\":[\"polisen\",\"taby\"]}");
        var direction = Ice.propose(incident, forum);
        agree(direction);
        Running.as("taby.tib")
                .post("/api/incidents/" + incident + "/reports", "{\"status\":\"GREEN\",\"happened\":\"Lugnt\"}")
                .expect(201);
    }

    @Test
    void hiddenEntriesChangeNothingForTheOnlooker() {
        var solna = Running.as("solna.tib");
        seen(solna);
        var before = seen(solna);
        seen(solna)
                .forEach((path, is) ->
                        assertThat(is).as("by itself nothing changes: " + path).isEqualTo(before.get(path)));
        hide();
        var after = seen(solna);
        before.forEach((path, was) ->
                assertThat(after.get(path)).as(path).isEqualTo(was).doesNotContain("kuggspaning hos"));
        shownToThePolice();
    }

    /** Otherwise the test above could not fail. */
    private static void shownToThePolice() {
        var police = seen(Running.as("polisen.tib"));
        for (var path : OF_THE_INCIDENT)
            if (!path.equals("/api/incidents/I") && !path.endsWith("wall"))
                assertThat(police.get(path)).as(path).contains(WORD + " hos");
        assertThat(police.get("/search?q=" + WORD)).contains(WORD + " hos");
        for (var path : List.of("/incidents/I", "/api/journal?incident=I"))
            assertThat(seen(Running.as("lst.tib")).get(path))
                    .contains(WORD + " hos polisen", WORD + " hos länsstyrelsen");
    }

    @Test
    void theOnlookersStreamBringsTheNextOpenEntryOnly() throws IOException {
        try (var lines = stream(Running.as("solna.tib"))) {
            hide();
            var open = Running.as("taby.tib")
                    .post("/api/incidents/" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"Öppet för alla\"}")
                    .expect(201);
            assertThat(firstEntry(lines)).contains(open.id().toString(), "Öppet för alla");
        }
    }

    /** As above, with eyes that see: the stream does bring what is narrow to whom it is narrowed to. */
    @Test
    void thePolicesStreamBringsWhatIsTheirs() throws IOException {
        try (var lines = stream(Running.as("polisen.tib"))) {
            hide();
            assertThat(firstEntry(lines)).contains(WORD + " hos polisen");
        }
    }

    @Test
    void theOutsiderIsToldThatThereIsNothing() {
        hide();
        var outside = Running.as("utom.flygplats");
        for (var path : OF_THE_INCIDENT) {
            var answer = asked(outside, path).expect(404);
            assertThat(answer.body()).as(path).doesNotContain("Isstorm som prövar", WORD, incident.toString());
        }
        for (var path : List.of("/", "/incidents", "/search?q=ögonen", "/api/incidents"))
            assertThat(asked(outside, path).expect(200).body())
                    .as(path)
                    .doesNotContain("Isstorm som prövar", incident.toString());
        assertThat(outside.journal()).doesNotContain("Isstorm som prövar", incident.toString());
        outside.get("/api/live?incident=" + incident).expect(404);
        outside.page("/entries/" + incident).expect(404);
    }

    private static Map<String, String> seen(Account who) {
        var all = new TreeMap<String, String>();
        for (var path : OF_THE_INCIDENT)
            all.put(path, still(asked(who, path).expect(200).body()));
        for (var path : AROUND) all.put(path, still(asked(who, path).expect(200).body()));
        return all;
    }

    private static Running.Answer asked(Account who, String path) {
        var there = path.replace("incidents/I", "incidents/" + incident).replace("=I", "=" + incident);
        return path.startsWith("/api/") ? who.get(there) : who.page(there);
    }

    /**
     * Without what differs each time a page is asked for: the keys of its forms, our clock, and how old what others have
     * left waiting is by now (with the digest that is made of that).
     */
    private static String still(String body) {
        return body.replaceAll("name=\"once\" value=\"[^\"]*\"", "once")
                .replaceAll("(<time [^>]*data-age=[^>]*>)[^<]*</time>", "$1")
                .replaceAll("class=\"waited\"( hidden)?", "waited") // it shows from a quarter of an hour on
                .replaceAll("(desk\\.turn(-here)?:[0-9a-f-]{36}:)[0-9a-f]+", "$1")
                .replaceAll("<time data-(clock|heard)[^>]*>[^<]*</time>", "now")
                .replaceFirst("^(\\{\"cursor\":\"[^\"]*\"),\"at\":\"[^\"]*\"", "$1")
                .replaceAll("\"now\":\"[^\"]*\"", "now")
                .replaceAll("<meta name=\"now\" content=\"[^\"]*\">", "now");
    }

    /** What only the police and the county board see: of every kind that can be told so few. */
    private static void hide() {
        police("reports", "{\"status\":\"RED\",\"happened\":\"" + WORD + " hos polisen\"" + NARROW + "}");
        var note = police("notes", "{\"kind\":\"NOTE\",\"text\":\"" + WORD + " hos polisen\"" + NARROW + "}");
        Running.as("polisen.tib")
                .post(
                        "/api/notes/" + note + "/correction",
                        "{\"text\":\"" + WORD + " hos polisen igen\",\"reason\":\"Fel\"}")
                .expect(201);
        police("relays", "{\"about\":\"Solna\",\"text\":\"" + WORD + " hos Solna\",\"source\":\"Tips\"" + NARROW + "}");
        police(
                "messages",
                "{\"title\":\"" + WORD + " hos polisen\",\"text\":\"a\",\"audience\":\"Press\"" + NARROW + "}");
        lst("tib", "notes", "{\"kind\":\"NOTE\",\"text\":\"" + WORD + " hos länsstyrelsen\"" + NARROW + "}");
        lst(
                "tib",
                "forums",
                "{\"level\":\"EXECUTING\",\"name\":\"" + WORD + " hos oss\",\"actors\":[\"polisen\"]" + NARROW + "}");
        var direction = lst(
                "chef",
                "directions",
                "{\"forum\":\"" + forum + "\",\"aim\":\"" + WORD
                        + " hos alla\",\"measures\":[{\"actor\":\"solna\",\"what\":\"" + WORD + " hos Solna\"}]"
                        + NARROW + "}");
        agree(direction);
        Running.as("polisen.chef")
                .post("/api/directions/" + direction + "/stances", "{\"stance\":\"ACCEPTS\"}")
                .expect(201);
    }

    private static void agree(UUID direction) {
        Running.as("lst.chef")
                .post("/api/directions/" + direction + "/agreement", "{}")
                .expect(201);
    }

    private static UUID police(String what, String body) {
        return Running.as("polisen.tib")
                .post("/api/incidents/" + incident + "/" + what, body)
                .expect(201)
                .id();
    }

    private static UUID lst(String function, String what, String body) {
        return Running.as("lst." + function)
                .post("/api/incidents/" + incident + "/" + what, body)
                .expect(201)
                .id();
    }

    private static BufferedReader stream(Account who) throws IOException {
        try {
            var answer = HttpClient.newHttpClient()
                    .send(
                            who.request("/api/live?incident=" + incident, "text/event-stream")
                                    .GET()
                                    .build(),
                            BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String firstEntry(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine())
            if (!line.isEmpty() && !line.startsWith(":") && !line.startsWith("id:") && !line.startsWith("event:"))
                return line;
        throw new AssertionError("the stream ended");
    }
}
