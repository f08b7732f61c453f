package se.samlad.trial;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.samlad.access.Function;
import se.samlad.actor.Actors;
import se.samlad.callout.Callouts;
import se.samlad.live.Shell;
import se.samlad.trial.TrialFact.Asked;
import se.samlad.web.Say;

/** The page of test calls, and the one that a notice's link opens, without signing in. */
@Controller
public class TrialPages {

    static final String PATH = "/trials";
    private static final int KEPT_IN = 50;
    private static final int NOT_THERE = 404;

    private final Trials trials;
    private final TrialLinks links;
    private final TrialWording wording;
    private final Actors actors;
    private final Callouts callouts;

    TrialPages(Trials trials, TrialLinks links, TrialWording wording, Actors actors, Callouts callouts) {
        this.trials = trials;
        this.links = links;
        this.wording = wording;
        this.actors = actors;
        this.callouts = callouts;
    }

    /** The whole tests, the latest last, as the columns of plot and table. @param own the viewer's actor; empty text: none */
    public record Sheet(Trial.All all, List<Trial> trials, Actors actors, String own) {

        /** Those that were called in any of them, by name. */
        public List<String> rows() {
            return trials.stream()
                    .flatMap(trial -> trial.asked().stream())
                    .map(Asked::actor)
                    .distinct()
                    .sorted(actors.codesByName())
                    .toList();
        }

        /** Of those called. */
        public int percent(Trial trial) {
            return trial.asked().isEmpty()
                    ? 0
                    : trial.reached() * 100 / trial.asked().size();
        }

        /** Who was not reached, by name, in one line. */
        public String missing(Trial trial, Say say) {
            return trial.asked().stream()
                    .filter(asked -> !trial.isReached(asked))
                    .map(Asked::actor)
                    .sorted(actors.codesByName())
                    .map(code -> actors.shortName(code, say.language()))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
    }

    @GetMapping(PATH)
    String page(Shell shell, Model model) {
        var all = trials.seenBy(shell.viewer());
        var own = shell.viewer().function().map(Function::actor).orElse("");
        boolean mayTryAll = Trying.mayTryAll(shell.viewer());
        model.addAttribute("sheet", new Sheet(all, all.whole(), actors, own));
        model.addAttribute("mayTryAll", mayTryAll);
        model.addAttribute(
                "mayTry", shell.viewer().acting().filter(trials::mayTry).isPresent());
        model.addAttribute(
                "keptIn",
                mayTryAll
                        ? all.running()
                                .map(t -> callouts.keptIn(t.id(), KEPT_IN))
                                .orElse(List.of())
                        : List.of());
        return "trial/page";
    }

    /** Looking never answers: programs that check links look too. */
    @GetMapping("/p/{token}")
    String look(@PathVariable String token, Say say, HttpServletResponse response, Model model) {
        return shown(token, say, response, model);
    }

    @PostMapping("/p/{token}")
    String answer(@PathVariable String token, Say say, HttpServletResponse response, Model model) {
        find(token).ifPresent(found -> trials.answerByNotice(found.trial().id(), found.asked()));
        return shown(token, say, response, model);
    }

    private record Found(Trial trial, Asked asked) {}

    /** The test that goes on; one that is over has nothing to answer. */
    private Optional<Found> find(String token) {
        return links.read(token)
                .flatMap(link -> Optional.ofNullable(trials.all().open().get(link.trial()))
                        .flatMap(trial -> trial.asked(link.asked()).map(asked -> new Found(trial, asked))));
    }

    private String shown(String token, Say say, HttpServletResponse response, Model model) {
        var found = find(token).orElse(null);
        if (found == null) response.setStatus(NOT_THERE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("say", say);
        model.addAttribute("path", "/p/" + token);
        if (found == null) {
            model.addAttribute("title", say.text("callout.answer.none"));
            model.addAttribute("text", say.text("trial.over-or-wrong"));
            return "callout/answer";
        }
        var at = found.trial().answered().get(found.asked().id());
        model.addAttribute("title", wording.title(found.asked(), say));
        model.addAttribute("text", say.text("trial.what-link"));
        model.addAttribute("done", at == null ? "" : say.text("callout.answer.done", say.time(at)));
        model.addAttribute("open", at == null);
        return "callout/answer";
    }
}
