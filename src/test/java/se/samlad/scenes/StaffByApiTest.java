package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Running.post;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rooms of forums, a collaboration staff and an operator cluster, by API (F7, R2). */
class StaffByApiTest {

    private static int status(String account, String path, String json) {
        return Running.as(account).post(path, json).status();
    }

    private static JsonNode get(String account, UUID forum) {
        return Running.as(account)
                .get("/api/forums/" + forum + "/staff")
                .expect(200)
                .json();
    }

    @Test
    void aStaffIsOpenedFilledHandedOverAndClosed_F7() {
        var incident = Prepared.signalled("Snö och stab");
        var forum = "/api/forums/" + Prepared.convened(incident);
        var id = UUID.fromString(forum.substring(12));
        assertThat(status("lst.tib", forum + "/staff", "{}")).isEqualTo(422);
        post("lst.tib", forum + "/rooms", "{\"room\":\"Stora salen\",\"link\":\"video 4711\"}");
        assertThat(status("taby.tib", forum + "/rooms", "{\"room\":\"Hos oss\"}"))
                .isEqualTo(403);
        var staff = post("lst.tib", forum + "/staff", "{\"posts\":[\"CHIEF\",\"PICTURE\"]}");
        assertThat(status("lst.tib", forum + "/staff", "{}")).isEqualTo(422);
        var path = "/api/staffs/" + staff;

        var all = Stream.of("taby.tib", "nacka.tib", "polisen.tib", "sos.tib")
                .map(account -> CompletableFuture.runAsync(() -> post(account, path + "/presence", "{}")))
                .toList();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        post("taby.tib", path + "/presence", "{\"post\":\"PICTURE\"}");
        post("taby.tib", path + "/hand-over", "{\"text\":\"Väg 76 är osäker\"}");
        post("nacka.tib", path + "/presence", "{\"post\":\"PICTURE\"}");
        post("taby.tib", path + "/presence", "{\"gone\":true}");
        assertThat(status("taby.tib", path + "/closing", "{\"reason\":\"Slut\"}"))
                .isEqualTo(403);

        var told = get("solna.tib", id);
        assertThat(told.get("rooms").get("room").asString()).isEqualTo("Stora salen");
        var sits = told.get("staffs").get(0);
        assertThat(sits.get("there")).hasSize(3);
        assertThat(sits.get("there").toString()).doesNotContain("taby/tib");
        var left = sits.get("handedOver").get("PICTURE");
        assertThat(List.of(left.get("text").asString(), left.get("taken").asString()))
                .containsExactly("Väg 76 är osäker", "nacka/tib");
        var page = Running.as("solna.tib")
                .page("/incidents/" + incident + "/forums")
                .body();
        assertThat(page).contains("Samverkansstab", "Stora salen", "video 4711", "Väg 76 är osäker", "/wall");
        assertThat(Running.as("solna.tib").page("/incidents/" + incident).body())
                .contains("Väg 76 är osäker");

        post("lst.tib", path + "/closing", "{\"reason\":\"Läget är normalt\"}");
        assertThat(status("nacka.tib", path + "/presence", "{\"gone\":true}")).isEqualTo(422);
        post("lst.tib", forum + "/staff", "{\"room\":\"Lilla salen\",\"reserve\":\"Brandstationen\"}");
        assertThat(get("lst.tib", id).get("rooms").get("reserve").asString()).isEqualTo("Brandstationen");
    }

    /** Who does not see the forum sees neither room nor staff, and gets the same answer as where there is none. */
    @Test
    void aNarrowForumsRoomIsForItsOwn_S1() {
        var incident = Prepared.signalled("Kluster för få");
        var forum = post(
                "polisen.tib",
                "/api/incidents/" + incident + "/forums",
                "{\"level\":\"EXECUTING\",\"name\":\"Kluster i city\",\"actors\":[\"sos\",\"ssbf\"],"
                        + "\"marking\":{\"audience\":[\"actor:sos\",\"actor:ssbf\"]}}");
        var staff = post("polisen.tib", "/api/forums/" + forum + "/staff", "{\"room\":\"Ledningscentralen\"}");
        post("sos.tib", "/api/staffs/" + staff + "/presence", "{\"post\":\"LIAISON\"}");
        assertThat(get("ssbf.tib", forum).toString()).contains("Ledningscentralen", "LIAISON");
        Running.as("taby.tib").get("/api/forums/" + forum + "/staff").expect(404);
        assertThat(status("taby.tib", "/api/staffs/" + staff + "/presence", "{}"))
                .isEqualTo(404);
        assertThat(Running.as("taby.tib")
                        .page("/incidents/" + incident + "/forums")
                        .body())
                .doesNotContain("Ledningscentralen");
    }

    @Test
    void aDirectingForumHasRoomsAndNoStaff_F7() {
        var incident = Prepared.signalled("Chefer utan stab");
        var forum = post(
                "lst.chef",
                "/api/incidents/" + incident + "/forums",
                "{\"level\":\"DIRECTING\",\"actors\":[\"polisen\",\"taby\"]}");
        post("lst.chef", "/api/forums/" + forum + "/rooms", "{\"room\":\"Residenset\"}");
        assertThat(status("lst.chef", "/api/forums/" + forum + "/staff", "{\"room\":\"Residenset\"}"))
                .isEqualTo(422);
    }
}
