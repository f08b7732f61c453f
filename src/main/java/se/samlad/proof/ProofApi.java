package se.samlad.proof;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.proof.Cosignatures.Cosignature;
import se.samlad.web.Malformed;

/**
 * The API of the journal's proofs, for functions with the mandate to verify and for named co-signers. Hashes are
 * base64.
 */
@RestController
class ProofApi {

    private static final MediaType NOTE = MediaType.parseMediaType("text/plain;charset=utf-8");

    /** @param id id of the entry that named it; @param key as C2SP defines it */
    record Named(UUID id, String actor, String function, String name, String key, Instant since) {}

    /** @param line the line below the checkpoint */
    record Signed(
            String actor, String name, long size, String root, Instant signedAt, Instant recordedAt, String line) {
        static Signed of(Cosignature v) {
            return new Signed(
                    v.actor(),
                    v.key().name(),
                    v.size(),
                    Base64.getEncoder().encodeToString(v.root()),
                    v.signedAt(),
                    v.recordedAt(),
                    v.line().strip());
        }
    }

    /** @param key the key that checks our own signature */
    record Vouching(String key, List<Named> cosigners, List<Signed> cosignatures) {}

    /** @param function the actor's function whose programs sign; null: the acting one */
    record NewCosigner(@Nullable String key, @Nullable String function) {}

    /** @param note a checkpoint of ours with the co-signer's line below it */
    record NewCosignature(@Nullable String note) {}

    private final Proofs proofs;
    private final Cosigning cosigning;

    ProofApi(Proofs proofs, Cosigning cosigning) {
        this.proofs = proofs;
        this.cosigning = cosigning;
    }

    /** The newest checkpoint (C2SP tlog-checkpoint), always as text; renewed at most every other second. */
    @GetMapping("/api/journal/checkpoint")
    ResponseEntity<String> checkpoint(Acting by) {
        return ResponseEntity.ok().contentType(NOTE).body(proofs.checkpoint(by));
    }

    /**
     * Proof that an entry is in the journal (RFC 9162 §2.1.3). The entry is given in one of three ways.
     *
     * @param position from 1
     * @param entry its id
     * @param receipt the code on the entry's page; 422 where the entry is not the one that the code was given for
     * @param size of the tree; left out: the current size
     */
    @GetMapping("/api/journal/proof/inclusion")
    Proofs.Inclusion inclusion(
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable String entry,
            @RequestParam(required = false) @Nullable String receipt,
            @RequestParam(required = false) @Nullable Long size,
            Acting by) {
        long named = Stream.of(position != null, entry != null, receipt != null)
                .filter(given -> given)
                .count();
        if (named != 1) throw new Malformed("proof.one-of");
        if (position != null) return proofs.inclusion(position, size, by);
        if (entry != null) return proofs.inclusion(id(entry), size, by);
        var code = Receipt.parse(String.valueOf(receipt)).orElseThrow(() -> new Malformed("proof.no-receipt"));
        return proofs.inclusion(code, size, by);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("proof.no-id", text);
        }
    }

    /**
     * Proof that the journal at one size begins with the journal at a smaller size (RFC 9162 §2.1.4).
     *
     * @param to left out: the current size
     */
    @GetMapping("/api/journal/proof/consistency")
    Proofs.Consistency consistency(
            @RequestParam long from, @RequestParam(required = false) @Nullable Long to, Acting by) {
        return proofs.consistency(from, to, by);
    }

    /** The co-signers of our checkpoints, and the co-signature of each that covers most entries. */
    @GetMapping("/api/journal/checkpoint/cosignatures")
    Vouching cosignatures(Acting by) {
        var signed = proofs.newestCosignatures(by).stream().map(Signed::of).toList();
        var named = cosigning.all().all().stream()
                .map(c -> new Named(c.id(), c.actor(), c.function(), c.name(), c.key(), c.since()))
                .toList();
        return new Vouching(proofs.verifier().text(), named, signed);
    }

    /**
     * Takes a co-signature of one of our checkpoints (C2SP tlog-cosignature, Ed25519). It is stored beside the journal,
     * not as an entry.
     */
    @PostMapping("/api/journal/checkpoint/cosignatures")
    @ResponseStatus(HttpStatus.CREATED)
    Signed vouch(@RequestBody NewCosignature said, Acting by) {
        if (said.note() == null) throw new Refused("proof.no-note");
        return Signed.of(proofs.vouch(said.note(), by));
    }

    /** Names a key that the caller's actor co-signs our checkpoints with. */
    @PostMapping("/api/journal/checkpoint/cosigners")
    Recorded name(@RequestBody NewCosigner said, Acting by, Once once) {
        if (said.key() == null) throw new Refused("proof.no-key").at("key");
        return cosigning.name(said.key(), said.function(), by, once);
    }

    /** Ends a co-signer: its key signs no longer, and its earlier signatures stay valid. @param id as listed */
    @PostMapping("/api/journal/checkpoint/cosigners/{id}/ending")
    Recorded end(@PathVariable UUID id, Acting by, Once once) {
        return cosigning.end(id, by, once);
    }
}
