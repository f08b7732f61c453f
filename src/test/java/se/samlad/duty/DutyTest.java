package se.samlad.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** A shift is handed over in one act (A6), and a colleague lets in one who has lost her phone at three in the morning. */
class DutyTest {

    private static void gives(String function, String account) {
        var actor = account.substring(0, account.indexOf('.'));
        var answer = Running.as(actor + ".admin")
                .post(
                        "/api/actors/" + actor + "/functions/" + function + "/holders",
                        "{\"account\":\"" + account + "\"}");
        assertThat(answer.status()).isIn(201, 422); // 422: held already
    }

    private static String log(String incident, String account) {
        return Running.as(account).page("/incidents/" + incident).expect(200).body();
    }

    private static String incidentWith(String actor) {
        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Passbyte i " + actor + "\"}")
                .expect(201)
                .id();
        Running.as("lst.tib")
                .post(
                        "/api/incidents/" + incident + "/forums",
                        "{\"level\":\"COORDINATING\",\"actors\":[\"" + actor + "\"]}")
                .expect(201);
        return incident.toString();
    }

    @Test
    void theShiftIsHandedOverWithWhatIsOpenAndTheLogSaysIt_A6() {
        gives("tib", "vallentuna.sakchef");
        var incident = incidentWith("vallentuna");
        var tib = Visitor.of("vallentuna.tib");
        var page = tib.get("/shift").expect(200).body();
        assertThat(page).contains("vallentuna.sakchef", "name=\"open\"");
        var form = new HashMap<>(Visitor.hidden(page, "action=\"/duty/hand-overs\""));
        form.put("to", "vallentuna.sakchef");
        form.put("note", "Ring hamnen klockan fem.");
        form.put("open", "Bekräfta kallelsen");
        tib.post("/duty/hand-overs", form).expect(200);
        var id = Pattern.compile("/duty/hand-overs/([0-9a-f-]{36})/keeping")
                .matcher(tib.get("/shift").body());
        assertThat(id.find()).isTrue();

        var taking = "/api/duty/hand-overs/" + id.group(1) + "/taking";
        Running.as("vallentuna.tib").post(taking, "{}").expect(403);
        Running.as("vallentuna.chef").post(taking, "{}").expect(403);
        Running.as("nacka.tib").post(taking, "{}").expect(404);
        assertThat(Running.as("vallentuna.sakchef").page("/turn").body()).contains("Ta över passet", "Ring hamnen");
        assertThat(Running.as("vallentuna.sakchef").page("/shift").body())
                .contains("Bekräfta kallelsen", "Jag tar över");
        Running.as("vallentuna.sakchef").post(taking, "{}").expect(201);
        Running.as("vallentuna.sakchef").post(taking, "{}").expect(404);
        assertThat(tib.get("/shift").body()).contains("vallentuna.sakchef är i tjänst");
        assertThat(log(incident, "lst.tib")).contains("passet är överlämnat");
    }

    /** What asks for no press is handed over too: a meeting to come, and a measure that is under way. */
    @Test
    void theSuccessorIsToldWhatIsUndertakenAndExpected_A6() {
        gives("tib", "sollentuna.sakchef");
        var incident = incidentWith("sollentuna");
        var board = Running.as("lst.tib");
        var forum = board.get("/api/incidents/" + incident)
                .json()
                .get("forums")
                .get(0)
                .get("id")
                .asString();
        board.post(
                        "/api/forums/" + forum + "/next",
                        "{\"nextAt\":\"" + Instant.now().plusSeconds(7200) + "\"}")
                .expect(201);
        var direction = board.post(
                        "/api/incidents/" + incident + "/directions",
                        "{\"aim\":\"Alla hem\",\"measures\":[{\"actor\":\"sollentuna\",\"what\":\"Sandar backarna\"}]}")
                .expect(201)
                .id();
        board.post("/api/directions/" + direction + "/agreement", "{}").expect(201);
        var tib = Running.as("sollentuna.tib");
        tib.post("/api/directions/" + direction + "/stances", "{\"stance\":\"ACCEPTS\"}")
                .expect(201);
        assertThat(tib.page("/shift").body())
                .contains("Sandar backarna")
                .doesNotContain("value=\"Pågår: Sandar backarna")
                .contains("value=\"Samordnande forum möts ");
        var measure = tib.get("/api/incidents/" + incident + "/directions").body();
        var id = measure.replaceAll("(?s).*\"measures\":\\[\\{\"id\":\"([0-9a-f-]{36})\".*", "$1");
        tib.post("/api/directions/" + direction + "/measures/" + id + "/progress", "{\"state\":\"STARTED\"}")
                .expect(201);
        assertThat(tib.page("/shift").body()).contains("value=\"Pågår: Sandar backarna");
        tib.post("/api/directions/" + direction + "/measures/" + id + "/progress", "{\"state\":\"DONE\"}")
                .expect(201);
        assertThat(tib.page("/shift").body()).doesNotContain("Sandar backarna");
    }

    /** It is let in for some hours, so what it is invited to would end with them. */
    private static void takesNoInvitation(Visitor letIn) {
        var invitation = Running.as("tyreso.admin")
                .post("/api/actors/tyreso/invitations", "{\"function\":\"chef\"}")
                .expect(201)
                .id();
        var link = Pattern.compile("/invitation\\?key=([^\"]+)\"")
                .matcher(Running.as("tyreso.admin")
                        .page("/actors/tyreso/people/invitations/" + invitation)
                        .body());
        assertThat(link.find()).isTrue();
        assertThat(letIn.post("/invitation", Map.of("key", link.group(1), "by", "account"))
                        .expect(422)
                        .body())
                .contains("insläppt för några timmar");
    }

    private static Map<String, String> code(String code) {
        return Map.of("code", code);
    }

    @Test
    void aColleagueLetsSomebodyInForSomeHoursLoudlyAndItIsReviewed() {
        var incident = incidentWith("tyreso");
        var asked =
                "{\"person\":\"tyreso.tib\",\"function\":\"tib\",\"hours\":6,\"how\":\"TELEPHONE\",\"reason\":\"Telefonen gick sönder\"}";
        Running.as("nacka.chef").post("/api/duty/vouchings", asked).expect(422);
        Running.as("tyreso.sakchef").post("/api/duty/vouchings", asked).expect(403);
        for (var wrong : new String[] {
            "\"hours\":13", "\"hours\":0", "\"function\":\"admin\"", "\"person\":\"tyreso.chef\"", "\"reason\":\"\""
        })
            Running.as("tyreso.chef")
                    .post(
                            "/api/duty/vouchings",
                            asked.replaceAll("\"" + wrong.split("\"")[1] + "\":(\"[^\"]*\"|\\d+)", wrong))
                    .expect(422);
        var id = Running.as("tyreso.chef")
                .post("/api/duty/vouchings", asked)
                .expect(201)
                .id();
        var shown = Pattern.compile("class=\"code\">([0-9 ]{11})<")
                .matcher(Running.as("tyreso.chef").page("/vouching").body());
        assertThat(shown.find()).isTrue();
        assertThat(Running.as("tyreso.admin").page("/vouching").body())
                .contains("Telefonen gick sönder")
                .doesNotContain(shown.group(1));

        var visitor = Visitor.stranger();
        assertThat(visitor.post("/sign-in/vouched", code("000 000 000")).status())
                .isEqualTo(422);
        visitor.post("/sign-in/vouched", code(shown.group(1))).expect(200);
        assertThat(visitor.get("/").body()).contains("Tyresö").contains("/shift");
        assertThat(Visitor.stranger()
                        .post("/sign-in/vouched", code(shown.group(1)))
                        .status())
                .as("once")
                .isEqualTo(422);
        assertThat(visitor.get("/actors/tyreso/people").status()).isEqualTo(403);
        assertThat(log(incident, "lst.tib")).contains("insläppt på en kollegas ord");
        takesNoInvitation(visitor);
        assertThat(Running.as("tyreso.admin").page("/turn").body()).contains("Granska");

        var review = "/api/duty/vouchings/" + id + "/review";
        Running.as("tyreso.admin").post(review, "{}").expect(422); // it goes on
        Running.as("tyreso.admin")
                .post("/api/duty/vouchings/" + id + "/ending", "{}")
                .expect(201);
        assertThat(visitor.get("/shift").status()).isEqualTo(403);
        Running.as("tyreso.chef").post(review, "{}").expect(403);
        Running.as("tyreso.admin").post(review, "{\"remark\":\"Rätt gjort\"}").expect(201);
        assertThat(Running.as("tyreso.admin").page("/turn").body()).doesNotContain("Granska");
    }
}
