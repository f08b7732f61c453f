package se.samlad.standing;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.live.Shell;
import se.samlad.web.Say;

/** The pages of the register. */
@Controller
public class StandingPages {

    static final String PATH = "/standing-forums";

    private final OrdinaryForums forums;
    private final Actors actors;

    StandingPages(OrdinaryForums forums, Actors actors) {
        this.forums = forums;
        this.actors = actors;
    }

    /** The words of the register in one language. */
    public record Names(OrdinaryForums forums, Actors actors, Say say) {

        public String actor(String code) {
            return actors.shortName(code, say.language());
        }

        /** {@code Länsråd, Länsstyrelsen}. @param id as {@code actor/name} */
        public String function(String id) {
            var at = id.split("/", 2);
            return title(at[0], at[at.length - 1]) + ", " + actor(at[0]);
        }

        public String title(String actor, String name) {
            return forums.function(actor + "/" + name)
                    .map(f -> f.title(say.language()))
                    .orElse(name);
        }

        public String month(int month) {
            return Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, Locale.of(say.language()));
        }

        public String weekday(int day) {
            return java.time.DayOfWeek.of(day).getDisplayName(TextStyle.FULL_STANDALONE, Locale.of(say.language()));
        }

        /** {@code den sista onsdagen i månaden 09:00, januari, februari}. */
        public String rhythm(Rhythm rhythm) {
            var months = rhythm.months().size() == 12
                    ? say.text("standing.all-year")
                    : rhythm.stretches().stream().map(this::stretch).collect(Collectors.joining(", "));
            return say.text("standing.rhythm-of." + rhythm.week(), weekday(rhythm.day()), rhythm.at(), months);
        }

        private String stretch(Rhythm.Stretch months) {
            if (months.first() == months.last()) return month(months.first());
            return month(months.first()) + "–" + month(months.last());
        }

        public OrdinaryForum.State state(OrdinaryForum forum, String actor) {
            return forums.state(forum, actor, today());
        }

        public LocalDate today() {
            return OrdinaryForums.day(say.now());
        }

        /** Those of the forum's actors of whom it is so. */
        public List<String> in(OrdinaryForum forum, OrdinaryForum.State state) {
            return forum.members().stream()
                    .filter(actor -> state(forum, actor) == state)
                    .toList();
        }

        public java.time.@org.jspecify.annotations.Nullable Instant next(OrdinaryForum forum) {
            return StandingApi.next(forum.as(), say.now());
        }
    }

    private Names names(Shell shell) {
        return new Names(forums, actors, shell.say());
    }

    @GetMapping(PATH)
    String all(Shell shell, Model model) {
        mustBeMember(shell);
        model.addAttribute("forums", forums.all());
        model.addAttribute("names", names(shell));
        model.addAttribute("chairs", forums.mayChair());
        model.addAttribute("mayWrite", Describing.mayWrite(shell.viewer()));
        return "standing/all";
    }

    @GetMapping(PATH + "/{code}")
    String one(@PathVariable String code, Shell shell, Model model) {
        mustBeMember(shell);
        var forum = forums.get(code);
        var own = shell.viewer()
                .acting()
                .filter(by -> Describing.maySeat(by, forum.has(by.actor())))
                .map(Acting::actor)
                .orElse("");
        model.addAttribute("forum", forum);
        model.addAttribute("shipped", forums.shipped(forum));
        model.addAttribute("names", names(shell));
        model.addAttribute("chairs", forums.mayChair());
        model.addAttribute("mayWrite", Describing.mayWrite(shell.viewer()));
        model.addAttribute("own", own);
        model.addAttribute("functions", own.isEmpty() ? List.of() : forums.of(own));
        model.addAttribute("drawn", OrdinaryForums.drawn(forum, own));
        return "standing/one";
    }

    private static void mustBeMember(Shell shell) {
        if (!shell.viewer().isMember()) throw new NotThere();
    }
}
