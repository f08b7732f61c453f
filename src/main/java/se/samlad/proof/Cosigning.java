package se.samlad.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;

/**
 * Naming co-signers of the journal's checkpoints: each actor for itself, by a function that may take a stance in its
 * name.
 */
@Service
class Cosigning {

    private static final int KEYS_OF_ONE_ACTOR = 10;

    private final Journal journal;
    private final Viewers viewers;

    Cosigning(Journal journal, Viewers viewers) {
        this.journal = journal;
        this.viewers = viewers;
    }

    Cosigners all() {
        return journal.across(Cosigners.ACROSS);
    }

    boolean mayName(Acting by) {
        return by.may(Mandate.STANCE);
    }

    /**
     * @param key a C2SP verifier key for co-signatures
     * @param function the actor's function whose programs sign; null: the acting one
     * @throws Refused where it is no such key, or another actor has its name
     */
    Recorded name(String key, @Nullable String function, Acting by, Once once) {
        if (!mayName(by)) throw new NotMandated("proof.stance-mandate");
        var parsed = VerifierKey.parse(key)
                .filter(k -> k.type() == VerifierKey.COSIGNATURE)
                .orElseThrow(() -> new Refused("proof.no-key").at("key"));
        var whose = function == null || function.isBlank() ? by.function().name() : function.strip();
        if (viewers.functions().find(by.actor(), whose).isEmpty())
            throw new Refused("proof.no-function", whose).at("function");
        return by.record(journal, once, facing -> {
            var subject = subject(parsed.name());
            facing.guard(subject);
            var known = all();
            var before = known.byName().get(parsed.name());
            if (before != null && !before.actor().equals(by.actor()))
                throw new Refused("proof.name-taken", parsed.name()).at("key");
            if (before == null
                    && known.all().stream()
                                    .filter(c -> c.actor().equals(by.actor()))
                                    .count()
                            >= KEYS_OF_ONE_ACTOR) throw new Refused("proof.too-many-keys", KEYS_OF_ONE_ACTOR);
            return List.of(Draft.on(
                    Actors.stream(by.actor()),
                    subject,
                    new ProofFact.CosignerNamed(parsed.name(), parsed.text(), whose),
                    labels(by)));
        });
    }

    /** @throws NotThere where there is none, or it is another actor's */
    Recorded end(UUID cosigner, Acting by, Once once) {
        if (!mayName(by)) throw new NotMandated("proof.stance-mandate");
        return by.record(journal, once, facing -> {
            var known = all().find(cosigner)
                    .filter(c -> c.actor().equals(by.actor()))
                    .orElseThrow(NotThere::new);
            var subject = subject(known.name());
            facing.guard(subject);
            return List.of(Draft.on(
                    Actors.stream(by.actor()),
                    subject,
                    new ProofFact.CosignerEnded(cosigner, known.name()),
                    labels(by)));
        });
    }

    /** One subject for a name, whoever names it: its guard keeps two actors from taking the name at the same time. */
    private static UUID subject(String name) {
        return UUID.nameUUIDFromBytes(("cosigner:" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static Labels labels(Acting by) {
        return Labels.of("members", "actor:" + by.actor());
    }
}
