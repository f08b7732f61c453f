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
import se.samlad.proof.Cosignatures.Vouched;
import se.samlad.web.Malformed;

/** The journal's proof, for programs of functions with the mandate to verify and of named co-signers. Hashes are base64. */
@RestController
class ProofApi {

    private static final MediaType NOTE = MediaType.parseMediaType("text/plain;charset=utf-8");

    /** @param id of the entry that named it; @param key as C2SP has it */
    record Named(UUID id, String actor, String function, String name, String key, Instant since) {}

    /** @param line as it stands below the checkpoint */
    record Signed(
            String actor, String name, long size, String root, Instant signedAt, Instant recordedAt, String line) {
        static Signed of(Vouched v) {
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

    /** @param key by which our own signature is checked */
    record Vouching(String key, List<Named> cosigners, List<Signed> cosignatures) {}

    /** @param function of the actor, whose programs sign; null: the one acted as */
    record NewCosigner(@Nullable String key, @Nullable String function) {}

    /** @param note a checkpoint of ours with the co-signer's line below it */
    record NewCosignature(@Nullable String note) {}

    private final Proofs proofs;
    private final Cosigning cosigning;

    ProofApi(Proofs proofs, Cosigning cosigning) {
        this.proofs = proofs;
        this.cosigning = cosigning;
    }

    /** The newest checkpoint (C2SP tlog-checkpoint), as text whatever is asked for; made at most every other second. */
    @GetMapping("/api/journal/checkpoint")
    ResponseEntity<String> checkpoint(Acting by) {
        return ResponseEntity.ok().contentType(NOTE).body(proofs.checkpoint(by));
    }

    /**
     * That an entry is in the journal (RFC 9162 §2.1.3), named in one of three ways.
     *
     * @param position from 1
     * @param entry its id
     * @param receipt the code on its page; 422 where the entry is not the one that it was given for
     * @param size of the tree; left out: all that there is
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
     * That the journal of a size begins with the journal of a smaller one (RFC 9162 §2.1.4).
     *
     * @param to left out: all that there is
     */
    @GetMapping("/api/journal/proof/consistency")
    Proofs.Consistency consistency(
            @RequestParam long from, @RequestParam(required = false) @Nullable Long to, Acting by) {
        return proofs.consistency(from, to, by);
    }

    /** Who signs our checkpoints too, and of each the signature that covers most. */
    @GetMapping("/api/journal/checkpoint/cosignatures")
    Vouching cosignatures(Acting by) {
        var signed = proofs.vouched(by).stream().map(Signed::of).toList();
        var named = cosigning.all().all().stream()
                .map(c -> new Named(c.id(), c.actor(), c.function(), c.name(), c.key(), c.since()))
                .toList();
        return new Vouching(proofs.verifier().text(), named, signed);
    }

    /** Takes a co-signer's signature of one of our checkpoints (C2SP tlog-cosignature, Ed25519). It is no entry. */
    @PostMapping("/api/journal/checkpoint/cosignatures")
    @ResponseStatus(HttpStatus.CREATED)
    Signed vouch(@RequestBody NewCosignature said, Acting by) {
        if (said.note() == null) throw new Refused("proof.no-note");
        return Signed.of(proofs.vouch(said.note(), by));
    }

    /** Names a key by which the caller's actor signs our checkpoints. */
    @PostMapping("/api/journal/checkpoint/cosigners")
    Recorded name(@RequestBody NewCosigner said, Acting by, Once once) {
        if (said.key() == null) throw new Refused("proof.no-key");
        return cosigning.name(said.key(), said.function(), by, once);
    }

    /** The key signs no longer; what it has signed stands. @param id as listed */
    @PostMapping("/api/journal/checkpoint/cosigners/{id}/ending")
    Recorded end(@PathVariable UUID id, Acting by, Once once) {
        return cosigning.end(id, by, once);
    }
}
