package se.samlad.question;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Things;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.Verb;
import se.samlad.journal.View;

/**
 * A question and what was answered: the fold of its stream, as far as the reader may see it.
 *
 * @param answers by the actor's code, each actor's in the order they were given
 * @param reminded when those missing were last reminded; null: never
 */
public record Question(
        UUID id,
        Labels labels,
        @Nullable String marking,
        QuestionFact.Asked asked,
        By by,
        Instant at,
        Instant answerBy,
        PMap<String, PVector<Answer>> answers,
        @Nullable Instant reminded,
        @Nullable End end)
        implements Things.Thing {

    /** How long answers are taken after the time is out. */
    static final Duration GRACE = Duration.ofDays(1);

    /** How long before the time is out those missing are reminded. */
    static final Duration BEFORE = Duration.ofMinutes(15);

    /** @param values by the field's name */
    public record Answer(UUID entry, By by, Instant at, Map<String, String> values) {}

    /** @param reason null: none was given @param itself whether its time was out */
    public record End(Instant at, @Nullable String reason, boolean itself) {}

    /** A conference that a question is raised in, which the rooms above have. */
    public interface Hearing {

        /**
         * What the conference records of it, in the same step.
         *
         * @param question its id
         * @throws se.samlad.access.NotThere where the acting one sees no such conference
         * @throws se.samlad.journal.Refused where it is not open
         */
        List<Draft> raised(
                Verb.Facing facing, UUID conference, Acting by, UUID question, String title, Instant answerBy);
    }

    /** The question of a stream, if the reader may see it. */
    record Held(@Nullable Question question) {
        static final View<Held> VIEW =
                View.of("question.question", new Held(null), QuestionFact.class, (held, e, f) -> held.apply(e, f));

        Optional<Question> find(UUID id) {
            return Optional.ofNullable(question).filter(q -> q.id.equals(id));
        }

        private Held apply(Entry by, QuestionFact fact) {
            if (fact instanceof QuestionFact.Asked asked) return new Held(begun(by, asked));
            return question == null ? this : new Held(question.after(by, fact));
        }
    }

    static Question begun(Entry by, QuestionFact.Asked asked) {
        return new Question(
                by.id(),
                by.labels(),
                by.marking(),
                asked,
                by.by(),
                by.recordedAt(),
                asked.answerBy(),
                HashTreePMap.empty(),
                null,
                null);
    }

    Question after(Entry entry, QuestionFact fact) {
        var when = entry.recordedAt();
        return switch (fact) {
            case QuestionFact.Answered a -> answered(new Answer(entry.id(), entry.by(), when, a.values()));
            case QuestionFact.Reminded _ -> with(answerBy, when, end);
            case QuestionFact.Extended e -> with(e.answerBy(), reminded, end);
            case QuestionFact.Closed c -> with(answerBy, reminded, new End(when, c.reason(), false));
            case QuestionFact.Lapsed _ -> with(answerBy, reminded, new End(when, null, true));
            case QuestionFact.Asked _, QuestionFact.Put _, QuestionFact.OfOutsider _ -> this;
        };
    }

    private Question answered(Answer answer) {
        var actor = answer.by().actor();
        var all = answers.getOrDefault(actor, TreePVector.empty()).plus(answer);
        return new Question(id, labels, marking, asked, by, at, answerBy, answers.plus(actor, all), reminded, end);
    }

    /** What everybody who sees the question may know of it. */
    Question withoutAnswers() {
        return new Question(id, labels, marking, asked, by, at, answerBy, HashTreePMap.empty(), reminded, end);
    }

    private Question with(Instant time, @Nullable Instant told, @Nullable End over) {
        return new Question(id, labels, marking, asked, by, at, time, answers, told, over);
    }

    public boolean isOpen() {
        return end == null;
    }

    public boolean asks(String actor) {
        return asked.to().contains(actor);
    }

    /** The actor that asks. */
    public boolean isOf(String actor) {
        return by.actor().equals(actor);
    }

    /** The actor's answer as it counts. */
    public Optional<Answer> latest(String actor) {
        var all = answers.get(actor);
        return all == null ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The answer that the latest one changed; empty: it changed none. */
    public Optional<Answer> before(String actor) {
        var all = answers.get(actor);
        return all == null || all.size() < 2 ? Optional.empty() : Optional.of(all.get(all.size() - 2));
    }

    /** Those asked who have not answered, in the order they were asked. */
    public List<String> missing() {
        return asked.to().stream().filter(actor -> !answers.containsKey(actor)).toList();
    }

    /** Of those missing, whom the actor may know of: all where all see the answers or it asked, else itself. */
    List<String> missingFor(String actor) {
        if (asked.sharedAnswers() || isOf(actor)) return missing();
        return missing().stream().filter(actor::equals).toList();
    }

    /** Whether those missing are to be reminded now: once, and not where there was little time from the beginning. */
    boolean isReminderDue(Instant now) {
        var due = answerBy.minus(BEFORE);
        return isOpen()
                && !now.isBefore(due)
                && now.isBefore(answerBy)
                && at.isBefore(due.minus(BEFORE))
                && (reminded == null || reminded.isBefore(due.minus(BEFORE)))
                && !missing().isEmpty();
    }

    boolean isOver(Instant now) {
        return isOpen() && !now.isBefore(answerBy.plus(GRACE));
    }
}
