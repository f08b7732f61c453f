package se.samlad.proof;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Function;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/** The co-signers of our checkpoints, by the names of their keys. */
public record Cosigners(PMap<String, Cosigner> byName) {

    /** @param id id of the entry that first named it; @param since when its key was recorded */
    public record Cosigner(UUID id, String actor, String function, String name, String key, Instant since) {

        VerifierKey verifier() {
            return VerifierKey.parse(key).orElseThrow();
        }

        boolean isActedBy(Function f) {
            return f.actor().equals(actor) && f.name().equals(function);
        }
    }

    static final Cosigners NONE = new Cosigners(HashTreePMap.empty());

    /** The projection over all actors' streams, kept on every node. */
    public static final Across<Cosigners> ACROSS =
            new Across<>(View.of("proof.cosigners", NONE, ProofFact.class, (s, e, f) -> s.apply(e, f)));

    Cosigners apply(Entry by, ProofFact fact) {
        return switch (fact) {
            case ProofFact.CosignerNamed n -> {
                var known = byName.get(n.name());
                var id = known == null ? by.id() : known.id();
                yield new Cosigners(byName.plus(
                        n.name(), new Cosigner(id, by.by().actor(), n.function(), n.name(), n.key(), by.recordedAt())));
            }
            case ProofFact.CosignerEnded e -> new Cosigners(byName.minus(e.name()));
        };
    }

    public List<Cosigner> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(Cosigner::actor).thenComparing(Cosigner::name))
                .toList();
    }

    Optional<Cosigner> find(UUID id) {
        return all().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    public boolean has(Function function) {
        return all().stream().anyMatch(c -> c.isActedBy(function));
    }
}
