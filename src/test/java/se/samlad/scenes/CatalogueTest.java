package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the actors can usually share, by API: as widely as each lets, from a form or a file, found where it is needed (D4). */
class CatalogueTest {

    private final String word = UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "xverk";

    private static Running.Answer post(String account, String path, String json) {
        return Running.as(account).post("/api/catalogue" + path, json.replace('\'', '"'));
    }

    private UUID listed(String account, String more) {
        return post(account, "", "{'kind':'POWER','what':'" + word + "','quantity':2,'readyInMinutes':30" + more + "}")
                .expect(201)
                .id();
    }

    private boolean sees(String account) {
        return Running.as(account).get("/api/catalogue").expect(200).body().contains(word);
    }

    @Test
    void membersSeeALineAndOthersDoNot_D4() {
        var id = listed("taby.tib", "");
        assertThat(sees("nacka.tib")).isTrue();
        assertThat(sees("utom.flygplats")).isFalse();
        assertThat(Running.as("utom.flygplats").page("/catalogue/" + id).status())
                .isEqualTo(404);
        assertThat(Running.as("nacka.tib").page("/catalogue?q=" + word).body()).contains(word);
        assertThat(Running.as("nacka.tib")
                        .page("/catalogue?q=" + word + "&format=csv")
                        .body())
                .contains(word);
    }

    @Test
    void aLineIsSeenAsWidelyAsItsOwnerLets_D4() {
        listed("taby.tib", ",'audience':'CHOSEN','to':['nacka']");
        assertThat(sees("taby.chef")).isTrue();
        assertThat(sees("nacka.tib")).isTrue();
        assertThat(sees("solna.tib")).isFalse();
        post("taby.tib", "", "{'kind':'POWER','what':'x','quantity':1,'audience':'CHOSEN','to':['nix']}")
                .expect(422);
    }

    @Test
    void onlyItsOwnerChangesIt_A4() {
        var id = listed("taby.tib", "");
        var other = "{'kind':'POWER','what':'" + word + "','quantity':3}";
        post("nacka.tib", "/" + id + "/change", other).expect(403);
        post("nacka.tib", "/" + id + "/removal", "{}").expect(403);
        post("taby.tib", "", other).expect(422); // it is there already
        post("taby.tib", "/" + id + "/change", other).expect(201);
        assertThat(Running.as("nacka.tib").page("/catalogue/" + id).body()).contains("<dd>3</dd>");
        post("taby.tib", "/" + id + "/removal", "{}").expect(201);
        assertThat(sees("taby.tib")).isFalse();
        post("taby.tib", "/" + id + "/change", other).expect(404);
    }

    @Test
    void aFileIsTakenWholeOrNotAtAll_D4() {
        var id = listed("taby.tib", "");
        var sound = "slag;vad;antal\\nReservkraft;" + word + ";7\\nFordon;" + word + "bil;1";
        post("taby.tib", "/file", "{'text':'" + sound + "\\nFordon;" + word + "buss;-1'}")
                .expect(422);
        post("taby.tib", "/file", "{'text':'" + sound + "','look':true}").expect(422);
        assertThat(Running.as("taby.tib").page("/catalogue/" + id).body()).contains("<dd>2</dd>");
        post("taby.tib", "/file", "{'text':'" + sound + "'}").expect(201);
        assertThat(Running.as("taby.tib").page("/catalogue/" + id).body()).contains("<dd>7</dd>");
        assertThat(Running.as("nacka.tib").get("/api/catalogue").body()).contains(word + "bil");
        post("taby.tib", "/file", "{'text':'" + sound + "'}").expect(422); // nothing is changed
    }

    /** Who writes a need sees who usually has it, and the page of the need says so. */
    @Test
    void whoUsuallyHasItIsSeenWhereItIsNeeded_D4() {
        listed("taby.tib", "");
        assertThat(Running.as("region.vard")
                        .page("/catalogue/usual?words=" + word)
                        .body())
                .contains("Täby: 2 " + word, "klart på 30 min");
        var need = Running.as("region.vard")
                .post(
                        "/api/resource-needs",
                        "{\"what\":\"" + word + "\",\"quantity\":1,\"where\":\"Rimbo\",\"ifNot\":\"Mörkt\"}")
                .expect(201)
                .id();
        assertThat(Running.as("region.vard").page("/resource-needs/" + need).body())
                .contains("Har vanligen detta", "Täby: 2 " + word);
    }

    /** The same line is promised twice in the same time: its owner sees it, and nobody else is told of it. */
    @Test
    void nothingIsLentTwiceUnseen_D4() {
        var item = listed("taby.tib", "");
        var first = promised(item, 2);
        assertThat(over(first)).isFalse();
        var second = promised(item, 1);
        assertThat(over(first)).isTrue();
        assertThat(over(second)).isTrue();
        step("taby.tib", second, "breach", "{'quantity':1,'reason':'Räcker inte'}");
        assertThat(over(first)).isFalse();
        Running.as("nacka.tib")
                .post("/api/resource-needs/" + first + "/promises", "{\"quantity\":1,\"item\":\"" + item + "\"}")
                .expect(422); // another's line
    }

    private UUID promised(UUID item, int quantity) {
        var need = Running.as("region.vard")
                .post(
                        "/api/resource-needs",
                        "{\"what\":\"" + word + "\",\"quantity\":5,\"where\":\"Rimbo\",\"ifNot\":\"Mörkt\"}")
                .expect(201)
                .id();
        step("taby.tib", need, "promises", "{'quantity':" + quantity + ",'item':'" + item + "'}");
        return need;
    }

    private static void step(String account, UUID need, String step, String json) {
        Running.as(account)
                .post("/api/resource-needs/" + need + "/" + step, json.replace('\'', '"'))
                .expect(201);
    }

    private boolean over(UUID need) {
        assertThat(Running.as("region.vard").page("/resource-needs/" + need).body())
                .doesNotContain("än ni har i katalogen");
        return Running.as("taby.tib").page("/resource-needs/" + need).body().contains("än ni har i katalogen");
    }
}
