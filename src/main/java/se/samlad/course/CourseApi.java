package se.samlad.course;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.course.CourseBook.Counted;
import se.samlad.course.CourseFact.Heads;
import se.samlad.course.CourseFact.Wording;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Done;
import se.samlad.web.Say;

/** Courses and exercises, for programs and forms. Days are ISO dates and times of day Stockholm's; moments are RFC 3339. */
@RestController
class CourseApi {

    static final String PATH = "/api" + CoursePages.PATH;
    static final String ONE = PATH + "/{id}";
    static final String OCCASION = "/api/occasions/{id}";

    record Why(@Nullable String reason) {}

    /** Who comes of the acting one's own. @param functions none: nobody */
    record Answering(@Nullable List<Training.@Nullable Row> functions) {}

    /** @param actor null: the acting one's own */
    record Attending(@Nullable String actor, @Nullable List<Training.@Nullable Row> functions) {}

    /** What is said of an actor. @param by the code of who said it */
    record Word(String actor, String by, Instant at, List<Heads> functions) {}

    /**
     * An occasion.
     *
     * @param expected how many are said to come, of all actors
     * @param came how many came, of all actors
     * @param coming what the caller may read: its own, and of all where it holds the occasion or is the secretariat
     * @param attended likewise
     */
    record Given(
            UUID id,
            LocalDate on,
            @Nullable LocalTime at,
            String where,
            @Nullable Integer seats,
            String by,
            @Nullable String calledOff,
            int expected,
            int came,
            List<Word> coming,
            List<Word> attended) {}

    /** How a function of the actor's stands. @param on when it last had it @param until the first day on which it no longer holds */
    record Has(
            String function,
            Course.State state,
            @Nullable LocalDate on,
            @Nullable LocalDate until,
            @Nullable Integer number) {}

    /**
     * A course.
     *
     * @param has the actor's functions that it is for
     * @param lacking whether one of them lacks it
     * @param region of how many actors it is in force; null: the caller sees only its own
     * @param version what a change is drawn from
     */
    record Shown(
            UUID id,
            Wording as,
            @Nullable String withdrawn,
            List<Has> has,
            boolean lacking,
            @Nullable Counted region,
            List<Given> occasions,
            UUID version) {}

    private final CourseBook courses;

    CourseApi(CourseBook courses) {
        this.courses = courses;
    }

    private static LocalDate today(Say say) {
        return OrdinaryForums.day(say.now());
    }

    /** @param actor whose functions: one's own, and for the secretariat any member's; none: one's own */
    @GetMapping(PATH)
    List<Shown> all(@RequestParam(name = "actor", required = false) @Nullable String actor, Viewer viewer, Say say) {
        var whose = courses.whose(actor, viewer);
        return courses.all(viewer).stream()
                .map(each -> shown(each, whose, viewer, today(say)))
                .toList();
    }

    @GetMapping(ONE)
    Shown one(@PathVariable UUID id, Viewer viewer, Say say) {
        return shown(courses.get(id, viewer), courses.whose(null, viewer), viewer, today(say));
    }

    private Shown shown(Course of, String actor, Viewer viewer, LocalDate today) {
        var functions = courses.functions(actor);
        var has = of.concerned(functions).stream()
                .map(f -> {
                    var last = of.last(actor, f.name());
                    return new Has(
                            f.name(),
                            of.state(actor, f.name(), today),
                            last == null ? null : last.on(),
                            of.until(actor, f.name()),
                            last == null ? null : last.number());
                })
                .toList();
        return new Shown(
                of.id(),
                of.as(),
                of.withdrawn(),
                has,
                of.isLacking(actor, functions, today),
                courses.count(of, today, viewer),
                of.occasions().values().stream()
                        .sorted(Course.byDay())
                        .map(each -> given(each, viewer))
                        .toList(),
                of.drawn());
    }

    private Given given(Occasion of, Viewer viewer) {
        var called = of.called();
        return new Given(
                of.id(),
                called.on(),
                called.at(),
                called.where(),
                called.places(),
                of.by().actor(),
                of.off(),
                of.expected(),
                of.came(),
                words(of.coming(), viewer),
                words(of.attended(), viewer));
    }

    private List<Word> words(Map<String, Occasion.Said> said, Viewer viewer) {
        var all = new ArrayList<Word>();
        courses.readable(said, viewer)
                .forEach((actor, each) -> all.add(new Word(actor, each.by().actor(), each.at(), each.functions())));
        return all;
    }

    @PostMapping(PATH)
    Done write(@RequestBody Training.Said said, Acting by, Once once) {
        var recorded = courses.write(said, by, once);
        return new Done(recorded, CoursePages.PATH + "/" + recorded.id());
    }

    /** Whole, as it is from now on; one that was withdrawn holds again. */
    @PostMapping(ONE)
    Recorded change(@PathVariable UUID id, @RequestBody Training.Said said, DrawnFrom from, Acting by, Once once) {
        return courses.change(id, said, from, by, once);
    }

    @PostMapping(ONE + "/withdrawal")
    Recorded withdraw(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return courses.withdraw(id, said.reason(), by, once);
    }

    /** The acting one's actor holds it. */
    @PostMapping(ONE + "/occasions")
    Recorded call(@PathVariable UUID id, @RequestBody Training.Calling said, Acting by, Once once, Say say) {
        return courses.call(id, said, today(say), by, once);
    }

    @PostMapping(OCCASION + "/calling-off")
    Recorded callOff(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once, Say say) {
        return courses.callOff(id, said.reason(), today(say), by, once);
    }

    /** Which of the acting one's own functions come, and how many of their holders; never who. */
    @PostMapping(OCCASION + "/coming")
    Recorded come(@PathVariable UUID id, @RequestBody Answering said, Acting by, Once once, Say say) {
        return courses.come(id, said.functions(), today(say), by, once);
    }

    /** Which functions came; who held the occasion may note it of others, until they say it themselves. */
    @PostMapping(OCCASION + "/attendance")
    Recorded attend(@PathVariable UUID id, @RequestBody Attending said, Acting by, Once once, Say say) {
        return courses.attend(id, said.actor(), said.functions(), today(say), by, once);
    }
}
