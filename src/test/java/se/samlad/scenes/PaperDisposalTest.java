package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A paper is disposed of by itself or with the entry that it hangs on: name, hash and bytes are gone, and that is said (DESIGN §6). */
class PaperDisposalTest {

    private static final String DECISION = "{\"ground\":\"Arkivlagen 10 §\",\"decision\":\"KS 2026/17\"";

    private static UUID thing() {
        return ActsOnCases.raised("taby.tib", "Handlingar " + UUID.randomUUID());
    }

    private static byte[] file() {
        return PaperTest.text("Kvarnström " + UUID.randomUUID());
    }

    private static UUID attach(String account, UUID thing, String name, byte[] file) {
        return Sent.attach(account, thing, name, file).expect(201).id();
    }

    private static boolean isStored(byte[] file) throws Exception {
        return Running.server()
                        .part(JdbcClient.class)
                        .sql("select (select count(*) from paper_part where sha256 = ?)"
                                + " + (select count(*) from paper where sha256 = ?)")
                        .params(
                                HexFormat.of().parseHex(PaperTest.hash(file)),
                                HexFormat.of().parseHex(PaperTest.hash(file)))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static void dispose(String account, UUID entry, String more, int status) {
        Running.as(account)
                .post("/api/entries/" + entry + "/disposal", DECISION + more + "}")
                .expect(status);
    }

    private static JsonNode listed(UUID thing) {
        return Running.as("nacka.tib")
                .get("/api/papers?of=" + thing)
                .expect(200)
                .json();
    }

    @Test
    void aPaperGoesByItselfAndNothingOfItIsLeft() throws Exception {
        var thing = thing();
        var file = file();
        var name = "kvarn" + UUID.randomUUID().toString().substring(0, 8) + ".txt";
        var id = attach("taby.tib", thing, name, file);
        var stays = file();
        attach("nacka.tib", thing, "annat.txt", stays);
        var search = "/search?q=" + name;
        assertThat(Running.as("solna.tib").page(search).body()).contains(name, "En handling i Handlingar");
        assertThat(Running.as("utom.flygplats").page(search).body()).doesNotContain(">" + name);

        dispose("taby.tib", id, "", 403);
        dispose("nacka.chef", id, "", 404);
        var page = Visitor.of("taby.chef");
        assertThat(page.get("/cases/" + thing).body()).contains("/entries/" + id + "/disposal");
        assertThat(page.get("/entries/" + id + "/disposal").body()).contains("/cases/" + thing);
        dispose("taby.chef", id, "", 201);
        dispose("taby.chef", id, "", 422);

        assertThat(isStored(file)).isFalse();
        assertThat(isStored(stays)).isTrue();
        assertThat(Running.as("nacka.tib").get("/papers/" + id).status()).isEqualTo(422);
        var gone = listed(thing).get(0);
        assertThat(gone.get("disposed").asBoolean()).isTrue();
        assertThat(gone.toString()).doesNotContain(name, PaperTest.hash(file));
        assertThat(Running.as("nacka.tib").page("/cases/" + thing).body())
                .contains("En handling som är gallrad", "annat.txt")
                .doesNotContain(name);
        assertThat(Running.as("solna.tib").page(search).body()).doesNotContain(">" + name);
        attach("taby.tib", thing, "igen.txt", file);
        assertThat(isStored(file)).as("attached anew").isTrue();
    }

    @Test
    void theSameBytesElsewhereStay() throws Exception {
        var file = file();
        var one = attach("taby.tib", thing(), "a.txt", file);
        var other = attach("taby.tib", thing(), "b.txt", file);
        dispose("taby.chef", one, "", 201);
        assertThat(isStored(file)).isTrue();
        Running.as("nacka.tib").get("/papers/" + other).expect(200);
        dispose("taby.chef", other, "", 201);
        assertThat(isStored(file)).isFalse();
    }

    @Test
    void papersGoWithTheCaseThatTheyHangOnAsFarAsTheyAreTheActorsOwn_A4() throws Exception {
        var thing = thing();
        var own = file();
        var others = file();
        attach("taby.tib", thing, "egen.txt", own);
        attach("nacka.tib", thing, "annans.txt", others);
        var hand = Visitor.of("taby.chef");
        var form = hand.get("/entries/" + thing + "/disposal").expect(200).body();
        assertThat(form)
                .contains("Gallra också handlingen som hör till", "egen.txt")
                .doesNotContain("annans.txt");
        var hidden = Visitor.hidden(form, "id=\"disposal-" + thing + "\"");
        hidden.put("ground", "Arkivlagen 10 §");
        hidden.put("decision", "KS 2026/18");
        hidden.put("papers", "true");
        assertThat(hand.post("/entries/" + thing + "/disposal", hidden)
                        .expect(422)
                        .body())
                .contains("egen.txt");
        hidden.put("sure", "true");
        assertThat(hand.post("/entries/" + thing + "/disposal", hidden)
                        .expect(200)
                        .body())
                .contains("[gallrad");
        assertThat(isStored(own)).isFalse();
        assertThat(isStored(others)).isTrue();
        var told =
                Running.as("nacka.tib").get("/api/cases/" + thing).expect(200).json();
        assertThat(told.get("title").asString()).isEqualTo("[gallrad / disposed of]");
        assertThat(told.get("state").asString()).as("what steers stays").isEqualTo("RAISED");
        assertThat(listed(thing)).hasSize(2);
    }

    @Test
    void theEntryAloneLeavesItsPapers() throws Exception {
        var thing = thing();
        var file = file();
        attach("taby.tib", thing, "egen.txt", file);
        dispose("taby.chef", thing, "", 201);
        assertThat(isStored(file)).isTrue();
    }
}
