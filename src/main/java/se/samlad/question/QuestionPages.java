package se.samlad.question;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Function;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.web.Alike;
import se.samlad.web.Say;

/** The pages of questions. */
@Controller
class QuestionPages {

    static final String PATH = "/questions";
    private static final int ROWS = 5;

    private final Questions questions;
    private final Alike alike;
    private final Incidents incidents;
    private final Actors actors;
    private final Lists lists;

    QuestionPages(Questions questions, Alike alike, Incidents incidents, Actors actors, Lists lists) {
        this.questions = questions;
        this.alike = alike;
        this.incidents = incidents;
        this.actors = actors;
        this.lists = lists;
    }

    @GetMapping(PATH)
    @Nullable
    String list(Shell shell, Model model, Lists.Request asked) throws IOException {
        var own = shell.viewer().function().map(Function::actor).orElse("");
        var listing = new Listing<Question>(
                PATH,
                "questions",
                List.of(
                        Column.<Question>of("title", (q, say) -> q.asked().title())
                                .leadingTo(q -> PATH + "/" + q.id()),
                        Column.of("from", (q, say) -> actors.shortName(q.by().actor(), say.language())),
                        Column.<Question>of("by", (q, say) -> q.answerBy()),
                        Column.<Question>of("state", (q, say) -> state(q, own, voice(q, shell), say))
                                .chosenBy(List.of(
                                        new Choice<>("open", say -> say.text("question.open"), Question::isOpen),
                                        new Choice<>(
                                                "ours",
                                                say -> say.text("question.asked-of-us"),
                                                q -> q.isOpen()
                                                        && !voice(q, shell).isEmpty()),
                                        new Choice<>("own", say -> say.text("question.asked-by-us"), q -> q.isOf(own)),
                                        new Choice<>(
                                                "closed", say -> say.text("question.is-closed"), q -> !q.isOpen())))));
        return lists.answer(listing, questions.seenBy(shell.viewer()).stream(), asked, model, "question/list");
    }

    /** For whom the reader answers, by code; empty: for nobody who is asked. */
    private static String voice(Question question, Shell shell) {
        return shell.viewer().function().flatMap(question::voice).orElse("");
    }

    private static String state(Question q, String own, String voice, Say say) {
        if (!q.isOpen()) return say.text("question.is-closed");
        if (!voice.isEmpty() && q.latest(voice).isEmpty()) return say.text("question.waits-for-us");
        if (!q.asked().sharedAnswers() && !q.isOf(own)) return say.text("question.open");
        return say.text("question.came", q.answers().size(), q.asked().to().size());
    }

    @GetMapping(PATH + "/new")
    String ask(
            @RequestParam(name = "incident", required = false) @Nullable UUID incident,
            @RequestParam(name = "conference", required = false) @Nullable UUID conference,
            Shell shell,
            Model model) {
        shell.viewer().acting().ifPresent(Questioning::mayAct);
        model.addAttribute("incident", incident == null ? null : incidents.get(incident, shell.viewer()));
        model.addAttribute("conference", conference == null ? "" : conference.toString());
        model.addAttribute("actors", actors);
        model.addAttribute("rows", ROWS);
        model.addAttribute(
                "earlier",
                questions.seenBy(shell.viewer()).stream()
                        .filter(Question::isOpen)
                        .limit(6)
                        .toList());
        return "question/new";
    }

    /** Those that belong to the incident. */
    @GetMapping("/incidents/{id}" + PATH)
    String inIncident(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        model.addAttribute("actors", actors);
        model.addAttribute("own", shell.viewer().function().map(Function::actor).orElse(""));
        model.addAttribute(
                "questions",
                questions.seenBy(shell.viewer()).stream()
                        .filter(q -> id.equals(q.asked().incident()))
                        .toList());
        return "question/incident";
    }

    @GetMapping(PATH + "/{id}")
    String one(
            @PathVariable UUID id,
            @CookieValue(name = Outsiders.SHOWN_ONCE, defaultValue = "") String made,
            Shell shell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var question = questions.get(id, shell.viewer());
        var own = shell.viewer().function().map(Function::actor).orElse("");
        model.addAttribute("question", question);
        model.addAttribute("actors", actors);
        model.addAttribute("own", own);
        model.addAttribute("voice", voice(question, shell));
        model.addAttribute(
                "incident",
                question.asked().incident() == null
                        ? null
                        : incidents
                                .find(question.asked().incident(), shell.viewer())
                                .orElse(null));
        model.addAttribute("link", Outsiders.NEW.shown(made, id, request, response));
        model.addAttribute(
                "same",
                questions.same(question, voice(question, shell), shell.viewer()).orElse(null));
        model.addAttribute("similar", alike.to(question.asked().title(), PATH + "/" + id, shell.viewer()));
        return "question/one";
    }

    /** The answers as a list, to filter, to print and to take away as a file. */
    @GetMapping(PATH + "/{id}/answers")
    @Nullable
    String answers(@PathVariable UUID id, Shell shell, Model model, Lists.Request asked) throws IOException {
        var question = questions.get(id, shell.viewer());
        var own = shell.viewer().function().map(Function::actor).orElse("");
        var columns = new ArrayList<Column<Compiled.Row>>();
        columns.add(Column.of("actor", (row, say) -> Question.Voice.name(row.voice(), actors, say)));
        var fields = question.asked().fields();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            columns.add(Column.<Compiled.Row>of("f" + i, (row, say) -> Values.cell(field, row.value(field), say))
                    .titled(field.name()));
        }
        columns.add(Column.of("at", (row, say) -> row.answer().at()));
        var listing = new Listing<>(PATH + "/" + id + "/answers", "answers", columns);
        var rows = Compiled.of(question, own, Question.Voice.byName(actors)).rows();
        model.addAttribute("question", question);
        return lists.answer(listing, rows.stream(), asked, model, "question/answers");
    }
}
