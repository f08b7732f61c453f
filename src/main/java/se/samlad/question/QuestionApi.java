package se.samlad.question;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Done;
import se.samlad.web.Nothing;
import se.samlad.web.Times;

/** Questions to others, for programs and forms. Times are RFC 3339. */
@RestController
@RequestMapping("/api/questions")
class QuestionApi {

    /** @param conference that it is raised in, whose protocol says so */
    record Asking(
            @Nullable String title,
            @Nullable String text,
            @Nullable List<@Nullable String> to,
            @Nullable OffsetDateTime answerBy,
            @Nullable List<Questioning.Wanted> fields,
            @Nullable UUID incident,
            @Nullable Marking marking,
            @Nullable Boolean onlyUs,
            @Nullable UUID conference) {}

    /**
     * An answer, as values by the field's name, or one by one, as a form says it.
     *
     * @param values a text, a number, a choice, or a status: GREEN, YELLOW, ORANGE or RED
     */
    record Answering(
            @Nullable Map<String, @Nullable Object> values,
            @Nullable List<Given> given) {

        @Nullable
        Map<String, @Nullable Object> all() {
            if (given == null) return values;
            var all = new LinkedHashMap<String, @Nullable Object>(values == null ? Map.of() : values);
            for (var each : given) if (each.name() != null) all.put(each.name(), each.value());
            return all;
        }
    }

    record Given(@Nullable String name, @Nullable String value) {}

    record Time(@Nullable OffsetDateTime answerBy) {}

    record Why(@Nullable String reason) {}

    /** @param unit that answers; null: the whole actor */
    record Told(String actor, @Nullable String unit, Instant at, Map<String, String> values) {}

    /**
     * @param to actors by code, and units as {@code actor/unit}, as in {@code missing}
     * @param answers those that the caller may see, the latest of each that is asked
     * @param missing who has not answered; where only the one who asks sees the answers, others are told of themselves
     */
    record Whole(
            UUID id,
            String title,
            @Nullable String text,
            String actor,
            Instant at,
            List<String> to,
            Instant answerBy,
            List<QuestionFact.Field> fields,
            @Nullable UUID incident,
            boolean open,
            List<Told> answers,
            List<String> missing) {}

    private final Questions questions;

    QuestionApi(Questions questions) {
        this.questions = questions;
    }

    @PostMapping
    Done ask(@RequestBody Asking said, Acting by, Once once) {
        var recorded = questions.ask(
                new Questions.Asking(
                        said.title(),
                        said.text(),
                        said.to(),
                        Times.instant(said.answerBy()),
                        said.fields(),
                        said.incident(),
                        said.marking(),
                        Boolean.TRUE.equals(said.onlyUs()),
                        said.conference()),
                by,
                once);
        return new Done(recorded, QuestionPages.PATH + "/" + recorded.id());
    }

    /** In the caller's own name (A4); again to change it, while the question is open. */
    @PostMapping("/{id}/answers")
    Done answer(@PathVariable UUID id, @RequestBody Answering said, Acting by, Once once) {
        return new Done(questions.answer(id, said.all(), by, once), QuestionPages.PATH + "/" + id);
    }

    /** Reminds those who have not answered. */
    @PostMapping("/{id}/reminder")
    Recorded remind(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return questions.act(id, by, once, scene -> Questioning.remind(scene.thing(), by));
    }

    @PostMapping("/{id}/time")
    Recorded extend(@PathVariable UUID id, @RequestBody Time said, Acting by, Once once) {
        return questions.act(
                id,
                by,
                once,
                scene -> Questioning.extend(
                        scene.thing(),
                        by,
                        Times.instant(said.answerBy()),
                        scene.facing().now()));
    }

    @PostMapping("/{id}/closing")
    Recorded close(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return questions.act(id, by, once, scene -> Questioning.close(scene.thing(), by, said.reason()));
    }

    @GetMapping("/{id}")
    Whole get(@PathVariable UUID id, Viewer viewer) {
        var q = questions.get(id, viewer);
        var answers = q.asked().to().stream()
                .flatMap(code -> q.latest(code).stream().map(a -> told(Question.Voice.of(code), a)))
                .toList();
        return new Whole(
                q.id(),
                q.asked().title(),
                q.asked().why(),
                q.by().actor(),
                q.at(),
                q.asked().to(),
                q.answerBy(),
                q.asked().fields(),
                q.asked().incident(),
                q.isOpen(),
                answers,
                q.missingFor(viewer.function().map(f -> f.actor()).orElse("")));
    }

    private static Told told(Question.Voice voice, Question.Answer answer) {
        return new Told(voice.actor(), voice.unit(), answer.at(), answer.values());
    }
}
