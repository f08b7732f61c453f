package se.samlad.question;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.actor.Actors;
import se.samlad.journal.Refused;
import se.samlad.question.Outsiders.Asked;
import se.samlad.session.GuestForm;
import se.samlad.session.GuestLinks;
import se.samlad.web.Form;
import se.samlad.web.FormKey;
import se.samlad.web.LocalPage;
import se.samlad.web.Say;
import se.samlad.web.Typed;

/** What an outsider meets who is asked: the link, which one browser opens, and the one question. */
@Controller
class OutsiderPages {

    private static final String HERE = "/guest/questions";
    static final String OPEN = HERE + "/open";
    private static final String PAGE = HERE + "/{question}/{outsider}";
    private static final String ANSWER = "answer";
    private static final int GONE = 410;
    private static final int NOT_THERE = 404;

    private final GuestLinks links;
    private final Outsiders outsiders;
    private final Actors actors;

    OutsiderPages(GuestLinks links, Outsiders outsiders, Actors actors) {
        this.links = links;
        this.outsiders = outsiders;
        this.actors = actors;
    }

    /** Asks to press: looking binds nothing, and a mail's preview opens no link. */
    @GetMapping(OPEN)
    String ask(
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String outsider,
            @RequestParam(defaultValue = "") String key,
            HttpServletResponse response,
            Say say,
            Model model) {
        var asked = asked(question, outsider);
        var one = asked.outsider();
        if (one == null || !links.isLink(one.id(), key)) return none(response, say, model);
        if (!asked.isLetIn()) return ended(response, GONE, "question.outsider-over", "", say, model);
        shown(asked, say, model);
        model.addAttribute("key", key);
        return "question/outsider-open";
    }

    @PostMapping(OPEN)
    String open(
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String outsider,
            @RequestParam(defaultValue = "") String key,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        var asked = asked(question, outsider);
        var one = asked.outsider();
        if (one == null || !links.isLink(one.id(), key)) return none(response, say, model);
        if (!asked.isLetIn()) return ended(response, GONE, "question.outsider-over", "", say, model);
        var own = links.browser(browser);
        if (links.open(one.id(), key, own) != GuestLinks.Opening.HERE) {
            outsiders.tried(one);
            return ended(response, GONE, "question.outsider-elsewhere", "", say, model);
        }
        outsiders.opened(one);
        links.give(own, request, response);
        return LocalPage.redirect(HERE + "/" + one.question() + "/" + one.id());
    }

    @GetMapping(PAGE)
    String page(
            @PathVariable UUID question,
            @PathVariable UUID outsider,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletResponse response,
            Say say,
            Model model) {
        if (!links.isHere(outsider, browser)) return none(response, say, model);
        return page(outsiders.asked(question, outsider), Typed.NOTHING, response, say, model);
    }

    private String page(Asked asked, Typed typed, HttpServletResponse response, Say say, Model model) {
        if (asked.outsider() == null) return none(response, say, model);
        if (!asked.isLetIn()) return ended(response, GONE, "question.outsider-over", words(typed), say, model);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        shown(asked, say, model);
        var key = new FormKey(UUID.randomUUID().toString(), "");
        var page = HERE + "/" + asked.outsider().question() + "/"
                + asked.outsider().id();
        model.addAttribute("form", new Form(ANSWER, page, key, typed));
        return "question/outsider";
    }

    /** What was typed in texts, so that it can be copied where it is taken no more. */
    private static String words(Typed typed) {
        var words = new StringBuilder();
        for (int i = 0; i < Questioning.FIELDS; i++) {
            var text = typed.value(ANSWER, "given[" + i + "].value");
            if (!text.isEmpty()) words.append(text).append('\n');
        }
        return words.toString().strip();
    }

    @PostMapping(PAGE + "/answers")
    String answer(
            @PathVariable UUID question,
            @PathVariable UUID outsider,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        var typed = GuestForm.typed(ANSWER, request);
        var asked = outsiders.asked(question, outsider);
        var one = asked.outsider();
        if (one == null || !links.isHere(outsider, browser))
            return ended(response, NOT_THERE, "question.outsider-none", words(typed), say, model);
        if (!asked.isLetIn()) return page(asked, typed, response, say, model);
        try {
            outsiders.answer(one, said(Objects.requireNonNull(asked.question()), request), GuestForm.once(request));
            return LocalPage.redirect(HERE + "/" + question + "/" + outsider);
        } catch (Refused no) {
            response.setStatus(no.status());
            var why = GuestForm.refused(ANSWER, request, no, say);
            return page(outsiders.asked(question, outsider), why, response, say, model);
        }
    }

    /** Values come by the number of their field, as the page draws them. */
    private static Outside.Said said(Question question, HttpServletRequest request) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var fields = question.asked().fields();
        for (int i = 0; i < fields.size(); i++)
            values.put(fields.get(i).name(), request.getParameter("given[" + i + "].value"));
        return new Outside.Said(request.getParameter("organisation"), request.getParameter("function"), values);
    }

    private Asked asked(String question, String outsider) {
        var of = GuestForm.id(question);
        var one = GuestForm.id(outsider);
        return of.isEmpty() || one.isEmpty() ? new Asked(null, null) : outsiders.asked(of.get(), one.get());
    }

    private void shown(Asked asked, Say say, Model model) {
        var question = Objects.requireNonNull(asked.question());
        model.addAttribute("say", say);
        model.addAttribute("question", question);
        model.addAttribute("outsider", Objects.requireNonNull(asked.outsider()));
        model.addAttribute("host", actors.shortName(question.by().actor(), say.language()));
    }

    private static String none(HttpServletResponse response, Say say, Model model) {
        return ended(response, NOT_THERE, "question.outsider-none", "", say, model);
    }

    /** @param written what was typed and could not be taken: it is shown, to be copied */
    private static String ended(
            HttpServletResponse response, int status, String why, String written, Say say, Model model) {
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("say", say);
        model.addAttribute("why", say.text(why));
        model.addAttribute("written", written);
        return "question/outsider-ended";
    }
}
