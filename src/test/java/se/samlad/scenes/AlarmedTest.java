package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From the signal to those who are reached, in browsers: an alarm plan, forty called, and what goes wrong meanwhile (I3). */
class AlarmedTest {

    private static final String URL = "https://samlad.example";
    private static final String CARRIED = "callout.carried.1";

    private final String database = Ground.here().database();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        Ahead.by(Duration.ZERO);
        Ground.here().drop(database);
    }

    private Running calling(Provider sms, Provider voice) {
        return Running.calling(
                database,
                Map.of("samlad.sms", sms.url("/sms"), "samlad.voice", voice.url("/voice"), "samlad.url", URL));
    }

    private static JsonNode of(JsonNode calls, String actor) {
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.get("actor").asString().equals(actor))
                .findFirst()
                .orElseThrow();
    }

    /** The link in the notice to the actor, at the server that is asked here. */
    private static String link(Provider sms, String actor) throws InterruptedException {
        for (var sent = sms.next(); ; sent = sms.next()) {
            var link = Pattern.compile(URL + "(/k/[\\w-]+)").matcher(sent.get("message"));
            if (sent.get("message").contains(actor) && link.find()) return link.group(1);
        }
    }

    private static UUID forum(Running.Account by, UUID incident) {
        var forums =
                by.get("/api/incidents/" + incident + "/forums").expect(200).json();
        return UUID.fromString(forums.get("forums").get(0).get("id").asString());
    }

    @Test
    void fromTheSignalToThoseReachedWithTwoPressesAndAChannelDown_I2_I3_R1() throws Exception {
        try (var sms = new Provider();
                var voice = new Provider();
                var server = calling(sms, voice);
                var county = Window.at(server.url(), "lst.tib", Window.DESKTOP);
                var phone = Window.ofNobodyAt(server.url(), Window.PHONE)) {
            voice.answers(503);
            var incident = server.by("nacka.tib")
                    .post("/api/incidents", "{\"title\":\"Skyfall, vägarna i Nacka står under vatten\"}")
                    .expect(201)
                    .id();
            county.open("/incidents/" + incident).live();
            county.sees("[id='desk.assess']", "Larmplanen Översvämning och skyfall");
            county.find("[id='desk.assess'] a.next").click();
            county.sees("[id='alarm.choice']", "Nacka");
            county.find("#convene-COORDINATING-" + incident + " button.next").click();
            county.sees("[id='forum.list']", "enligt en larmplan");

            var tib = server.by("lst.tib");
            var forum = forum(tib, incident);
            var calls = tib.get("/api/forums/" + forum + "/calls").expect(200).json();
            assertThat(calls).hasSize(37);
            assertThat(tib.get("/api/incidents/" + incident + "/forums")
                            .json()
                            .get("forums")
                            .get(0)
                            .toString())
                    .contains(
                            "{\"actor\":\"nacka\",\"affected\":\"DIRECTLY\"",
                            "{\"actor\":\"taby\",\"affected\":\"INDIRECTLY\"");

            county.open("/incidents/" + incident + "/calls").live();
            county.sees(".big", "1");
            Ahead.by(Duration.ofSeconds(61));
            phone.open(link(sms, "Nacka")).find("main button.next").click();
            phone.sees("main", "Kvitterat");
            county.sees(".big", "2");
            var taby = "#call-" + of(calls, "taby").get("id").asString();
            county.sees(taby, "Sms");
            Ahead.by(Duration.ofSeconds(61 + 121));
            county.sees(taby, "kanalen ligger nere");
            assertThat(voice.taken())
                    .as("those that were on their way together, and then none")
                    .hasSizeLessThan(30);
            county.sees(taby, "till Säkerhetschef");
            county.open("/channels").sees("main", "Ligger nere");
            assertThat(county.complaints()).isEmpty();
        }
    }

    @Test
    void aTimeCriticalAttackIsOnePressForAllInEveryWayAndNobodyTakesItBack_I3() throws Exception {
        try (var sms = new Provider();
                var voice = new Provider();
                var server = calling(sms, voice);
                var county = Window.at(server.url(), "lst.tib", Window.PHONE)) {
            var incident = server.by("polisen.tib")
                    .post("/api/incidents", "{\"title\":\"Pågående attentat på Drottninggatan\"}")
                    .expect(201)
                    .id();
            county.open("/turn").live();
            county.find("button:has-text('Larma alla nu')").first().click();
            county.page().waitForFunction("() => !document.body.textContent.includes('Larma alla nu')");
            var tib = server.by("lst.tib");
            var forums = tib.get("/api/incidents/" + incident + "/forums")
                    .expect(200)
                    .json()
                    .get("forums");
            assertThat(forums).hasSize(2);
            var heard = Listening.to(tib, "/api/live?incident=" + incident);
            for (var each : forums) {
                var forum = each.get("id").asString();
                var path = "/api/forums/" + forum + "/calls";
                assertThat(tib.get(path).json()).hasSize(37);
                // the clock has not moved: nobody waits for anybody
                while (!of(tib.get(path).json(), "nacka")
                        .get("steps")
                        .toString()
                        .contains("\"path\":\"VOICE\",")) heard.until(CARRIED);
                var steps = of(tib.get(path).json(), "nacka").get("steps").toString();
                assertThat(steps).contains("PAGE", "SMS", "VOICE").doesNotContain("TELEPHONE");
                tib.post("/api/forums/" + forum + "/composition", "{\"release\":[\"nacka\"],\"reason\":\"Fel\"}")
                        .expect(422);
                tib.post("/api/forums/" + forum + "/closing", "{\"reason\":\"Fel\"}")
                        .expect(422);
            }
            var plan = tib.get("/api/incidents/" + incident + "/alarm-plan")
                    .json()
                    .get("proposal")
                    .get("plan")
                    .asString();
            var again = "{\"plan\":\"" + plan + "\"}";
            assertThat(tib.post("/api/incidents/" + incident + "/forums", again)
                            .expect(422)
                            .body())
                    .contains("forum.already");
            server.by("polisen.tib")
                    .post("/api/incidents/" + incident + "/forums", again)
                    .expect(403);
        }
    }

    @Test
    void killedInTheMiddleTheLaddersGoOnAndThePageToo_I3() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var node = node(port, "one");
        try (var county = Window.at(node.url(), "lst.tib", Window.DESKTOP)) {
            var incident = post(
                    node,
                    "/api/incidents",
                    "{\"title\":\"Övning skyfall\",\"exercise\":{\"clock\":\"2026-01-14T10:00:00Z\"}}");
            post(node, "/api/incidents/" + incident + "/forums", "{\"level\":\"COORDINATING\"}");
            county.open("/incidents/" + incident + "/calls").live();
            county.sees("[id='callout.ladder']", "36");
            node.kill();
            node.process().waitFor();
            county.find("body:not([data-listening='yes'])").waitFor();
            node = node(port, "two");
            county.live();
            post(node, "/api/incidents/" + incident + "/clock", "{\"now\":\"2026-01-14T10:01:01Z\"}");
            county.sees("[id='callout.ladder'] tr", "E-post");
            county.sees("[id='callout.ladder'] tr", "stannade i huset");
            assertThat(county.find("[id='callout.ladder'] tr:has-text('E-post')")
                            .count())
                    .isGreaterThan(25);
        } finally {
            node.close();
        }
    }

    private Node node(int port, String name) throws IOException {
        var ground = Ground.here();
        return Node.started(
                "--db",
                ground.url(database) + "?user=" + ground.user() + "&password=" + ground.password(),
                "--data",
                folder.resolve(name).toString(),
                "--port",
                String.valueOf(port));
    }

    private static String post(Node node, String path, String json) throws IOException, InterruptedException {
        var request = node.request("lst.tib", path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceAll("(?s).*?\"id\":\"([^\"]*)\".*", "$1");
    }
}
