package se.samlad.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What waits: an occasion soon of a course that the actor lacks, and the attendance that it has not told of (G6, A4). */
@Component
class CourseWaiting implements Waiting {

    private static final int SOON = 30;
    private static final int LONG_AGO = 365;

    private final CourseBook courses;

    CourseWaiting(CourseBook courses) {
        this.courses = courses;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof CourseFact;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var by = viewer.acting().filter(Training::speaks).orElse(null);
        if (by == null) return List.of();
        var today = OrdinaryForums.day(say.now());
        var own = courses.functions(by.actor());
        var items = new ArrayList<Item>();
        for (var course : courses.all(viewer)) {
            if (course.isWithdrawn()) continue;
            boolean lacks = course.isLacking(by.actor(), own, today);
            for (var of : course.occasions().values()) {
                if (lacks && isUnanswered(of, by.actor(), today)) items.add(come(course, of, say));
                else if (isUntold(of, by.actor(), today)) items.add(attend(course, of, say));
            }
        }
        return items;
    }

    /** Whether it is within thirty days, and the actor has said nothing of it. */
    static boolean isUnanswered(Occasion of, String actor, LocalDate today) {
        return !of.isOff()
                && !of.on().isBefore(today)
                && !of.on().isAfter(today.plusDays(SOON))
                && !of.coming().containsKey(actor)
                && !of.attended().containsKey(actor);
    }

    /** Whether the actor said that it would come, and nobody has said whether it did. */
    static boolean isUntold(Occasion of, String actor, LocalDate today) {
        var said = of.coming().get(actor);
        return !of.isOff()
                && said != null
                && said.number() > 0
                && of.on().isBefore(today)
                && !of.on().isBefore(today.minusDays(LONG_AGO))
                && !of.attended().containsKey(actor);
    }

    private static Item come(Course course, Occasion of, Say say) {
        return item("come", course, of, of.at(), say);
    }

    private static Item attend(Course course, Occasion of, Say say) {
        return item("attend", course, of, start(of.on().plusDays(1)), say);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Say.STOCKHOLM).toInstant();
    }

    private static Item item(String what, Course course, Occasion of, Instant since, Say say) {
        return new Item(
                "course-" + what + "-" + of.id(),
                3,
                course.as().name(say.language()),
                say.text("course.turn." + what, say.day(of.on())),
                since,
                what.equals("come") ? start(of.on()) : null,
                null,
                new Settle.Go(say.text("course.turn." + what + "-it"), CoursePages.PATH + "/" + course.id()));
    }
}
