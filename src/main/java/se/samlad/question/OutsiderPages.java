package se.samlad.question;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.actor.Actors;
import se.samlad.journal.Refused;
import se.samlad.question.Outsiders.Asked;
import se.samlad.session.GuestBrowser;
import se.samlad.session.GuestDoor;
import se.samlad.web.LocalPage;
import se.samlad.web.Typed;

/** What an outsider meets who is asked: the link, which one browser opens, and the one question. */
@Controller
class OutsiderPages {

    private static final String HERE = "/guest/questions";
    static final String OPEN = HERE + "/open";
    private static final String PAGE = HERE + "/{question}/{outsider}";
    private static final String ANSWER = "answer";
    private static final String OVER = "over";
    private static final GuestDoor DOOR =
            new GuestDoor("question.outsider-closed", "question.outsider-", "question.outsider-written");

    private final Outsiders outsiders;
    private final Actors actors;

    OutsiderPages(Outsiders outsiders, Actors actors) {
        this.outsiders = outsiders;
        this.actors = actors;
    }

    /** Asks to press: looking binds nothing, and a mail's preview opens no link. */
    @GetMapping(OPEN)
    String ask(
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String outsider,
            @RequestParam(defaultValue = "") String key,
            GuestBrowser browser) {
        var asked = asked(question, outsider);
        var one = asked.outsider();
        if (one == null || !browser.hasKey(one.id(), key)) return DOOR.none(browser, "");
        if (!asked.isLetIn()) return DOOR.over(browser, OVER, "");
        show(asked, browser);
        browser.put("key", key);
        return "question/outsider-open";
    }

    @PostMapping(OPEN)
    String open(
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String outsider,
            @RequestParam(defaultValue = "") String key,
            GuestBrowser browser) {
        var asked = asked(question, outsider);
        var one = asked.outsider();
        if (one == null || !browser.hasKey(one.id(), key)) return DOOR.none(browser, "");
        if (!asked.isLetIn()) return DOOR.over(browser, OVER, "");
        return DOOR.open(browser, one.id(), key, path(one), () -> outsiders.opened(one), () -> outsiders.tried(one));
    }

    private static String path(Outsider one) {
        return HERE + "/" + one.question() + "/" + one.id();
    }

    @GetMapping(PAGE)
    String page(@PathVariable UUID question, @PathVariable UUID outsider, GuestBrowser browser) {
        if (!browser.isBoundTo(outsider)) return DOOR.none(browser, "");
        return page(outsiders.asked(question, outsider), Typed.NOTHING, browser);
    }

    private String page(Asked asked, Typed typed, GuestBrowser browser) {
        var one = asked.outsider();
        if (one == null) return DOOR.none(browser, "");
        if (!asked.isLetIn()) return DOOR.over(browser, OVER, words(typed));
        show(asked, browser);
        browser.putForm(ANSWER, path(one), typed);
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
    String answer(@PathVariable UUID question, @PathVariable UUID outsider, GuestBrowser browser) {
        var typed = browser.typed(ANSWER);
        var asked = outsiders.asked(question, outsider);
        var one = asked.outsider();
        if (one == null || !browser.isBoundTo(outsider)) return DOOR.none(browser, words(typed));
        if (!asked.isLetIn()) return page(asked, typed, browser);
        try {
            outsiders.answer(one, said(Objects.requireNonNull(asked.question()), browser), browser.once());
            return LocalPage.redirect(path(one));
        } catch (Refused no) {
            return page(outsiders.asked(question, outsider), browser.refused(ANSWER, no), browser);
        }
    }

    /** Values come by the number of their field, as the page draws them. */
    private static Outside.Said said(Question question, GuestBrowser browser) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var fields = question.asked().fields();
        for (int i = 0; i < fields.size(); i++)
            values.put(fields.get(i).name(), browser.sent("given[" + i + "].value"));
        return new Outside.Said(browser.sent("organisation"), browser.sent("function"), values);
    }

    private Asked asked(String question, String outsider) {
        var of = GuestBrowser.id(question);
        var one = GuestBrowser.id(outsider);
        return of.isEmpty() || one.isEmpty() ? new Asked(null, null) : outsiders.asked(of.get(), one.get());
    }

    private void show(Asked asked, GuestBrowser browser) {
        var question = Objects.requireNonNull(asked.question());
        browser.put("question", question);
        browser.put("outsider", Objects.requireNonNull(asked.outsider()));
        browser.put(
                "host", actors.shortName(question.by().actor(), browser.say().language()));
    }
}
