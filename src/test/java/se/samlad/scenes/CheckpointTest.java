package se.samlad.scenes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running.Account;
import tools.jackson.databind.JsonNode;

/** Others check the journal by what it gives them: with their own keys, and with verifiers that are not ours (DESIGN §6). */
class CheckpointTest {

    private static final String CHECKPOINT = "/api/journal/checkpoint";
    private static final String COSIGNATURES = CHECKPOINT + "/cosignatures";
    private static final String COSIGNERS = CHECKPOINT + "/cosigners";
    private static final String INCLUSION = "/api/journal/proof/inclusion";
    private static final String CONSISTENCY = "/api/journal/proof/consistency";

    private static Account kansli() {
        return Running.as("kansli");
    }

    /** As whoever gets it reads it. */
    private record Read(String text, long size, byte[] root, String name, byte[] id, byte[] signature) {
        static Read of(String note) {
            var lines = note.split("\n");
            var signed = lines[4].split(" ");
            byte[] both = Base64.getDecoder().decode(signed[2]);
            return new Read(
                    String.join("\n", Arrays.copyOf(lines, 3)) + "\n",
                    Long.parseLong(lines[1]),
                    Base64.getDecoder().decode(lines[2]),
                    signed[1],
                    Arrays.copyOf(both, 4),
                    Arrays.copyOfRange(both, 4, both.length));
        }
    }

    private static Read checkpoint() {
        return Read.of(kansli().get(CHECKPOINT).expect(200).body());
    }

    private static boolean verifies(byte[] key, String text, byte[] signature) {
        var signer = new Ed25519Signer();
        signer.init(false, new Ed25519PublicKeyParameters(key));
        signer.update(text.getBytes(UTF_8), 0, text.getBytes(UTF_8).length);
        return signer.verifySignature(signature);
    }

    @Test
    void aCheckpointIsSignedByTheKeyThatIsShown() throws Exception {
        var answer = kansli().get(CHECKPOINT).expect(200);
        assertThat(answer.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        var read = Read.of(answer.body());
        var shown = kansli().get(COSIGNATURES).json().get("key").asString().split("\\+", 3);
        byte[] material = Base64.getDecoder().decode(shown[2]);
        byte[] key = Arrays.copyOfRange(material, 1, material.length);
        assertThat(material[0]).isEqualTo((byte) 1);
        assertThat(read.name()).isEqualTo(shown[0]).isEqualTo(read.text().split("\n")[0]);
        assertThat(read.id()).isEqualTo(Script.keyId(shown[0], 1, key));
        assertThat(HexFormat.of().formatHex(read.id())).isEqualTo(shown[1]);
        assertThat(verifies(key, read.text(), read.signature())).isTrue();
        assertThat(verifies(key, read.text().replace("\n" + read.size(), "\n" + (read.size() + 1)), read.signature()))
                .isFalse();
    }

    @Test
    void anotherReaderOfCheckpointsReadsOurs() throws Exception {
        var note = kansli().get(CHECKPOINT).body();
        var read = Checkpoints.from(note);
        assertThat(read.getSize()).isEqualTo(Read.of(note).size());
        assertThat(read.getBase64Hash())
                .isEqualTo(Base64.getEncoder().encodeToString(Read.of(note).root()));
        assertThat(read.getSignatures()).isNotEmpty();
    }

    @Test
    void theKeyLiesOutsideTheDatabaseForItsOwnerOnly() throws Exception {
        Running.server();
        var file = Ground.here().folder().resolve("data/checkpoint.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("BEGIN PRIVATE KEY", "BEGIN PUBLIC KEY");
    }

    @Test
    void onlyWhoMayVerifyIsToldHowMuchThereIs() {
        var paths = List.of(
                CHECKPOINT,
                COSIGNATURES,
                INCLUSION + "?position=1",
                INCLUSION + "?entry=" + UUID.randomUUID(),
                CONSISTENCY + "?from=1");
        for (var path : paths) {
            Running.as("taby.chef").get(path).expect(403);
            Running.as("utom.flygplats").get(path).expect(403);
            Running.anybody().get(path).expect(401);
        }
        Running.as("lst.tib").get(CHECKPOINT).expect(200);
        assertThat(Running.as("taby.chef").page("/proof").expect(200).body()).doesNotContain("samlad/");
        assertThat(kansli().page("/proof").expect(200).body()).contains("samlad/");
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }

    private static List<byte[]> hashes(JsonNode proof) {
        var all = new ArrayList<byte[]>();
        proof.get("hashes").forEach(hash -> all.add(bytes(hash)));
        return all;
    }

    @Test
    void anEntryIsProvedByItsPositionItsIdAndItsReceipt() throws Exception {
        var taby = Running.as("taby.tib");
        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Bevis\"}")
                .expect(201)
                .id();
        var note = taby.post(
                        "/api/incidents/" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"Vägen är stängd\"}")
                .expect(201)
                .id();
        var page = taby.page("/entries/" + note).expect(200).body();
        var receipt = page.replaceAll("(?s).*<code>([^<]+)</code>.*", "$1");
        assertThat(receipt).startsWith(note + ".");
        var head = fresh(incident);
        var byId = kansli().get(INCLUSION + "?entry=" + note + "&size=" + head.size())
                .expect(200)
                .json();
        long index = byId.get("leafIndex").asLong();
        assertThat(byId.get("position").asLong()).isEqualTo(index + 1);
        assertThat(bytes(byId.get("root"))).isEqualTo(head.root());
        InclusionProofVerifier.verify(bytes(byId.get("leaf")), index, head.size(), hashes(byId), head.root());
        for (var named : List.of("position=" + (index + 1), "receipt=" + receipt))
            assertThat(kansli().get(INCLUSION + "?" + named + "&size=" + head.size())
                            .expect(200)
                            .json())
                    .isEqualTo(byId);
        var other = receipt.substring(0, 37) + "A".repeat(43);
        assertThat(kansli().get(INCLUSION + "?receipt=" + other).expect(422).body())
                .contains("kvittot");
    }

    /** One that covers all that was there: the last may be of a moment before. */
    private static Read fresh(UUID incident) {
        var last = Running.as("lst.tib")
                .post("/api/incidents/" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"Sist\"}")
                .expect(201)
                .id();
        long at = kansli().get(INCLUSION + "?entry=" + last)
                .expect(200)
                .json()
                .get("position")
                .asLong();
        var read = checkpoint();
        while (read.size() < at) read = checkpoint();
        return read;
    }

    @Test
    void aLaterCheckpointBuildsOnAnEarlier() {
        var before = checkpoint();
        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Följd\"}")
                .expect(201)
                .id();
        var after = fresh(incident);
        assertThat(after.size()).isGreaterThan(before.size());
        var proof = kansli().get(CONSISTENCY + "?from=" + before.size() + "&to=" + after.size())
                .expect(200)
                .json();
        assertThat(bytes(proof.get("fromRoot"))).isEqualTo(before.root());
        assertThat(bytes(proof.get("toRoot"))).isEqualTo(after.root());
        assertThat(proof.get("hashes").size()).isPositive();
    }

    @Test
    void whatIsNoQuestionIsAnsweredSo() {
        long much = 900_000_000_000L;
        var wrong = List.of(
                "",
                "?position=x",
                "?entry=x",
                "?receipt=x",
                "?position=1&entry=" + UUID.randomUUID(),
                "?position=1&size=x");
        for (var query : wrong) assertProblem(kansli().get(INCLUSION + query), 400);
        for (var query : List.of(
                "?position=0",
                "?position=-1",
                "?position=" + much,
                "?position=1&size=" + much,
                "?position=2&size=1",
                "?position=1&size=0",
                "?position=1&size=-5")) assertProblem(kansli().get(INCLUSION + query), 422);
        assertProblem(kansli().get(INCLUSION + "?entry=" + UUID.randomUUID()), 404);
        for (var query : List.of("", "?from=x", "?from=1&to=x")) assertProblem(kansli().get(CONSISTENCY + query), 400);
        for (var query : List.of("?from=0", "?from=-1", "?from=2&to=1", "?from=1&to=" + much))
            assertProblem(kansli().get(CONSISTENCY + query), 422);
    }

    private static void assertProblem(Running.Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    private static String json(String field, String value) {
        return "{\"" + field + "\":\"" + value.replace("\n", "\\n") + "\"}";
    }

    @Test
    void anActorVouchesByItsOwnKey() throws Exception {
        var script = new Script();
        var head = checkpoint();
        long now = Instant.now().getEpochSecond();
        var nacka = Running.as("nacka.tib");
        nacka.post(COSIGNATURES, json("note", script.sign(head.text(), now))).expect(403);
        Running.as("kansli").post(COSIGNERS, json("key", script.verifier(4))).expect(403);
        nacka.post(COSIGNERS, json("key", script.verifier(1))).expect(422);
        nacka.post(COSIGNERS, json("key", "x")).expect(422);
        nacka.get(CHECKPOINT).expect(403);
        var id = nacka.post(COSIGNERS, json("key", script.verifier(4)))
                .expect(201)
                .id();
        nacka.get(CHECKPOINT).expect(200);
        Running.as("solna.tib").post(COSIGNERS, json("key", script.verifier(4))).expect(422);

        nacka.post(COSIGNATURES, json("note", script.sign(head.text(), now))).expect(201);
        nacka.post(COSIGNATURES, json("note", script.sign(head.text(), now))).expect(201);
        var listed = kansli().get(COSIGNATURES).expect(200).json().get("cosignatures");
        var own = new ArrayList<JsonNode>();
        listed.forEach(each -> {
            if (each.get("name").asString().equals(script.name())) own.add(each);
        });
        assertThat(own).hasSize(1);
        assertThat(own.getFirst().get("size").asLong()).isEqualTo(head.size());
        assertThat(kansli().page("/proof").body()).contains(script.name());

        nacka.post(COSIGNERS + "/" + id + "/ending", "{}").expect(201);
        nacka.get(CHECKPOINT).expect(403);
        nacka.post(COSIGNERS + "/" + id + "/ending", "{}").expect(404);
    }

    /** With one bit of the signature turned. */
    private static String turned(String note) {
        var line = note.substring(note.lastIndexOf(' ') + 1).strip();
        byte[] bytes = Base64.getDecoder().decode(line);
        bytes[20] ^= 1;
        return note.replace(line, Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void whatIsNotWhatItClaimsIsNotTaken() throws Exception {
        var script = new Script();
        var other = new Script();
        var solna = Running.as("solna.tib");
        solna.post(COSIGNERS, json("key", script.verifier(4))).expect(201);
        var head = checkpoint();
        long now = Instant.now().getEpochSecond();
        var good = script.sign(head.text(), now);
        var lines = good.split("\n");
        var elsewhere = head.text().replace("samlad/", "other/");
        var longer = head.text().replace("\n" + head.size() + "\n", "\n" + (head.size() + 1_000_000) + "\n");
        var otherRoot = head.text().replace(lines[2], Base64.getEncoder().encodeToString(new byte[32]));
        for (var note : List.of(
                "",
                "x",
                head.text(),
                head.text() + "\n",
                other.sign(head.text(), now),
                turned(good),
                script.sign(elsewhere, now),
                script.sign(longer, now),
                script.sign(otherRoot, now),
                script.sign(head.text(), now + 3_600),
                script.sign(head.text(), -1),
                script.sign(head.text(), Long.MAX_VALUE)))
            solna.post(COSIGNATURES, json("note", note)).expect(422);
        solna.post(COSIGNATURES, "{}").expect(422);
        solna.post(COSIGNATURES, json("note", good)).expect(201);
    }
}
