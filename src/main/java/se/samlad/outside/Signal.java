package se.samlad.outside;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Things;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/**
 * A signal from an organisation outside, unconfirmed: the fold of its facts.
 *
 * @param times how often the same was sent
 * @param end what became of it; null: it waits for the duty officer
 */
public record Signal(
        UUID id,
        Labels labels,
        OutsideFact.Signalled said,
        Instant at,
        int times,
        @Nullable End end) implements Things.Thing {

    /** @param incident what it was made or joined to; null: it was dismissed @param reason why it was dismissed; else null */
    public record End(
            By by,
            Instant at,
            @Nullable UUID incident,
            @Nullable String reason) {}

    /** The signals that wait, and the latest that were dealt with. */
    record All(PMap<UUID, Signal> byId) {

        /** How many that were dealt with are kept at hand; the journal has all. */
        private static final int DEALT_WITH = 50;

        static final All NONE = new All(HashTreePMap.empty());
        static final View<All> VIEW = View.of("outside.signal", NONE, OutsideFact.class, All::apply);
        static final Across<All> ACROSS = new Across<>(View.of("outside.signals", NONE, OutsideFact.class, All::apply));

        Optional<Signal> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        /** The first comes first. */
        List<Signal> waiting() {
            return byId.values().stream()
                    .filter(signal -> signal.end == null)
                    .sorted(Comparator.comparing(Signal::at).thenComparing(Signal::id))
                    .toList();
        }

        /** The latest comes first. */
        List<Signal> dealtWith() {
            return byId.values().stream()
                    .filter(signal -> signal.end != null)
                    .sorted(Comparator.comparing(Signal::at).reversed().thenComparing(Signal::id))
                    .toList();
        }

        /** One that waits and says the same, in whatever letters and spaces. */
        Optional<Signal> same(OutsideFact.Signalled as) {
            return waiting().stream()
                    .filter(signal -> plain(signal.said.happened()).equals(plain(as.happened())))
                    .findFirst();
        }

        private static String plain(String text) {
            return text.toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private All apply(Entry by, OutsideFact fact) {
            if (fact instanceof OutsideFact.Signalled said)
                return new All(byId.plus(by.id(), new Signal(by.id(), by.labels(), said, by.occurredAt(), 1, null)));
            var before = byId.get(by.subject());
            if (before == null) return this;
            var after = before.after(by, fact);
            if (after == before) return this;
            var all = new All(byId.plus(after.id, after));
            var old = after.end == null ? List.<Signal>of() : all.dealtWith();
            return old.size() <= DEALT_WITH ? all : new All(all.byId.minus(old.getLast().id));
        }
    }

    private Signal after(Entry by, OutsideFact fact) {
        return switch (fact) {
            case OutsideFact.Repeated r -> new Signal(id, labels, said, at, times + 1, end);
            case OutsideFact.Taken t -> ended(new End(by.by(), by.occurredAt(), t.incident(), null));
            case OutsideFact.Dismissed d -> ended(new End(by.by(), by.occurredAt(), null, d.reason()));
            default -> this;
        };
    }

    private Signal ended(End how) {
        return end == null ? new Signal(id, labels, said, at, times, how) : this;
    }

    /** The incident's title: what it says first, cut at a word. */
    public String title() {
        var line = said.happened().lines().findFirst().orElse("").strip();
        int most = 90;
        if (line.length() <= most) return line;
        int space = line.lastIndexOf(' ', most);
        return line.substring(0, space > 0 ? space : most) + " …";
    }
}
