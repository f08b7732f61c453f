package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ladder by real channels, against a stand-in that fails, doubles and lies; and the answers that come back (I3, R1). */
class CalledByChannelsTest {

    private static final String URL = "https://samlad.example";
    private static final String CARRIED = "callout.carried.1";

    private final String database = Ground.here().database();
    private Provider provider;
    private Running server;
    private Running.Account tib;
    private UUID incident;
    private UUID forum;
    private Listening heard;

    @BeforeEach
    void start() {
        provider = new Provider();
        server = Running.calling(
                database,
                Map.of(
                        "samlad.sms",
                        provider.url("/sms"),
                        "samlad.voice",
                        provider.url("/voice"),
                        "samlad.url",
                        URL,
                        "samlad.duty-phone",
                        "08-785 40 00"));
        tib = server.by("lst.tib");
    }

    @AfterEach
    void end() {
        Ahead.by(Duration.ZERO);
        server.close();
        provider.close();
        Ground.here().drop(database);
    }

    private void nackaIsCalled(String more) throws Exception {
        incident = tib.post("/api/incidents", "{\"title\":\"Hemligt läckage\"" + more + "}")
                .expect(201)
                .id();
        forum = tib.post(
                        "/api/incidents/" + incident + "/forums", "{\"level\":\"COORDINATING\",\"actors\":[\"nacka\"]}")
                .expect(201)
                .id();
        heard = Listening.to(tib, "/api/live?incident=" + incident);
    }

    private JsonNode nacka() {
        var calls = tib.get("/api/forums/" + forum + "/calls").expect(200).json();
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.get("actor").asString().equals("nacka"))
                .findFirst()
                .orElseThrow();
    }

    private String state() {
        return nacka().get("state").asString();
    }

    /** The steps so far, each with its way and outcome. */
    private List<String> steps() {
        var steps = new ArrayList<String>();
        for (var step : nacka().get("steps"))
            steps.add(step.get("path").asString() + " " + step.get("outcome").asString("?"));
        return steps;
    }

    private String here(String address) {
        return address.replace(URL, server.url());
    }

    @Test
    void aReportIsBelievedOnceAndAForgedOneNever() throws Exception {
        nackaIsCalled("");
        Ahead.by(Duration.ofSeconds(61));
        var sms = provider.next();
        assertThat(sms).containsEntry("path", "/sms").containsEntry("from", "Samlad");
        assertThat(sms.get("to")).startsWith("+4670174");
        assertThat(sms.get("message"))
                .as("nothing of what has happened")
                .contains("Länsstyrelsen kallar", "Nacka", "Svara JA")
                .doesNotContain("läckage");
        assertThat(provider.authorization()).startsWith("Basic ");
        heard.until(CARRIED);
        while (!steps().contains("SMS HANDED_OVER")) heard.until(CARRIED);
        assertThat(steps()).contains("MAIL NO_PATH"); // no server for e-mail here: stepped over at once

        var report = here(sms.get("whendelivered"));
        assertThat(Provider.tells(report.substring(0, report.length() - 3) + "AAA", Map.of("status", "delivered")))
                .isEqualTo(204);
        Provider.tells(report, Map.of("id", "s1", "status", "sent"));
        assertThat(state()).isEqualTo("CALLED");
        Provider.tells(report, Map.of("id", "s1", "status", "delivered"));
        assertThat(state()).isEqualTo("DELIVERED");
        for (var lie : List.of("delivered", "failed", "", "<script>"))
            assertThat(Provider.tells(report, Map.of("status", lie))).isEqualTo(204);
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(steps()).contains("SMS DELIVERED");
    }

    @Test
    void aReplyCountsFromANumberThatWasCalledAndFromNoOther() throws Exception {
        nackaIsCalled("");
        Ahead.by(Duration.ofSeconds(61));
        var number = provider.next().get("to");
        var page = server.by("kansli").page("/channels").expect(200).body();
        var replies = Pattern.compile("<code>" + URL + "(/channels/sms/[\\w-]+)</code>")
                .matcher(page);
        assertThat(replies.find()).isTrue();
        assertThat(tib.page("/channels").expect(200).body()).doesNotContain(replies.group(1));
        var address = server.url() + replies.group(1);

        assertThat(Provider.tells(address + "x", Map.of("from", number, "message", "JA")))
                .isEqualTo(404);
        var stranger = Provider.post(address, Map.of("from", "+46701740699", "message", "JA"));
        assertThat(stranger.statusCode()).isEqualTo(200);
        assertThat(stranger.body()).isEmpty();
        assertThat(Provider.post(address, Map.of("from", number, "message", "Nej, ring"))
                        .body())
                .contains("Svara JA");
        assertThat(state()).isEqualTo("CALLED");
        assertThat(Provider.post(address, Map.of("from", number, "message", "Ja tack!"))
                        .body())
                .contains("kvitterat");
        assertThat(state()).isEqualTo("ACKNOWLEDGED");
        assertThat(tib.page("/incidents/" + incident).body()).contains("Nacka");
        Provider.post(address, Map.of("from", number, "message", "JA"));
        assertThat(state()).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void aChannelThatIsDownIsSeenAndSteppedOverAtOnceUntilItWorksAgain_R1_R4() throws Exception {
        provider.answers(503);
        nackaIsCalled("");
        Ahead.by(Duration.ofSeconds(61));
        while (steps().stream().noneMatch(step -> step.startsWith("TELEPHONE"))) heard.until("callout.steps-taken.1");
        assertThat(steps()).contains("SMS DOWN", "VOICE DOWN");
        assertThat(provider.taken()).as("tried once, and then left alone").hasSize(2);
        assertThat(server.by("nacka.tib").get("/api/channels").body()).contains("\"DOWN\"");
        assertThat(server.by("nacka.tib").page("/channels").body()).contains("Ligger nere");

        provider.answers(200);
        Ahead.by(Duration.ofSeconds(61 + 40));
        nackaIsCalled("");
        Ahead.by(Duration.ofSeconds(61 + 40 + 61));
        while (!steps().contains("SMS HANDED_OVER")) heard.until(CARRIED);
        assertThat(tib.page("/channels").body()).contains("Fungerar");
    }

    @Test
    void theLinkOfANoticeAnswersThatOneCallByOnePressAndNeverByLooking() throws Exception {
        nackaIsCalled("");
        Ahead.by(Duration.ofSeconds(61));
        var sms = provider.next();
        var link = sms.get("message").replaceAll("(?s).*" + URL + "(/k/[\\w-]+).*", "$1");
        var nobody = server.nobody();
        for (int i = 0; i < 3; i++) // a scanner of links looks too
        assertThat(nobody.page(link).expect(200).body())
                    .contains("Kvittera", "Frågor: 08-465 004")
                    .doesNotContain("läckage");
        assertThat(state()).isEqualTo("CALLED");
        var other = sms.get("whendelivered").replaceAll(".*/", "/k/");
        for (var forged : List.of(link.substring(0, link.length() - 2) + "AA", link + "A", "/k/x", other)) {
            assertThat(nobody.page(forged).status()).isEqualTo(404);
            assertThat(Visitor.stranger(server).post(forged, Map.of()).status()).isEqualTo(404);
        }
        assertThat(state()).isEqualTo("CALLED");
        assertThat(Visitor.stranger(server).post(link, Map.of()).expect(200).body())
                .contains("Kvitterat");
        assertThat(state()).isEqualTo("ACKNOWLEDGED");
        assertThat(Visitor.stranger(server).post(link, Map.of()).expect(200).body())
                .as("again")
                .contains("Kvitterat");
        assertThat(tib.get("/api/incidents/" + incident + "/forums").body()).contains("\"acknowledged\":2");
    }

    @Test
    void anExerciseThatIsKeptInSendsNothingAndShowsWhatItWouldHaveSent() throws Exception {
        nackaIsCalled(",\"exercise\":{\"clock\":\"2026-01-14T10:00:00Z\"}");
        server.by("nacka.tib")
                .post("/api/incidents/" + incident + "/calls-kept-in", "{\"keptIn\":true}")
                .expect(403);
        tib.post("/api/incidents/" + incident + "/calls-kept-in", "{\"keptIn\":true}")
                .expect(201);
        tib.post("/api/incidents/" + incident + "/clock", "{\"now\":\"2026-01-14T10:01:01Z\"}")
                .expect(201);
        while (!steps().contains("MAIL KEPT_IN")) heard.until(CARRIED);
        tib.post("/api/incidents/" + incident + "/clock", "{\"now\":\"2026-01-14T10:05:00Z\"}")
                .expect(201);
        while (!steps().contains("SMS KEPT_IN")) heard.until(CARRIED);
        assertThat(provider.taken()).isEmpty();
        assertThat(tib.page("/incidents/" + incident + "/calls").expect(200).body())
                .contains("ÖVNING. Länsstyrelsen kallar");
    }

    @Test
    void whatMayHaveBeenSentBeforeACrashIsNotSentTwiceAndTheLadderGoesOn() throws Exception {
        nackaIsCalled("");
        var call = nacka().get("id").asString();
        var key = UUID.nameUUIDFromBytes(("sending:" + call + "/2").getBytes(StandardCharsets.UTF_8));
        try (var connection = Ground.here().asSuperuser(database).getConnection();
                var claimed = connection.createStatement()) {
            claimed.executeUpdate(
                    "insert into sending (key, incident, call, rung, way, addresses, claimed_at) values ('" + key
                            + "', '" + incident + "', '" + call + "', 2, 'SMS', '+46701740605', now())");
        }
        Ahead.by(Duration.ofSeconds(62)); // the node that claimed it was stopped a minute ago
        assertThat(provider.next()).as("the next step").containsEntry("path", "/voice");
        while (!steps().contains("VOICE HANDED_OVER")) heard.until(CARRIED);
        assertThat(steps()).contains("SMS UNCERTAIN");
        assertThat(provider.taken()).hasSize(1);
    }
}
