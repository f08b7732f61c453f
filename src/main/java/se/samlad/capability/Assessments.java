package se.samlad.capability;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.capability.CapabilityFact.Assessed;
import se.samlad.capability.CapabilityFact.Shared;
import se.samlad.capability.CapabilityFact.Sharing;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.Reader;
import se.samlad.journal.View;

/**
 * What actors say of themselves: the fold of their streams. It holds what one may not see, with its labels, and is read
 * through the gate by {@link #seen}.
 */
public record Assessments(PMap<Assessments.Of, Assessments.Kept> all) {

    private static final Assessments NONE = new Assessments(HashTreePMap.empty());

    static final View<Assessments> VIEW =
            View.of("capability.assessments", NONE, CapabilityFact.class, Assessments::apply);
    static final Across<Assessments> ACROSS =
            new Across<>(View.of("capability.all-assessments", NONE, CapabilityFact.class, Assessments::apply));

    public record Of(String actor, int year) {

        /** What the actor's edits of the year guard. */
        public UUID subject() {
            return named("capability/" + actor + "/" + year);
        }
    }

    static UUID stream(String actor) {
        return named("capability/" + actor);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** @param at when it was recorded */
    public record Assessment(UUID entry, long position, Labels labels, Instant at, Assessed said) {}

    private record Word(UUID entry, long position, Labels labels, Shared said) {}

    /** @param answers the latest for each sub-capability and each set of labels */
    record Kept(PVector<Assessment> answers, PVector<Word> shared) {
        private static final Kept NONE = new Kept(TreePVector.empty(), TreePVector.empty());

        private Kept with(Assessment answer) {
            int before = -1;
            for (int i = 0; i < answers.size(); i++) {
                var each = answers.get(i);
                if (each.said.code().equals(answer.said.code()) && each.labels.equals(answer.labels)) before = i;
            }
            return new Kept(before < 0 ? answers.plus(answer) : answers.with(before, answer), shared);
        }

        private Kept with(Word word) {
            int before = -1;
            for (int i = 0; i < shared.size(); i++) if (shared.get(i).labels.equals(word.labels)) before = i;
            return new Kept(answers, before < 0 ? shared.plus(word) : shared.with(before, word));
        }
    }

    private Assessments apply(Entry by, CapabilityFact fact) {
        return switch (fact) {
            case CapabilityFact.Written w -> this;
            case Assessed a -> {
                var answer = new Assessment(by.id(), by.position(), by.labels(), by.recordedAt(), a);
                var of = new Of(by.by().actor(), a.year());
                yield new Assessments(all.plus(of, kept(of).with(answer)));
            }
            case Shared s -> {
                var of = new Of(by.by().actor(), s.year());
                yield new Assessments(all.plus(of, kept(of).with(new Word(by.id(), by.position(), by.labels(), s))));
            }
        };
    }

    private Kept kept(Of of) {
        return all.getOrDefault(of, Kept.NONE);
    }

    /**
     * What a reader may see of an actor's year.
     *
     * @param with as the actor last said; OWN where the reader was told nothing
     * @param allowed whether the reader is among those
     * @param sharedBy the entry that said so, or the actor's year: what another sharing is drawn from
     * @param answers by the sub-capability's code
     */
    public record Seen(Of of, Sharing with, boolean allowed, UUID sharedBy, Map<String, Assessment> answers) {

        /** What a new answer is drawn from: the one before it, or the actor's year where there is none. */
        public UUID drawn(String code) {
            var before = answers.get(code);
            return before == null ? of.subject() : before.entry();
        }

        /** The same for many new answers at once: the latest of all. */
        public UUID latest() {
            return answers.values().stream()
                    .max(Comparator.comparing(Assessment::position))
                    .map(Assessment::entry)
                    .orElseGet(of::subject);
        }
    }

    /** What the reader may see: nothing that was recorded for others, and nothing that it is no longer shared with. */
    Seen seen(Of of, Reader reader) {
        var kept = kept(of);
        Word last = null;
        for (var word : kept.shared)
            if (reader.sees(word.labels) && (last == null || word.position > last.position)) last = word;
        boolean own = reader.sees(Labels.of("actor:" + of.actor));
        boolean allowed = own || last != null && reader.sees(new Labels(last.said.readers()));
        var with = last == null ? Sharing.OWN : last.said.with();
        if (!allowed) return new Seen(of, with, false, of.subject(), Map.of());
        var answers = new TreeMap<String, Assessment>();
        for (var each : kept.answers)
            if (reader.sees(each.labels))
                answers.merge(each.said.code(), each, (a, b) -> a.position > b.position ? a : b);
        return new Seen(of, with, true, last == null ? of.subject() : last.entry, answers);
    }

    /** The years of which anything is known to the reader. */
    List<Integer> years(Reader reader) {
        return all.entrySet().stream()
                .filter(each -> each.getValue().answers.stream().anyMatch(answer -> reader.sees(answer.labels)))
                .map(each -> each.getKey().year)
                .distinct()
                .sorted()
                .toList();
    }
}
