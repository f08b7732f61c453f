package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An outside organisation is let in to one forum by a link: for a time, in one browser, and to nothing else (A1, A8). */
class GuestTest {

    /** So many requests come from one address. */
    private static final int ASKS = 40;

    private final UUID incident = Prepared.signalled("Gäster");
    private final UUID forum = Prepared.convened(incident);

    /** @param link its path and query */
    private record Invited(UUID guest, String link) {
        String page() {
            return "/guest/" + guest;
        }

        Map<String, String> form() {
            var query = link.substring(link.indexOf('?') + 1).split("[=&]");
            return Map.of("guest", query[1], "key", query[3]);
        }
    }

    private Invited invited() {
        return invited("{\"organisation\":\"Swedavia\",\"function\":\"driftledare\",\"hours\":4}");
    }

    private Invited invited(String json) {
        var answer = Running.as("lst.tib")
                .post("/api/forums/" + forum + "/guests", json)
                .expect(201);
        return new Invited(answer.id(), answer.link());
    }

    private static Visitor opened(Invited invited) {
        var visitor = Visitor.stranger();
        assertThat(visitor.post("/guest/open", invited.form()).expect(200).body())
                .contains("Swedavia");
        return visitor;
    }

    private static Running.Answer says(Visitor visitor, Invited invited, String text) {
        return visitor.post(
                invited.page() + "/notes",
                Map.of("text", text, "once", UUID.randomUUID().toString()));
    }

    private void noted(String audience, String text) {
        Running.as("lst.tib")
                .post(
                        "/api/incidents/" + incident + "/notes",
                        "{\"kind\":\"NOTE\",\"text\":\"" + text + "\",\"marking\":{\"audience\":[\"" + audience
                                + "\"]}}")
                .expect(201);
    }

    @Test
    void lookingAtTheLinkBindsNothingAndPressingBindsItToThatBrowser_A8() {
        var invited = invited();
        var first = Visitor.stranger();
        assertThat(first.get(invited.link()).expect(200).body()).contains("Länsstyrelsen", "Swedavia", "Öppna här");
        assertThat(Visitor.stranger().get(invited.link()).expect(200).body()).contains("Öppna här");
        assertThat(first.get(invited.page()).status()).isEqualTo(404);

        assertThat(first.post("/guest/open", invited.form()).expect(200).body()).contains("Inget är sagt");
        assertThat(first.get(invited.page()).status()).isEqualTo(200);
        assertThat(first.get(invited.link()).expect(200).body())
                .as("here already")
                .contains("Inget är sagt");

        var second = Visitor.stranger();
        assertThat(second.post("/guest/open", invited.form()).expect(410).body())
                .contains("en annan enhet");
        assertThat(second.get(invited.page()).status()).isEqualTo(404);
        long before = Running.server().position();
        second.post("/guest/open", invited.form()).expect(410);
        assertThat(Running.server().position()).as("warned of once").isEqualTo(before);
        assertThat(Running.as("lst.tib").page("/forums/" + forum + "/guests").body())
                .contains("Någon försökte öppna länken på en annan enhet");
        assertThat(first.get(invited.page()).status()).isEqualTo(200);
    }

    @Test
    void ofTwoBrowsersAtOnceOneIsLetIn_A8() throws Exception {
        var invited = invited();
        var statuses = new ArrayList<Integer>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 6; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                int status =
                        Visitor.stranger().post("/guest/open", invited.form()).status();
                synchronized (statuses) {
                    statuses.add(status);
                }
            }));
        }
        for (var thread : threads) thread.join();
        assertThat(statuses).containsExactlyInAnyOrder(200, 410, 410, 410, 410, 410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "%00", "x' or '1'='1"})
    void noOtherKeyOpensIt_A8(String key) {
        var guest = invited().guest().toString();
        Visitor.stranger()
                .post("/guest/open", Map.of("guest", guest, "key", key))
                .expect(404);
        Visitor.stranger().post("/guest/open", Map.of("guest", key, "key", key)).expect(404);
        assertThat(Running.server()
                        .part(JdbcClient.class)
                        .sql("select count(*) from guest_link where octet_length(secret) <> 32")
                        .query((row, number) -> row.getInt(1))
                        .single())
                .as("only digests are stored")
                .isZero();
    }

    @Test
    void theGuestSeesWhatIsMarkedForItsForumAndNothingElse_A8() {
        noted("forum:" + forum, "Bara för forumet");
        noted("incident", "För alla som deltar");
        noted("members", "För alla medlemmar");
        Running.as("lst.tib")
                .post("/api/forums/" + forum + "/next", "{\"reach\":\"Rakel 4711\"}")
                .expect(201);
        var page = opened(invited()).get("/guest/" + latest()).expect(200).body();
        assertThat(page)
                .contains("Bara för forumet", "Rakel 4711", "Länsstyrelsen")
                .doesNotContain("För alla som deltar", "För alla medlemmar", "Snö i norra länet", incident.toString());
    }

    /** The guest that was invited last. */
    private UUID latest() {
        var page = Running.as("lst.tib").page("/forums/" + forum + "/guests").body();
        int at = page.indexOf("id=\"guest-") + 10;
        return UUID.fromString(page.substring(at, at + 36));
    }

    @Test
    void whatAGuestSaysIsMarkedAsFromOutsideAndSeenInItsForumOnly_A4_A8() {
        var invited = invited();
        var guest = opened(invited);
        assertThat(says(guest, invited, "Banan är\u202E stängd").expect(200).body())
                .contains("Banan är stängd");
        var entries = Running.as("taby.tib")
                .get("/api/journal?incident=" + incident)
                .expect(200)
                .json();
        var said = entries.get("entries")
                .valueStream()
                .filter(entry -> entry.get("kind").asString().equals("outside.said.1"))
                .toList();
        assertThat(said).hasSize(1);
        assertThat(said.getFirst().get("actor").asString()).isEqualTo("guest");
        assertThat(Running.as("taby.tib").page("/incidents/" + incident).body())
                .contains("Utifrån: Swedavia (driftledare). Banan är stängd");
        assertThat(Running.as("solna.tib").page("/incidents/" + incident).body())
                .as("not in the forum")
                .doesNotContain("Banan är stängd");
        guest.post(invited.page() + "/acknowledgement", Map.of()).expect(200);
        assertThat(Running.as("lst.tib").page("/forums/" + forum + "/guests").body())
                .contains("Läst");
    }

    @Test
    void aMistakeOfAGuestKeepsWhatItWrote() {
        var invited = invited();
        var guest = opened(invited);
        assertThat(says(guest, invited, " ").expect(422).body()).contains("id=\"note-text-wrong\"");
        assertThat(says(guest, invited, "a".repeat(4_001)).expect(422).body()).contains("a".repeat(4_001));
    }

    @Test
    void revokedInMidFormTheGuestIsOutAndItsTextIsThere_A8() {
        var invited = invited();
        var guest = opened(invited);
        Running.as("polisen.tib")
                .post("/api/guests/" + invited.guest() + "/revocation", "{}")
                .expect(403);
        Running.as("lst.tib")
                .post("/api/guests/" + invited.guest() + "/revocation", "{}")
                .expect(201);
        assertThat(says(guest, invited, "Det jag hann skriva").expect(410).body())
                .contains("återkallad", "Det jag hann skriva");
        assertThat(guest.get(invited.page()).expect(410).body()).contains("återkallad");
        guest.post("/guest/open", invited.form()).expect(410);
        Running.as("lst.tib")
                .post("/api/guests/" + invited.guest() + "/renewal", "{}")
                .expect(422);
    }

    @Test
    void onlyThoseWhoLeadInviteAndOnlyWhileItIsOpen_A8() {
        var path = "/api/forums/" + forum + "/guests";
        var json = "{\"organisation\":\"Swedavia\",\"function\":\"drift\"}";
        Running.as("taby.tib").post(path, json).expect(403);
        Running.as("utom.flygplats").post(path, json).expect(404);
        Running.as("lst.tib")
                .post(path, "{\"organisation\":\"" + "a".repeat(100_000) + "\",\"function\":\"drift\"}")
                .expect(422);
        var invited = invited("{\"organisation\":\"Swed\\r\\navia\\u202e\",\"function\":\"drift\"}");
        assertThat(Running.as("taby.tib").page("/forums/" + forum + "/guests").body())
                .contains("<bdi>Swed avia</bdi>");
        var guest = Visitor.stranger();
        guest.post("/guest/open", invited.form()).expect(200);
        Running.as("lst.tib")
                .post("/api/forums/" + forum + "/closing", "{\"reason\":\"Klart\"}")
                .expect(201);
        Running.as("lst.tib").post(path, json).expect(422);
        assertThat(guest.get(invited.page()).expect(410).body()).contains("Forumet är avslutat");
        assertThat(says(guest, invited, "För sent").expect(410).body()).contains("För sent");
    }

    /** To every other address the guest's browser is a stranger's, whatever it sends along (A4). */
    @Test
    void everyOtherAddressMeetsAStranger_A4() {
        var invited = invited();
        var visitor = opened(invited);
        var cookie =
                "samlad-guest=" + visitor.cookie("samlad-guest").orElseThrow().getValue();
        assertThat(visitor.cookie("samlad-guest").orElseThrow().getPath()).isEqualTo("/guest");
        long before = Running.server().position();
        int asked = 0;
        for (var info : Running.server()
                .part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            for (var pattern : info.getPatternValues()) {
                if (pattern.startsWith("/guest/") || pattern.endsWith("live")) continue;
                var path = pattern.contains("forums/{")
                        ? pattern.replaceAll("\\{\\w+}", forum.toString())
                        : pattern.replaceAll("\\{\\w+}", incident.toString());
                boolean post = info.getMethodsCondition().getMethods().contains(RequestMethod.POST);
                // what one address may ask is bounded, and there are more of these than that
                var guest = Running.anybody().from("127.0.8." + (1 + asked / ASKS));
                var stranger = Running.anybody().from("127.0.9." + (1 + asked / ASKS));
                assertThat(status(guest, path, post, cookie)).as(path).isEqualTo(status(stranger, path, post, ""));
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(60);
        assertThat(Running.server().position()).isEqualTo(before);
        assertThat(status(Running.anybody().from("127.0.8.200"), "/incidents/" + incident, false, cookie))
                .isEqualTo(302);
    }

    private static int status(Running.Account asking, String path, boolean post, String cookie) {
        var request = asking.request(path, "text/html").header("Sec-Fetch-Site", "same-origin");
        if (!cookie.isEmpty()) request.header("Cookie", cookie);
        if (post)
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("text=a"));
        return asking.send(request).status();
    }
}
