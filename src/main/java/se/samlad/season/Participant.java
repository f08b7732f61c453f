package se.samlad.season;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Function;
import se.samlad.actor.Actors;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.question.Question;
import se.samlad.season.SeasonFact.Asked;
import se.samlad.season.SeasonFact.Invited;
import se.samlad.season.SeasonFact.Stood;
import se.samlad.web.Say;

/**
 * Who takes part in a season.
 *
 * @param id of the entry that invited it
 * @param link names its link; null: it has none
 * @param opened when the link was opened; null: not yet
 * @param tried when somebody tried the link on another device; null: nobody did
 * @param answers the latest last
 * @param stood its latest answer to the local direction; null: it has given none
 */
public record Participant(
        UUID id,
        Invited as,
        @Nullable UUID link,
        @Nullable Instant opened,
        @Nullable Instant tried,
        boolean left,
        PVector<Participant.Answer> answers,
        Participant.@Nullable Stand stood) {

    /** @param told see {@link SeasonFact.Answered} */
    public record Answer(
            UUID entry, By by, Instant at, Map<Asked, String> values, Map<Asked, String> was, boolean told) {

        public String value(Asked asked) {
            return values.getOrDefault(asked, "");
        }

        /** Whether it says something else than the last season, or something new. */
        public boolean isChanged(Asked asked) {
            return was.containsKey(asked);
        }
    }

    public record Stand(UUID entry, By by, Instant at, Stood said) {}

    static Participant of(Entry by, Invited as) {
        return new Participant(by.id(), as, null, null, null, false, TreePVector.empty(), null);
    }

    Participant after(Entry by, SeasonFact.OfParticipant fact) {
        var at = by.recordedAt();
        return switch (fact) {
            case SeasonFact.Linked _ -> new Participant(id, as, by.id(), null, null, left, answers, stood);
            case SeasonFact.Opened _ -> new Participant(id, as, link, at, tried, left, answers, stood);
            case SeasonFact.Tried _ -> new Participant(id, as, link, opened, at, left, answers, stood);
            case SeasonFact.Left _ -> new Participant(id, as, link, opened, tried, true, answers, stood);
            case SeasonFact.Answered a ->
                new Participant(
                        id,
                        as,
                        link,
                        opened,
                        tried,
                        left,
                        answers.plus(new Answer(by.id(), by.by(), at, a.values(), a.was(), a.told())),
                        stood);
            case SeasonFact.Stood s ->
                new Participant(id, as, link, opened, tried, left, answers, new Stand(by.id(), by.by(), at, s));
        };
    }

    /** Who comes by a link needs a new one. */
    Participant withoutLink() {
        return new Participant(id, as, null, null, null, left, answers, stood);
    }

    /** As it counts. */
    public Optional<Answer> latest() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
    }

    /** The entry that another answer is drawn from. */
    public UUID drawn() {
        return latest().map(Answer::entry).orElse(id);
    }

    public boolean isGuest() {
        return as.actor() == null;
    }

    /** {@code actor}, or {@code actor/unit}, as it is invited. */
    String code() {
        return new Question.Voice(String.valueOf(as.actor()), as.unit()).code();
    }

    /** {@code Bussbolaget}, or the actor's short name with its unit's. */
    public String name(Actors actors, Say say) {
        var actor = as.actor();
        return actor == null ? String.valueOf(as.organisation()) : actors.voice(actor, as.unit(), say);
    }

    /** Whether the function answers for it: the unit's own, or any of the actor's where the whole takes part. */
    boolean isAnsweredBy(Function function) {
        return function.actor().equals(as.actor())
                && !function.onlyAdministers()
                && (as.unit() == null || as.unit().equals(function.unit()));
    }

    /** Its answer to this wording; empty: it has given none to it. */
    public Optional<Stand> standsOn(@Nullable UUID wording) {
        return Optional.ofNullable(stood).filter(s -> s.said().wording().equals(wording));
    }

    /** The questions that were not answered. */
    public List<Asked> holes() {
        return Arrays.stream(Asked.values())
                .filter(asked -> latest().map(a -> a.value(asked)).orElse("").isEmpty())
                .toList();
    }

    /** In whose name the entries of one who comes by a link stand: its own. There is no such actor, account or function. */
    By author() {
        return new By("guest-" + id, Actors.GUEST, Actors.GUEST);
    }
}
