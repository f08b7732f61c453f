package se.samlad.question;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Function;
import se.samlad.access.Things;
import se.samlad.access.Things.Held;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.Verb;
import se.samlad.journal.View;
import se.samlad.web.Say;

/**
 * A question and what was answered: the fold of its stream, as far as the reader may see it.
 *
 * @param answers by who answers, see {@link Voice}, each one's in the order they were given
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

    /** One that is asked: an actor, or a unit of it. Its code is {@code actor} or {@code actor/unit}. @param unit null: the whole */
    public record Voice(String actor, @Nullable String unit) {

        public static Voice of(String code) {
            var parts = code.split("/", 2);
            return new Voice(parts[0], parts.length < 2 ? null : parts[1]);
        }

        public String code() {
            return unit == null ? actor : actor + "/" + unit;
        }

        /** {@code Region Stockholm, kollektivtrafiken}. */
        public static String name(String code, Actors actors, Say say) {
            var voice = of(code);
            return actors.voice(voice.actor(), voice.unit(), say);
        }

        /** The order of codes by their actors' names; an actor comes before its units. */
        static Comparator<String> byName(Actors actors) {
            return Comparator.comparing((String code) -> of(code).actor(), actors.codesByName())
                    .thenComparing(code -> code);
        }
    }

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
    static final View<Held<Question>> VIEW = Held.view(
            "question.question", QuestionFact.class, QuestionFact.Asked.class, Question::begun, Question::after);

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
            case QuestionFact.Answered a ->
                answered(
                        new Voice(entry.by().actor(), a.unit()).code(),
                        new Answer(entry.id(), entry.by(), when, a.values()));
            case QuestionFact.Reminded _ -> with(answerBy, when, end);
            case QuestionFact.Extended e -> with(e.answerBy(), reminded, end);
            case QuestionFact.Closed c -> with(answerBy, reminded, new End(when, c.reason(), false));
            case QuestionFact.Lapsed _ -> with(answerBy, reminded, new End(when, null, true));
            case QuestionFact.Asked _, QuestionFact.Put _, QuestionFact.OfOutsider _ -> this;
        };
    }

    private Question answered(String voice, Answer answer) {
        var all = answers.getOrDefault(voice, TreePVector.empty()).plus(answer);
        return new Question(id, labels, marking, asked, by, at, answerBy, answers.plus(voice, all), reminded, end);
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

    /** For whom the function answers, by code: its unit where that is asked, else its actor; empty: neither is asked. */
    public Optional<String> voice(Function by) {
        return Stream.of(new Voice(by.actor(), by.unit()), new Voice(by.actor(), null))
                .map(Voice::code)
                .filter(asked.to()::contains)
                .findFirst();
    }

    /** The actor that asks. */
    public boolean isOf(String actor) {
        return by.actor().equals(actor);
    }

    /** The answer as it counts. @param voice its code */
    public Optional<Answer> latest(String voice) {
        var all = answers.get(voice);
        return all == null ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The answer that the latest one changed; empty: it changed none. */
    public Optional<Answer> before(String voice) {
        var all = answers.get(voice);
        return all == null || all.size() < 2 ? Optional.empty() : Optional.of(all.get(all.size() - 2));
    }

    /** Those asked who have not answered, in the order they were asked. */
    public List<String> missing() {
        return asked.to().stream().filter(voice -> !answers.containsKey(voice)).toList();
    }

    /** Of those missing, whom the actor may know of: all where all see the answers or it asked, else itself. */
    List<String> missingFor(String actor) {
        if (asked.sharedAnswers() || isOf(actor)) return missing();
        return missing().stream()
                .filter(voice -> Voice.of(voice).actor().equals(actor))
                .toList();
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
