package se.samlad.question;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What waits: a question for each actor that is asked, and for the one who asks those who did not answer in time. */
@Component
class QuestionWaiting implements Waiting {

    private final Journal journal;
    private final Actors actors;

    QuestionWaiting(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var by = viewer.acting().filter(each -> !each.function().onlyAdministers());
        if (by.isEmpty()) return List.of();
        var items = new ArrayList<Item>();
        for (var question : journal.across(AllQuestions.ACROSS).open().values()) {
            if (!viewer.sees(question.labels())) continue;
            if (question.voice(by.get().function())
                    .filter(voice -> question.latest(voice).isEmpty())
                    .isPresent()) items.add(answer(question, by.get(), say));
            else if (question.isOf(by.get().actor()) && isLate(question, say)) items.add(missing(question, say));
        }
        return items;
    }

    private static boolean isLate(Question question, Say say) {
        return !question.missing().isEmpty() && !say.now().isBefore(question.answerBy());
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof QuestionFact;
    }

    private Item answer(Question question, Acting by, Say say) {
        var from = actors.shortName(question.by().actor(), say.language());
        var title = question.asked().title();
        return new Item(
                "question-" + question.id() + "-" + by.function().name(),
                2,
                question.asked().exercise() ? say.text("frame.exercise") + ": " + title : title,
                say.text(question.reminded() == null ? "question.asks" : "question.asks-again", from),
                question.at(),
                question.answerBy(),
                null,
                new Settle.Go(say.text("question.answer-it"), QuestionPages.PATH + "/" + question.id()));
    }

    private static Item missing(Question question, Say say) {
        return new Item(
                "question-missing-" + question.id(),
                3,
                question.asked().title(),
                say.text(
                        "question.late",
                        question.missing().size(),
                        question.asked().to().size()),
                question.answerBy(),
                null,
                null,
                new Settle.Go(say.text("question.look"), QuestionPages.PATH + "/" + question.id()));
    }
}
