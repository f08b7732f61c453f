package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody of a member of which nobody is reached comes in to one forum, and to none of the member's functions (A6). */
class LetInByForumTest {

    private final UUID incident = Prepared.signalled("Ingen svarar");
    private final UUID forum = Prepared.convened(incident);

    private Running.Answer admitted(String by, String json) {
        return Running.as(by).post("/api/forums/" + forum + "/admissions", json);
    }

    /** Only the actor can say who is one of its people: until it does, and after, she is a guest and nothing else. */
    @Test
    void aPersonOfAMemberThatIsNotReachedIsAGuestUntilTheMemberSaysAndAfter_A6() {
        var whole = "{\"actor\":\"taby\",\"function\":\"drift\",\"known\":\"Vi ringde växeln\"}";
        admitted("taby.tib", whole).expect(403);
        for (var actor : new String[] {"solna", "nowhere", "ssr", "guest"})
            assertThat(admitted("rsib", whole.replace("taby", actor))
                            .expect(422)
                            .body())
                    .contains("kallad till forumet");
        admitted("rsib", whole.replace("Vi ringde växeln", " ")).expect(422);
        admitted("rsib", whole.replace("Vi ringde växeln", "a".repeat(100_000))).expect(422);

        var answer = admitted("rsib", whole).expect(201);
        var link = answer.link();
        var query = link.substring(link.indexOf('?') + 1).split("[=&]");
        var guest = Visitor.stranger();
        assertThat(guest.post("/guest/open", Map.of("guest", query[1], "key", query[3]))
                        .expect(200)
                        .body())
                .contains("Täby har inte bekräftat än att du är en av dem");
        assertThat(guest.get("/incidents/" + incident).response().uri().getPath())
                .isEqualTo("/sign-in");
        assertThat(Running.as("taby.tib").page("/turn").body()).contains("är insläppt som en av era");
        assertThat(Running.as("polisen.tib").page("/turn").body()).doesNotContain("är insläppt som en av era");

        var path = "/api/guests/" + answer.id();
        for (var other : new String[] {"rsib", "lst.tib", "polisen.tib"})
            Running.as(other).post(path + "/confirmation", "{}").expect(403);
        Running.as("taby.tib").post(path + "/confirmation", "{}").expect(201);
        Running.as("taby.tib").post(path + "/denial", "{}").expect(422);
        assertThat(Running.as("taby.tib").page("/turn").body()).doesNotContain("är insläppt som en av era");
        assertThat(guest.get("/guest/" + answer.id()).expect(200).body())
                .contains("Täby har bekräftat att du är en av dem");
        assertThat(guest.post("/guest/" + answer.id() + "/notes", Map.of("text", "Nu är jag här"))
                        .expect(200)
                        .body())
                .contains("Utifrån: Täby (drift)");
    }

    @Test
    void whomTheMemberDeniesIsOut_A6() {
        var answer = admitted("rsib", "{\"actor\":\"taby\",\"function\":\"drift\",\"known\":\"Sågs\"}")
                .expect(201);
        Running.as("taby.tib")
                .post("/api/guests/" + answer.id() + "/denial", "{}")
                .expect(201);
        Running.as("taby.tib")
                .post("/api/guests/" + answer.id() + "/confirmation", "{}")
                .expect(422);
        Running.as("lst.tib")
                .post("/api/guests/" + answer.id() + "/renewal", "{}")
                .expect(422);
        assertThat(Running.as("polisen.tib").page("/incidents/" + incident).body())
                .contains("Gästen är inte en av aktörens egna, säger aktören");
    }
}
