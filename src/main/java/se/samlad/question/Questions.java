package se.samlad.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.Marking;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Things.Held;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Plain;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;

/** All questions, for those who ask, answer and read. */
@Service
class Questions {

    private static final int ASKED = 300;

    private final Journal journal;
    private final Incidents incidents;
    private final Actors actors;
    private final ObjectProvider<Question.Hearing> hearing;
    private final Things<UUID, Held<Question>, Question> questions;

    Questions(Journal journal, Incidents incidents, Actors actors, ObjectProvider<Question.Hearing> hearing) {
        this.hearing = hearing;
        this.journal = journal;
        this.incidents = incidents;
        this.actors = actors;
        this.questions = new Things<>(journal, Ground.none(), QuestionFact.Asked.class, Question.VIEW, Held::find);
    }

    /** Those that the viewer may see; of the closed ones the latest. */
    List<Question> seenBy(Viewer viewer) {
        return journal.across(AllQuestions.ACROSS).seenBy(viewer);
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Question get(UUID id, Viewer viewer) {
        return journal.view(Question.VIEW, id, viewer).find(id).orElseThrow(NotThere::new);
    }

    /**
     * What is asked; all may be missing.
     *
     * @param to as {@code actor:<code>}, {@code unit:<actor>/<code>} or {@code group:<code>}; a code alone is an actor's
     * @param conference that it is raised in; null: in none
     * @param onlyUs whether the answers are for the one who asks alone
     */
    record Asking(
            @Nullable String title,
            @Nullable String text,
            @Nullable List<@Nullable String> to,
            @Nullable Instant answerBy,
            @Nullable List<Questioning.Wanted> fields,
            @Nullable UUID incident,
            @Nullable Marking marking,
            boolean onlyUs,
            @Nullable UUID conference) {}

    /**
     * @throws NotThere where the incident is not to be seen; Refused incident.ended, question.nobody, -no-such, and as
     *     {@link Questioning}
     */
    Recorded ask(Asking asking, Acting by, Once once) {
        Questioning.mayAct(by);
        return by.record(journal, once, facing -> {
            var title = Plain.title(asking.title(), "title");
            var to = to(asking.to(), by);
            var time = Questioning.time(asking.answerBy(), facing.now());
            var fields = Questioning.fields(asking.fields(), title);
            var in = asking.incident() == null ? null : incidents.guarded(facing, asking.incident(), by);
            if (in != null) in.mustGoOn();
            var id = Draft.newId();
            var asked = new QuestionFact.Asked(
                    title,
                    Plain.optional(asking.text(), "text"),
                    to,
                    time,
                    fields,
                    !asking.onlyUs(),
                    in == null ? null : in.id(),
                    in != null && in.isExercise());
            var drafts = new ArrayList<Draft>();
            drafts.add(Draft.ofNewStream(id, asked, labels(asking, to, by)).marked(Marking.stored(asking.marking())));
            if (in != null) drafts.add(row(in, asked, drafts.getFirst(), facing.now()));
            if (asking.conference() != null)
                drafts.addAll(hearing.getObject().raised(facing, asking.conference(), by, id, title, time));
            return drafts;
        });
    }

    /** Those who are asked and the one who asks, and whom it is marked for besides. */
    private Labels labels(Asking asking, List<String> to, Acting by) {
        var all = new LinkedHashSet<String>();
        all.add("actor:" + by.actor());
        for (var voice : to) all.add("actor:" + Question.Voice.of(voice).actor());
        var marking = asking.marking();
        if (marking == null) return new Labels(List.copyOf(all));
        var incident = asking.incident();
        if (incident == null && marking.who().contains("incident"))
            throw new Refused("question.no-incident").at("marking");
        return Marking.labels(marking, incident == null ? new UUID(0, 0) : incident, by, actors::exists)
                .plus(all);
    }

    /** A row in the incident's log, for those who may see the question and the incident. */
    private Draft row(Incident incident, QuestionFact.Asked asked, Draft question, Instant now) {
        var put = new QuestionFact.Put(question.id(), asked.title(), asked.to());
        return Draft.ofNewSubject(incident.id(), put, question.labels())
                .happened(incidents.happens(incident, now))
                .marked(question.marking());
    }

    private List<String> to(@Nullable List<@Nullable String> said, Acting by) {
        var to = new LinkedHashSet<String>();
        for (var each : said == null ? List.<@Nullable String>of() : said) {
            if (each == null || each.isBlank()) continue;
            if (each.startsWith("group:")) {
                var group = actors.inGroup(each.substring(6));
                if (group.isEmpty()) throw new Refused("question.no-such", shortened(each)).at("to");
                to.addAll(group);
            } else if (each.startsWith("unit:")) {
                var voice = Question.Voice.of(each.substring(5));
                if (actors.find(voice.actor())
                        .flatMap(actor -> actor.unit(voice.unit()))
                        .isEmpty()) throw new Refused("question.no-such", shortened(each)).at("to");
                to.add(voice.code());
            } else {
                var code = each.startsWith("actor:") ? each.substring(6) : each;
                if (!actors.exists(code)) throw new Refused("question.no-such", shortened(code)).at("to");
                to.add(code);
            }
        }
        to.remove(by.actor());
        if (to.isEmpty() || to.size() > ASKED) throw new Refused("question.nobody").at("to");
        return List.copyOf(to);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /**
     * What was answered when the same one asked the same before: what it says now may be the same.
     *
     * @param voice one that is asked and has not answered; empty: nobody of the reader's
     */
    Optional<Question.Answer> same(Question question, String voice, Viewer viewer) {
        if (!question.isOpen() || voice.isEmpty() || question.latest(voice).isPresent()) return Optional.empty();
        return seenBy(viewer).stream()
                .filter(q -> !q.id().equals(question.id()) && q.at().isBefore(question.at()))
                .filter(q -> q.isOf(question.by().actor())
                        && q.asked().title().equals(question.asked().title())
                        && q.asked().fields().equals(question.asked().fields()))
                .max(Comparator.comparing(Question::at))
                .flatMap(q -> get(q.id(), viewer).latest(voice));
    }

    /** Not guarded by the question's other answers: all may answer at once. */
    Recorded answer(UUID id, @Nullable Map<String, @Nullable Object> values, Acting by, Once once) {
        return questions.decide(id, by, once, scene -> {
            var question = scene.thing();
            var fact = Questioning.answer(question, by, values);
            scene.guard();
            var seen = question.asked().sharedAnswers()
                    ? question.labels()
                    : Labels.of("actor:" + question.by().actor(), "actor:" + by.actor());
            return List.of(Draft.ofNewSubject(id, fact, seen)
                    .marked(question.asked().sharedAnswers() ? question.marking() : null));
        });
    }

    /** Records what the rule drafts; see {@link Things#decide}. */
    Recorded decide(
            UUID id, Acting by, Once once, Function<Things.Scene<UUID, Held<Question>, Question>, List<Draft>> rule) {
        return questions.decide(id, by, once, rule);
    }

    Recorded act(
            UUID id, Acting by, Once once, Function<Things.Scene<UUID, Held<Question>, Question>, QuestionFact> rule) {
        return questions.act(id, by, once, rule);
    }
}
