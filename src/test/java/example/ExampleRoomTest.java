package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** Given errands, when they are asked, taken and done, by forms as by programs, then the list and the waiting lines say so. */
class ExampleRoomTest {

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.apart(Ground.here().database(), Map.of(), ExampleRoom.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String asked(String what) {
        var answer = server.by("lst.tib").post("/api/errands", "{\"what\":\"" + what + "\"}");
        return "/errands/" + answer.expect(201).id();
    }

    @Test
    void itIsTakenOnceAndDoneByWhoTookIt_A4() {
        var errand = "/api" + asked("Hämta bandvagnen");
        server.by("taby.tib").post(errand + "/taking", "{}").expect(201);
        assertThat(server.by("nacka.tib")
                        .post(errand + "/taking", "{}")
                        .expect(422)
                        .body())
                .contains("example.taken");
        server.by("nacka.tib").post(errand + "/ending", "{}").expect(403);
        server.by("taby.tib").post(errand + "/ending", "{}").expect(201);
        server.by("taby.tib").post(errand + "/ending", "{}").expect(422);
    }

    /** What one takes on is what one has read: other words meanwhile are shown first. */
    @Test
    void nobodyTakesOnWhatHeHasNotRead() {
        var errand = asked("Hämta ett elverk");
        var taby = Visitor.of(server, "taby.tib");
        var turn = taby.get("/turn").expect(200).body();
        var version = turn.substring(turn.indexOf(errand + "/taking"));
        version = version.substring(version.indexOf("name=\"drawn\" value=\"") + 20, version.indexOf("</form>"));
        version = version.substring(0, version.indexOf('"'));
        server.by("lst.tib")
                .post("/api" + errand + "/rewording", "{\"what\":\"Hämta tio elverk\"}")
                .expect(201);
        var form =
                Map.of("page", "/turn", "form", "settle-" + errand.replace("/errands/", "errand-"), "drawn", version);
        var shown = taby.post(errand + "/taking", form).expect(409).body();
        assertThat(shown).contains("<del>ett </del>", "<ins>tio </ins>");
        assertThat(server.by("nacka.tib")
                        .post("/api" + errand + "/taking", "{}")
                        .status())
                .as("nobody has taken it yet")
                .isEqualTo(201);
    }

    @Test
    void aFormSaysTheSameAndLeadsBack() {
        var errand = asked("Laga väderskyddet");
        var taby = Visitor.of(server, "taby.tib");
        assertThat(taby.get("/turn").expect(200).body()).contains("Laga väderskyddet", errand + "/taking");
        var answer = taby.post(errand + "/taking", Map.of("page", "/errands")).expect(200);
        assertThat(answer.response().uri().getPath()).isEqualTo("/errands");
        assertThat(taby.get("/turn").expect(200).body()).doesNotContain("Laga väderskyddet");
        taby.post(errand + "/ending", Map.of("hou", "Klart")).expect(400);
        taby.post("/errands", Map.of("what", " ")).expect(422);
    }

    @Test
    void theListIsAPageAndAFile() {
        asked("Ställ fram elverket");
        var komm = Visitor.of(server, "taby.tib");
        assertThat(komm.get("/errands?state=ASKED&q=elverk").expect(200).body())
                .contains("Ställ fram elverket", "<a href=\"/errands\"");
        assertThat(komm.get("/errands?q=elverk&format=csv").expect(200).body())
                .contains("Ställ fram elverket;ingen har tagit det");
    }
}
