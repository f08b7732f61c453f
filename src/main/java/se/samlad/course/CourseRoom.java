package se.samlad.course;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.course.CourseFact.Wording;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.Dated;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Worded;
import se.samlad.web.Worded.Field;

/** What this room contributes: facts and views, a door, its dates, and words to compare. */
@Configuration(proxyBeanMethods = false)
class CourseRoom {

    @Bean
    Facts courseFacts() {
        return new Facts(CourseFact.class);
    }

    @Bean
    View<Courses> courseView() {
        return Courses.VIEW;
    }

    @Bean
    Across<Courses> coursesAcross() {
        return Courses.ACROSS;
    }

    @Bean
    Offer courseOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.YEAR, 7, "courses", CoursePages.PATH, Viewer::isMember));
    }

    /** Occasions are no secret of any member's; what is said of them is. */
    @Bean
    Dated courseDates(CourseBook courses) {
        return (from, until, viewer, say) -> !viewer.isMember()
                ? List.of()
                : courses.all(viewer).stream()
                        .filter(course -> !course.isWithdrawn())
                        .flatMap(course -> course.occasions().values().stream()
                                .filter(each -> !each.isOff())
                                .map(each -> date(course, each, say)))
                        .filter(date -> date.overlaps(from, until))
                        .toList();
    }

    private static Dated.Date date(Course course, Occasion of, Say say) {
        LocalTime at = of.called().at();
        var day = of.on().atStartOfDay(Say.STOCKHOLM);
        return new Dated.Date(
                Dated.Kind.COURSE,
                of.id(),
                course.as().name(say.language()),
                at == null
                        ? day.toInstant()
                        : of.on().atTime(at).atZone(Say.STOCKHOLM).toInstant(),
                at == null ? day.plusDays(1).toInstant() : null,
                of.called().where(),
                of.by().actor(),
                CoursePages.PATH + "/" + course.id());
    }

    @Bean
    Worded courseWords() {
        return (entry, say) -> switch (entry.fact()) {
            case CourseFact.Written w -> fields(w.as(), say);
            case CourseFact.Changed c -> fields(c.as(), say);
            case CourseFact.Called c ->
                List.of(
                        Field.of("on", say.text("course.on"), say.day(c.on())),
                        Field.of("at", say.text("course.at"), text(c.at())),
                        Field.of("where", say.text("course.where"), c.where()),
                        Field.of("seats", say.text("course.seats"), text(c.places())));
            default -> List.of();
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<Field> fields(Wording as, Say say) {
        var levels = as.levels().stream()
                .map(level -> say.text("course.level." + level))
                .collect(Collectors.joining(", "));
        return List.of(
                Field.of("kind", say.text("course.kind"), say.text("course.kind." + as.kind())),
                Field.of("nameSv", say.text("course.name-sv"), as.nameSv()),
                Field.of("nameEn", say.text("course.name-en"), as.nameEn()),
                Field.of("text", say.text("course.text"), as.text()),
                Field.of("forLevels", say.text("course.levels"), levels),
                Field.of("forFunctions", say.text("course.functions"), String.join(", ", as.functions())),
                Field.of("months", say.text("course.months"), String.valueOf(as.months())),
                Field.of(
                        "season",
                        say.text("course.season"),
                        as.season() == null ? "" : say.text("course.month." + as.season())));
    }
}
