package se.samlad.question;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Function;
import se.samlad.access.Things.Held;
import se.samlad.actor.Actors;
import se.samlad.incident.Telling;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.Reader;
import se.samlad.journal.Refused;
import se.samlad.journal.View;
import se.samlad.lapse.Lapsing;
import se.samlad.live.Panel;
import se.samlad.region.Land;
import se.samlad.web.Offer;
import se.samlad.web.Raised;
import se.samlad.web.Say;

/** What this room contributes: facts and views, doors, rows of the log, a panel, and what lapses. */
@Configuration(proxyBeanMethods = false)
class QuestionRoom {

    @Bean
    Offer questionOffer() {
        return Offer.of(
                new Offer.Door(Offer.Menu.EVERYDAY, 3, "questions", QuestionPages.PATH),
                new Offer.Door(Offer.Menu.INCIDENT, 7, "questions", QuestionPages.PATH));
    }

    @Bean
    Facts questionFacts() {
        return new Facts(QuestionFact.class);
    }

    @Bean
    View<Held<Question>> questionView() {
        return Question.VIEW;
    }

    @Bean
    View<Outsider.All> questionOutsiders() {
        return Outsider.All.VIEW;
    }

    @Bean
    Raised earlierQuestions(Questions questions, Actors actors) {
        return Raised.of(QuestionFact.class, viewer -> questions.seenBy(viewer).stream()
                .map(q -> new Raised.Thing(
                        q.id(),
                        q.asked().title(),
                        QuestionPages.PATH + "/" + q.id(),
                        q.at(),
                        say -> say.text(
                                "question.as-raised",
                                actors.shortName(q.by().actor(), say.language()),
                                say.time(q.at())))));
    }

    @Bean
    Across<AllQuestions> allQuestions() {
        return AllQuestions.ACROSS;
    }

    /** Reminders a quarter of an hour before the time is out, and the end a day after. */
    @Bean
    Lapsing questionsLapse(Journal journal, Actors actors) {
        return now -> journal.across(AllQuestions.ACROSS).open().values().stream()
                .flatMap(question -> due(question, now, actors.secretariat()))
                .toList();
    }

    private static Stream<Lapsing.Lapse> due(Question question, Instant now, By by) {
        if (question.isOver(now))
            return Stream.of(lapse(question, "over", by, q -> {
                if (!q.isOver(now)) throw new Refused("question.not-due");
                return new QuestionFact.Lapsed(q.answerBy());
            }));
        if (question.isReminderDue(now))
            return Stream.of(lapse(question, "reminder", by, q -> {
                if (!q.isReminderDue(now)) throw new Refused("question.not-due");
                return Questioning.reminder(q);
            }));
        return Stream.empty();
    }

    /** Its key tells the reminder from the end, and both from those of another time. */
    private static Lapsing.Lapse lapse(
            Question question, String what, By by, java.util.function.Function<Question, QuestionFact> rule) {
        var key = UUID.nameUUIDFromBytes((what + question.id()).getBytes(StandardCharsets.UTF_8));
        return new Lapsing.Lapse(key, question.answerBy(), by, facing -> {
            facing.guard(question.id());
            var now = facing.state(Question.VIEW, question.id(), Reader.ALL)
                    .find(question.id())
                    .orElseThrow();
            return List.of(Draft.on(question.id(), question.id(), rule.apply(now), question.labels())
                    .marked(question.marking()));
        });
    }

    @Bean
    Panel questionAnswers(Questions questions, Outsiders outsiders, Actors actors, Land land) {
        return Panel.of(
                "question.answers", Panel.Scope.FUNCTION, entry -> entry.fact() instanceof QuestionFact, ask -> {
                    var question = questions.get(ask.subject(), ask.viewer());
                    var own = ask.viewer().function().map(Function::actor).orElse("");
                    return new Panel.Content(
                            "question/compiled",
                            Map.of(
                                    "question",
                                    question,
                                    "own",
                                    own,
                                    "compiled",
                                    Compiled.of(question, own, Question.Voice.byName(actors)),
                                    "actors",
                                    actors,
                                    "land",
                                    land.map(),
                                    "outsiders",
                                    outsiders.of(question.id(), ask.viewer())));
                });
    }

    /** Only the row in an incident's log: the rest has its own page. */
    @Bean
    Telling questionTelling(Actors actors) {
        return Telling.of(
                QuestionFact.class,
                (fact, entry, viewer, say) ->
                        fact instanceof QuestionFact.Put put ? Optional.of(row(put, actors, say)) : Optional.empty());
    }

    private static Telling.Row row(QuestionFact.Put put, Actors actors, Say say) {
        var to = put.to().stream()
                .map(code -> Question.Voice.name(code, actors, say))
                .sorted()
                .toList();
        return Telling.Row.of(
                Telling.Kind.CALL,
                say.text("question.word"),
                say.text("question.told", put.title(), to.size()),
                say.text("question.told-to", String.join(", ", to)));
    }
}
