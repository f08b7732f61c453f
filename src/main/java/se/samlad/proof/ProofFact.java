package se.samlad.proof;

import java.util.UUID;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room, each in its actor's own stream. */
public sealed interface ProofFact extends Fact {

    /**
     * The actor co-signs the journal's checkpoints with this key from now on. Recorded again under the same name, the
     * key replaces the earlier one.
     *
     * @param key a C2SP verifier key: name, id and Ed25519 key for co-signatures
     * @param function the function whose programs ask for checkpoints and hand in signatures
     */
    @Stored("proof.cosigner-named.1")
    record CosignerNamed(String name, String key, String function) implements ProofFact {}

    /**
     * The co-signer signs no longer; its earlier signatures stay valid.
     *
     * @param cosigner the entry that first named it
     */
    @Stored("proof.cosigner-ended.1")
    record CosignerEnded(UUID cosigner, String name) implements ProofFact {}
}
