package se.samlad.question;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.actor.Actors;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.question.QuestionFact.OfOutsider;

/**
 * Somebody outside who is asked by a link: the fold of its facts in the question's stream. It is no actor, and answers for
 * none.
 *
 * @param organisation as the one who asks calls it
 * @param opened when the link was opened; null: not yet
 * @param tried when somebody tried the link on another device; null: nobody did
 * @param ended whether the one who asks has taken the link back
 * @param said its answers, the latest last
 */
public record Outsider(
        UUID id,
        UUID question,
        Labels labels,
        String organisation,
        String function,
        Instant at,
        @Nullable Instant opened,
        @Nullable Instant tried,
        boolean ended,
        PVector<Said> said) {

    /** An answer. @param organisation and @param function as the one who answers states them */
    public record Said(UUID entry, Instant at, String organisation, String function, Map<String, String> values) {}

    /** All of a question, as far as the reader may see them. */
    record All(PMap<UUID, Outsider> byId) {
        static final View<All> VIEW = View.of(
                "question.outsiders", new All(HashTreePMap.empty()), OfOutsider.class, (all, e, f) -> all.apply(e, f));

        Optional<Outsider> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        /** The one asked first first. */
        List<Outsider> all() {
            return byId.values().stream()
                    .sorted(Comparator.comparing(Outsider::at).thenComparing(Outsider::id))
                    .toList();
        }

        private All apply(Entry by, OfOutsider fact) {
            var at = by.recordedAt();
            return switch (fact) {
                case QuestionFact.OutsiderAsked a -> new All(byId.plus(by.id(), asked(by, a)));
                case QuestionFact.OutsiderOpened o -> changed(o.outsider(), one -> one.with(at, one.tried, one.ended));
                case QuestionFact.OutsiderTried t -> changed(t.outsider(), one -> one.with(one.opened, at, one.ended));
                case QuestionFact.OutsiderEnded e ->
                    changed(e.outsider(), one -> one.with(one.opened, one.tried, true));
                case QuestionFact.OutsiderAnswered a -> changed(a.outsider(), one -> one.saying(by, a));
            };
        }

        private All changed(UUID id, UnaryOperator<Outsider> how) {
            var one = byId.get(id);
            return one == null ? this : new All(byId.plus(id, how.apply(one)));
        }
    }

    private static Outsider asked(Entry by, QuestionFact.OutsiderAsked a) {
        return new Outsider(
                by.id(),
                a.question(),
                by.labels(),
                a.organisation(),
                a.function(),
                by.recordedAt(),
                null,
                null,
                false,
                TreePVector.empty());
    }

    private Outsider with(@Nullable Instant first, @Nullable Instant other, boolean over) {
        return new Outsider(id, question, labels, organisation, function, at, first, other, over, said);
    }

    private Outsider saying(Entry by, QuestionFact.OutsiderAnswered a) {
        var answer = new Said(by.id(), by.recordedAt(), a.organisation(), a.function(), a.values());
        return new Outsider(id, question, labels, organisation, function, at, opened, tried, ended, said.plus(answer));
    }

    /** As it counts. */
    public Optional<Said> latest() {
        return said.isEmpty() ? Optional.empty() : Optional.of(said.getLast());
    }

    /** In whose name its entries stand: its own. There is no such actor, account or function, so nobody else's. */
    By author() {
        return new By("guest-" + id, Actors.GUEST, Actors.GUEST);
    }
}
