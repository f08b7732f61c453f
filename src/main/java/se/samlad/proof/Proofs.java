package se.samlad.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Journal;
import se.samlad.journal.Refused;
import se.samlad.journal.Tree;
import se.samlad.proof.Cosignatures.Cosignature;

/** Checkpoints and proofs, for those who may know the number of entries. */
@Service
public class Proofs {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int SIGNATURE = 64;

    /** @param leafIndex from 0, as RFC 9162 counts; the rest in base64 */
    record Inclusion(long position, long leafIndex, long size, String leaf, String root, List<String> hashes) {}

    record Consistency(long from, long to, String fromRoot, String toRoot, List<String> hashes) {}

    private final Tree tree;
    private final Heads heads;
    private final Cosigning cosigning;
    private final Cosignatures cosignatures;
    private final Journal journal;

    Proofs(Tree tree, Heads heads, Cosigning cosigning, Cosignatures cosignatures, Journal journal) {
        this.tree = tree;
        this.heads = heads;
        this.cosigning = cosigning;
        this.cosignatures = cosignatures;
        this.journal = journal;
    }

    /** Whether this is a function with the mandate to verify, or a named co-signer. */
    public boolean mayAsk(Acting by) {
        return by.may(Mandate.VERIFY) || cosigning.all().has(by.function());
    }

    private void check(Acting by) {
        if (!mayAsk(by)) throw new NotMandated("proof.mandate");
    }

    Heads.Signed newest(Acting by) {
        check(by);
        return heads.newest();
    }

    /** The newest checkpoint, with the co-signatures that exist for its size. */
    String checkpoint(Acting by) {
        var signed = newest(by);
        var all = new StringBuilder(signed.note().written());
        cosignatures.of(signed.head().size()).forEach(v -> all.append(v.line()));
        return all.toString();
    }

    VerifierKey verifier() {
        return heads.verifier();
    }

    /**
     * @param position from 1
     * @param size null: the current size
     * @throws Refused where there is no such entry in a tree of the size
     */
    Inclusion inclusion(long position, @Nullable Long size, Acting by) {
        check(by);
        long there = tree.size();
        long of = size == null ? there : size;
        if (of > there) throw new Refused("proof.not-so-many", of);
        if (position < 1 || position > of) throw new Refused("proof.no-position", position, of);
        tree.settle();
        return new Inclusion(
                position,
                position - 1,
                of,
                base64(tree.leaf(position)),
                base64(tree.root(of)),
                base64(tree.inclusion(position - 1, of)));
    }

    /** @throws NotThere where there is no such entry */
    Inclusion inclusion(UUID entry, @Nullable Long size, Acting by) {
        check(by);
        return inclusion(tree.find(entry).orElseThrow(NotThere::new).position(), size, by);
    }

    /** @throws Refused where the entry is not the one that the receipt was given for */
    Inclusion inclusion(Receipt receipt, @Nullable Long size, Acting by) {
        check(by);
        var place = tree.find(receipt.entry()).orElseThrow(() -> new Refused("proof.receipt-unknown"));
        if (!Arrays.equals(place.leaf(), receipt.leaf())) throw new Refused("proof.receipt-other");
        return inclusion(place.position(), size, by);
    }

    /** @throws Refused unless {@code 0 < from <= to} and there are so many */
    Consistency consistency(long from, @Nullable Long to, Acting by) {
        check(by);
        long there = tree.size();
        long until = to == null ? there : to;
        if (until > there) throw new Refused("proof.not-so-many", until);
        if (from < 1 || from > until) throw new Refused("proof.sizes", from, until);
        tree.settle();
        return new Consistency(
                from, until, base64(tree.root(from)), base64(tree.root(until)), base64(tree.consistency(from, until)));
    }

    /** The code on an entry's page, which its reader can hand to somebody who may ask for proofs. */
    public String receipt(UUID entry) {
        var place = tree.find(entry).orElseThrow(NotThere::new);
        return new Receipt(entry, place.leaf()).text();
    }

    /**
     * Takes a named co-signer's signature of one of our checkpoints (tlog-cosignature, Ed25519).
     *
     * @param note one of our checkpoints with the co-signer's line below it; other lines are ignored
     * @throws Refused where it is not our checkpoint, or the key of the one who hands it in has not signed it
     */
    Cosignature vouch(String note, Acting by) {
        var own = cosigning.all().all().stream()
                .filter(c -> c.isActedBy(by.function()))
                .toList();
        if (own.isEmpty()) throw new NotMandated("proof.not-named");
        var read = Note.parse(note).orElseThrow(() -> new Refused("proof.no-note"));
        var head = Head.parse(read.text()).orElseThrow(() -> new Refused("proof.no-note"));
        if (!heads.isOurs(head)) throw new Refused("proof.not-ours", head.size());
        for (var cosigner : own) {
            var key = cosigner.verifier();
            for (var line : read.signatures()) {
                if (line.isBy(key)) return cosignature(key, head, line, by);
            }
        }
        throw new Refused("proof.not-signed");
    }

    private Cosignature cosignature(VerifierKey key, Head head, Note.Line line, Acting by) {
        if (line.signature().length != Long.BYTES + SIGNATURE) throw new Refused("proof.not-signed");
        var stamped = ByteBuffer.wrap(line.signature());
        long at = stamped.getLong();
        byte[] signature = new byte[SIGNATURE];
        stamped.get(signature);
        var message = "cosignature/v1\ntime " + at + "\n" + head.text();
        if (!key.verifies(message.getBytes(UTF_8), signature)) throw new Refused("proof.not-signed");
        var now = journal.now();
        var signedAt = instant(at);
        if (signedAt.isAfter(now.plus(CLOCKS_DIFFER))) throw new Refused("proof.not-yet");
        return cosignatures.add(new Cosignature(
                by.actor(), by.function().name(), key, head.size(), head.root(), signedAt, line.signature(), now));
    }

    private static Instant instant(long seconds) {
        try {
            return seconds < 0 ? Instant.MAX : Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }

    List<Cosignature> newestCosignatures(Acting by) {
        check(by);
        return cosignatures.newest();
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static List<String> base64(List<byte[]> hashes) {
        var texts = new ArrayList<String>();
        for (byte[] hash : hashes) texts.add(base64(hash));
        return texts;
    }
}
