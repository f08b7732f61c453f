package se.samlad.question;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Reader;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.session.GuestLinks;
import se.samlad.session.NewLink;
import se.samlad.web.Done;
import se.samlad.web.Nothing;

/** Outsiders who are asked by a link, for the one who asks and for those who answer (A1, A8). */
@RestController
class Outsiders {

    /** Carries a new link from the answer that made it to the one page that shows it. */
    static final String SHOWN_ONCE = "samlad-asked";

    static final NewLink NEW = new NewLink(SHOWN_ONCE, QuestionPages.PATH);

    /** @param function what whoever answers does there */
    record Asking(@Nullable String organisation, @Nullable String function) {}

    private final Journal journal;
    private final Questions questions;
    private final GuestLinks links;

    Outsiders(Journal journal, Questions questions, GuestLinks links) {
        this.journal = journal;
        this.questions = questions;
        this.links = links;
    }

    /** Those that the viewer may see, the one asked first first. */
    List<Outsider> of(UUID question, Viewer viewer) {
        return journal.view(Outsider.All.VIEW, question, viewer).all();
    }

    /** A program finds the link in the header {@code Link}; a person on the question's page, once. */
    @PostMapping("/api/questions/{id}/outsiders")
    Done ask(
            @PathVariable UUID id,
            @RequestBody Asking said,
            HttpServletRequest request,
            HttpServletResponse response,
            Acting by,
            Once once) {
        var recorded = questions.decide(id, by, once, scene -> {
            scene.guard();
            var all = scene.facing().state(Outsider.All.VIEW, id, by.viewer());
            var fact = Outside.ask(scene.thing(), all, by, said.organisation(), said.function());
            return List.of(Draft.ofNewSubject(id, fact, seenBy(scene.thing())).marked(marking(scene.thing())));
        });
        NEW.give(
                links,
                recorded.id(),
                id,
                OutsiderPages.OPEN + "?question=" + id + "&outsider=" + recorded.id(),
                request,
                response);
        return new Done(recorded, QuestionPages.PATH + "/" + id);
    }

    /** The link is taken back; what was answered stays. */
    @PostMapping("/api/questions/{id}/outsiders/{outsider}/ending")
    Recorded end(
            @PathVariable UUID id, @PathVariable UUID outsider, @RequestBody Nothing nothing, Acting by, Once once) {
        return questions.decide(id, by, once, scene -> {
            scene.guard();
            scene.facing().guard(outsider);
            var one = scene.facing()
                    .state(Outsider.All.VIEW, id, by.viewer())
                    .find(outsider)
                    .orElseThrow(NotThere::new);
            var fact = Outside.end(scene.thing(), one, by);
            return List.of(Draft.on(id, outsider, fact, one.labels()).marked(marking(scene.thing())));
        });
    }

    /** All who see the answers, or the one who asks alone. */
    private static Labels seenBy(Question question) {
        return question.asked().sharedAnswers()
                ? question.labels()
                : Labels.of("actor:" + question.by().actor());
    }

    private static @Nullable String marking(Question question) {
        return question.asked().sharedAnswers() ? question.marking() : null;
    }

    /** What whoever has the link is asked. @param question null: there is none */
    record Asked(@Nullable Question question, @Nullable Outsider outsider) {
        boolean isLetIn() {
            return question != null && outsider != null && question.isOpen() && !outsider.ended();
        }
    }

    Asked asked(UUID question, UUID outsider) {
        return new Asked(
                journal.view(Question.VIEW, question, Reader.ALL).find(question).orElse(null),
                journal.view(Outsider.All.VIEW, question, Reader.ALL)
                        .find(outsider)
                        .orElse(null));
    }

    /** Recorded once, whatever comes after. */
    void opened(Outsider one) {
        once("opened", one, new QuestionFact.OutsiderOpened(one.id()));
    }

    /** As {@link #opened}: whoever tries on and on fills nothing. */
    void tried(Outsider one) {
        once("tried", one, new QuestionFact.OutsiderTried(one.id()));
    }

    private void once(String what, Outsider one, QuestionFact fact) {
        var key = UUID.nameUUIDFromBytes((what + one.id()).getBytes(StandardCharsets.UTF_8));
        journal.record(
                one.author(),
                new Once(key, what),
                facing -> List.of(Draft.on(one.question(), one.id(), fact, one.labels())));
    }

    /** @throws Refused question.outsider-ended, and as {@link Outside#answer} */
    void answer(Outsider one, Outside.Said said, Once once) {
        journal.record(one.author(), once, facing -> {
            facing.guard(one.question());
            facing.guard(one.id());
            var fact = Outside.answer(question(facing, one), outsider(facing, one), said);
            return List.of(Draft.ofNewSubject(one.question(), fact, one.labels()));
        });
    }

    private static Question question(Verb.Facing facing, Outsider one) {
        return facing.state(Question.VIEW, one.question(), Reader.ALL)
                .find(one.question())
                .orElseThrow(NotThere::new);
    }

    private static Outsider outsider(Verb.Facing facing, Outsider one) {
        return facing.state(Outsider.All.VIEW, one.question(), Reader.ALL)
                .find(one.id())
                .orElseThrow(NotThere::new);
    }
}
