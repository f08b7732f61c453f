package se.samlad.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Tree;

/** Signs our checkpoints on demand, at most every other second on each node. */
final class Heads {

    /** @param at when it was signed */
    record Signed(Head head, Note note, Instant at) {}

    private static final Duration STANDS = Duration.ofSeconds(2);

    private final Tree tree;
    private final LogKey key;
    private final VerifierKey verifier;
    private final Clock clock;
    private @Nullable Signed last;

    /** @param origin the journal's name; empty: derived from the installation's id */
    Heads(Tree tree, LogKey key, String origin, Clock clock) {
        this.tree = tree;
        this.key = key;
        this.clock = clock;
        this.verifier = key.verifier(origin.isBlank() ? "samlad/" + tree.origin() : origin);
    }

    VerifierKey verifier() {
        return verifier;
    }

    /** The newest checkpoint, or one of at most two seconds ago. */
    synchronized Signed newest() {
        var known = last;
        if (known != null && clock.instant().isBefore(known.at().plus(STANDS))) return known;
        tree.settle();
        long size = tree.size();
        var head = new Head(verifier.name(), size, tree.root(size));
        byte[] signature = key.sign(head.text().getBytes(UTF_8));
        var fresh =
                new Signed(head, new Note(head.text(), List.of(Note.Line.by(verifier, signature))), clock.instant());
        last = fresh;
        return fresh;
    }

    /** Whether the checkpoint matches this journal at that size. */
    boolean isOurs(Head head) {
        return head.origin().equals(verifier.name())
                && head.size() <= tree.size()
                && Arrays.equals(tree.root(head.size()), head.root());
    }
}
