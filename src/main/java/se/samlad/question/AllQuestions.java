package se.samlad.question;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * All open questions, and the latest that are closed. It is not filtered: what it says of a question is for those who may
 * see that, and of its answers nothing but who gave one, for who asked.
 *
 * @param closed the latest first, without answers
 */
record AllQuestions(PMap<UUID, Question> open, PVector<Question> closed) {

    /** So many closed ones are remembered here; each has its page as long as the journal. */
    private static final int REMEMBERED = 500;

    static final Across<AllQuestions> ACROSS = new Across<>(View.of(
            "question.all",
            new AllQuestions(HashTreePMap.empty(), TreePVector.empty()),
            QuestionFact.class,
            (all, e, f) -> all.apply(e, f)));

    private AllQuestions apply(Entry by, QuestionFact fact) {
        if (fact instanceof QuestionFact.Asked asked)
            return new AllQuestions(open.plus(by.id(), Question.begun(by, asked)), closed);
        var before = open.get(by.stream());
        if (before == null) return this;
        var after = before.after(by, fact);
        if (after.isOpen()) return new AllQuestions(open.plus(after.id(), after), closed);
        var latest = closed.plus(0, after.withoutAnswers());
        return new AllQuestions(open.minus(after.id()), latest.size() > REMEMBERED ? latest.minus(REMEMBERED) : latest);
    }

    /** The open ones first, those with the least time left first; then the closed ones, latest first. */
    List<Question> seenBy(Viewer viewer) {
        return Stream.concat(
                        open.values().stream()
                                .sorted(Comparator.comparing(Question::answerBy).thenComparing(Question::id)),
                        closed.stream())
                .filter(question -> viewer.sees(question.labels()))
                .toList();
    }

    Optional<Question> find(UUID id) {
        return Optional.ofNullable(open.get(id));
    }
}
