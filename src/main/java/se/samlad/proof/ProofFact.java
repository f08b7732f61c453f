package se.samlad.proof;

import java.util.UUID;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** What is recorded here, each in its actor's own stream. */
public sealed interface ProofFact extends Fact {

    /**
     * The actor will sign the journal's checkpoints by this key. Again under the same name: by this key from now on.
     *
     * @param key as C2SP has it: name, id and Ed25519 key for cosignatures
     * @param function whose programs ask for checkpoints and hand in signatures
     */
    @Stored("proof.cosigner-named.1")
    record CosignerNamed(String name, String key, String function) implements ProofFact {}

    /** It signs no longer. What it has signed stands. @param cosigner the entry that named it first */
    @Stored("proof.cosigner-ended.1")
    record CosignerEnded(UUID cosigner, String name) implements ProofFact {}
}
