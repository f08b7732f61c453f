package se.samlad.message;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/** All public messages of all incidents, built only from public entries: publications and withdrawals. */
public record PublicMessages(PMap<UUID, Open> byId) {

    static final PublicMessages NONE = new PublicMessages(HashTreePMap.empty());

    static final Across<PublicMessages> ACROSS = new Across<>(new View<>(
            "message.public",
            NONE,
            List.of(MessageFact.Published.class, MessageFact.Withdrawn.class),
            PublicMessages::apply));

    /** One published version. @param at by the incident's clock */
    public record Issue(int version, String actor, Instant at) {}

    /** A withdrawal. @param at by the incident's clock; {@code recordedAt} by the server's */
    public record Taken(
            String actor,
            Instant at,
            Instant recordedAt,
            @Nullable String reason) {}

    /**
     * A message that is published, or was.
     *
     * @param issues every published version, oldest first; never empty
     * @param place a number that grows with each version, for ordering
     */
    public record Open(
            UUID id,
            Wording wording,
            boolean exercise,
            PVector<Issue> issues,
            @Nullable Taken taken,
            long place) {

        /** The actor that spoke last. */
        public String by() {
            return taken == null ? last().actor() : taken.actor();
        }

        public Issue first() {
            return issues.get(0);
        }

        public Issue last() {
            return issues.get(issues.size() - 1);
        }
    }

    Optional<Open> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The messages that hold now, newest first. */
    List<Open> out() {
        return byId.values().stream()
                .filter(m -> m.taken() == null)
                .sorted(Comparator.comparingLong(Open::place).reversed())
                .toList();
    }

    /** The messages withdrawn after the time, newest first. */
    List<Open> takenAfter(Instant time) {
        return byId.values().stream()
                .filter(m -> m.taken() != null && m.taken().recordedAt().isAfter(time))
                .sorted(Comparator.comparingLong(Open::place).reversed())
                .toList();
    }

    PublicMessages apply(Entry by) {
        if (!by.labels().all().contains(Labels.PUBLIC)) return this;
        var known = byId.get(by.subject());
        if (by.fact() instanceof MessageFact.Published p) return with(published(known, by, p));
        if (by.fact() instanceof MessageFact.Withdrawn w && known != null) return with(taken(known, by, w));
        return this;
    }

    private static Open published(@Nullable Open known, Entry by, MessageFact.Published p) {
        var issue = new Issue(p.version(), by.by().actor(), by.occurredAt());
        var issues =
                known == null ? TreePVector.singleton(issue) : known.issues().plus(issue);
        return new Open(by.subject(), p.said(), p.exercise(), issues, null, by.position());
    }

    private static Open taken(Open known, Entry by, MessageFact.Withdrawn w) {
        var taken = new Taken(by.by().actor(), by.occurredAt(), by.recordedAt(), w.reason());
        return new Open(known.id(), known.wording(), known.exercise(), known.issues(), taken, by.position());
    }

    private PublicMessages with(Open message) {
        return new PublicMessages(byId.plus(message.id(), message));
    }
}
