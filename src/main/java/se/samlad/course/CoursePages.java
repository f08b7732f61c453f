package se.samlad.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Function;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.course.CourseBook.Counted;
import se.samlad.live.Shell;
import se.samlad.standing.OrdinaryForums;

/** The pages of courses and exercises. */
@Controller
public class CoursePages {

    static final String PATH = "/courses";

    private final CourseBook courses;
    private final Actors actors;

    CoursePages(CourseBook courses, Actors actors) {
        this.courses = courses;
        this.actors = actors;
    }

    /** A course in the table: how it stands with an actor's functions, and in the region; null: the reader sees only its own. */
    public record Row(Course of, @Nullable Counted region) {}

    /** An occasion that comes, and its course. */
    public record Ahead(Course course, Occasion occasion) {}

    /** A part of what an occasion is filled with. @param actor its code */
    public record Heard(String actor, Occasion.@Nullable Said coming, Occasion.@Nullable Said attended) {}

    /**
     * An occasion, for one reader.
     *
     * @param heard what is said of actors that the reader may read
     * @param notes of whom the reader may note attendance, besides its own actor
     */
    public record Shown(Occasion of, List<Heard> heard, List<Actor> notes, boolean mayCallOff) {}

    private static LocalDate today(Shell shell) {
        return OrdinaryForums.day(shell.say().now());
    }

    @GetMapping(PATH)
    String all(@RequestParam(name = "actor", required = false) @Nullable String actor, Shell shell, Model model) {
        var viewer = shell.viewer();
        var today = today(shell);
        var all = courses.all(viewer);
        var whose = courses.whose(actor, viewer);
        model.addAttribute(
                "rows",
                all.stream()
                        .filter(each -> !each.isWithdrawn())
                        .map(each -> new Row(each, courses.count(each, today, viewer)))
                        .toList());
        model.addAttribute("withdrawn", all.stream().filter(Course::isWithdrawn).toList());
        model.addAttribute("ahead", ahead(all, today));
        model.addAttribute("whose", whose);
        model.addAttribute("functions", concerned(all, courses.functions(whose)));
        model.addAttribute("today", today);
        model.addAttribute("actors", actors);
        model.addAttribute("parts", actors.parts());
        model.addAttribute("keeps", Training.keeps(viewer));
        model.addAttribute("names", courses.names());
        return "course/all";
    }

    private static List<Ahead> ahead(List<Course> all, LocalDate today) {
        return all.stream()
                .filter(each -> !each.isWithdrawn())
                .flatMap(each -> each.ahead(today).stream().map(of -> new Ahead(each, of)))
                .sorted(Comparator.comparing(Ahead::occasion, Course.byDay()))
                .toList();
    }

    /** Those that some course is for. */
    private static List<Function> concerned(List<Course> all, List<Function> functions) {
        return functions.stream()
                .filter(f -> all.stream()
                        .anyMatch(each -> !each.isWithdrawn() && each.as().isFor(f)))
                .toList();
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var of = courses.get(id, shell.viewer());
        var by = shell.viewer().acting().orElse(null);
        var today = today(shell);
        var own = by == null ? "" : by.actor();
        model.addAttribute("of", of);
        model.addAttribute("region", courses.count(of, today, shell.viewer()));
        model.addAttribute("ahead", shown(of.ahead(today), by, shell));
        model.addAttribute("past", shown(of.past(today), by, shell));
        model.addAttribute("own", own);
        model.addAttribute("functions", functions());
        model.addAttribute("today", today);
        model.addAttribute("actors", actors);
        model.addAttribute("keeps", Training.keeps(shell.viewer()));
        model.addAttribute("speaks", by != null && Training.speaks(by));
        model.addAttribute("names", courses.names());
        return "course/one";
    }

    /** Each actor's functions, by its code. */
    private HashMap<String, List<Function>> functions() {
        var all = new HashMap<String, List<Function>>();
        for (var actor : actors.parts()) all.put(actor.code(), courses.functions(actor.code()));
        return all;
    }

    private List<Shown> shown(List<Occasion> all, @Nullable Acting by, Shell shell) {
        return all.stream().map(of -> shown(of, by, shell)).toList();
    }

    private Shown shown(Occasion of, @Nullable Acting by, Shell shell) {
        var coming = courses.readable(of.coming(), shell.viewer());
        var attended = courses.readable(of.attended(), shell.viewer());
        var codes = new TreeSet<String>(coming.comparator());
        codes.addAll(coming.keySet());
        codes.addAll(attended.keySet());
        var heard = new ArrayList<Heard>();
        for (var code : codes) heard.add(new Heard(code, coming.get(code), attended.get(code)));
        var notes =
                by == null || !Training.holds(of, by) || of.isOff() || of.on().isAfter(today(shell))
                        ? List.<Actor>of()
                        : actors.parts().stream()
                                .filter(actor -> !actor.code().equals(by.actor()) && !of.hasSaidItself(actor.code()))
                                .toList();
        return new Shown(of, heard, notes, by != null && Training.mayCallOff(of, by));
    }
}
