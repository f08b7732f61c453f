package se.samlad.course;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.course.CourseFact.Attended;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * The courses, folded over one course's stream or over all of them. What actors say is not filtered here: it keeps its labels.
 *
 * @param ofOccasion each occasion's course
 */
public record Courses(PMap<UUID, Course> byId, PMap<UUID, UUID> ofOccasion) {

    private static final Courses NONE = new Courses(HashTreePMap.empty(), HashTreePMap.empty());
    static final View<Courses> VIEW = View.of("course.one", NONE, CourseFact.class, Courses::apply);
    static final Across<Courses> ACROSS = new Across<>(View.of("course.all", NONE, CourseFact.class, Courses::apply));

    private Courses apply(Entry by, CourseFact fact) {
        if (fact instanceof CourseFact.Written w) return with(Course.of(by, w.as()));
        var course = byId.get(by.stream());
        if (course == null) return this;
        return switch (fact) {
            case CourseFact.Written _ -> this;
            case CourseFact.Changed c -> with(course.changed(by, c.as()));
            case CourseFact.Withdrawn w -> with(course.withdrawn(w.reason()));
            case CourseFact.Called c ->
                new Courses(
                        byId.plus(course.id(), course.with(Occasion.of(by, c), List.of())),
                        ofOccasion.plus(by.id(), course.id()));
            default -> occasion(by, fact, course);
        };
    }

    private Courses occasion(Entry by, CourseFact fact, Course course) {
        var of = course.occasions().get(by.subject());
        if (of == null) return this;
        return switch (fact) {
            case CourseFact.CalledOff off ->
                with(course.with(of.off(off.reason()), of.attended().keySet()));
            case CourseFact.Coming c -> with(course.with(of.coming(by, c), List.of()));
            case Attended a -> with(course.with(of.attended(by, a), Set.of(a.actor())));
            default -> this;
        };
    }

    private Courses with(Course course) {
        return new Courses(byId.plus(course.id(), course), ofOccasion);
    }

    Optional<Course> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Occasion> occasion(UUID id) {
        return Optional.ofNullable(ofOccasion.get(id)).map(byId::get).map(course -> course.occasions()
                .get(id));
    }

    /** The course that an occasion is of. */
    Course of(Occasion occasion) {
        return find(occasion.course()).orElseThrow();
    }
}
