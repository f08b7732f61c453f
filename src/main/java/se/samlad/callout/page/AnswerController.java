package se.samlad.callout.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.callout.Answering;
import se.samlad.web.Say;

/**
 * What comes from outside without signing in, at addresses that are their own keys: an answer by a notice's link, what a
 * provider reports, a reply by SMS.
 */
@Controller
class AnswerController {

    private static final int NOT_THERE = 404;

    private final Answering answering;

    AnswerController(Answering answering) {
        this.answering = answering;
    }

    /** Looking never answers: programs that check links look too. */
    @GetMapping("/k/{token}")
    String look(@PathVariable String token, Say say, HttpServletResponse response, Model model) {
        return shown(token, answering.find(token, say), say, response, model);
    }

    @PostMapping("/k/{token}")
    String answer(@PathVariable String token, Say say, HttpServletResponse response, Model model) {
        answering.answer(token);
        return shown(token, answering.find(token, say), say, response, model);
    }

    private static String shown(String token, Answering.Seen seen, Say say, HttpServletResponse response, Model model) {
        if (!seen.isKnown()) response.setStatus(NOT_THERE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("say", say);
        model.addAttribute("path", "/k/" + token);
        model.addAttribute("title", seen.title());
        model.addAttribute("text", seen.text());
        model.addAttribute("meets", seen.meets());
        model.addAttribute("number", seen.number());
        model.addAttribute("done", seen.done());
        model.addAttribute("exercise", seen.exercise());
        model.addAttribute("open", seen.open());
        return "callout/answer";
    }

    /** What a provider tells of a sending: again and again, late, and not always truly. It is told nothing back. */
    @PostMapping("/channels/report/{token}")
    ResponseEntity<Void> report(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String state) {
        answering.reported(token, status.isEmpty() ? state : status);
        return ResponseEntity.noContent().build();
    }

    /** A reply by SMS. What is answered goes back to who wrote. */
    @PostMapping(path = "/channels/sms/{token}", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    ResponseEntity<String> reply(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String message) {
        return answering.replied(token, from, message).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.notFound()
                .build());
    }
}
