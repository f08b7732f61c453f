package se.samlad.paper;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import se.samlad.access.Things;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/**
 * A file that is attached to a thing.
 *
 * @param withdrawn why it is not to be used any more; null: it is
 */
public record Paper(
        UUID id,
        Labels labels,
        PaperFact.Attached fact,
        By by,
        Instant at,
        @Nullable String withdrawn) implements Things.Thing {

    /** Of a SHA-256 in hex: what is left after disposal is no hash. */
    private static final int HASH = 64;

    private static final double KILO = 1024.0;

    public String name() {
        return fact.name();
    }

    public boolean isInUse() {
        return withdrawn == null && !isDisposed();
    }

    /** Whether its name and bytes are gone, by a decision to dispose of them. */
    public boolean isDisposed() {
        return fact.sha256().length() != HASH;
    }

    /** The address that gives its bytes. */
    public String path() {
        return "/papers/" + id;
    }

    /** Its size as people say it, such as {@code 2,4 MB}. */
    public String size(String language) {
        double kilo = fact.size() / KILO;
        return kilo < KILO
                ? Math.max(1, Math.round(kilo)) + " kB"
                : String.format(Locale.of(language), "%.1f MB", kilo / KILO);
    }

    /** With one decimal, as in a refusal: never rounded down to what is allowed. */
    static double megabytes(long bytes) {
        return Math.ceil(bytes / KILO / KILO * 10) / 10;
    }

    /** The papers of a stream, the earliest first. */
    record Held(PMap<UUID, Paper> all) {
        static final View<Held> VIEW = View.of(
                "paper.held", new Held(OrderedPMap.empty()), PaperFact.class, (held, e, fact) -> held.apply(e, fact));

        private Held apply(Entry entry, PaperFact fact) {
            return switch (fact) {
                case PaperFact.Attached attached ->
                    new Held(all.plus(
                            entry.id(),
                            new Paper(entry.id(), entry.labels(), attached, entry.by(), entry.recordedAt(), null)));
                case PaperFact.Withdrawn withdrawn -> {
                    var paper = all.get(entry.subject());
                    yield paper == null ? this : new Held(all.plus(paper.id(), paper.withdrawn(withdrawn.reason())));
                }
            };
        }

        Optional<Paper> find(UUID id) {
            return Optional.ofNullable(all.get(id));
        }

        List<Paper> of(UUID thing) {
            return all.values().stream()
                    .filter(paper -> paper.fact().to().equals(thing))
                    .toList();
        }
    }

    private Paper withdrawn(String reason) {
        return new Paper(id, labels, fact, by, at, reason);
    }
}
