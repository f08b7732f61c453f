package se.samlad.course;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. Each course is a stream; the subject is the course or an occasion of it. */
public sealed interface CourseFact extends Fact {

    @Stored("course.written.1")
    record Written(Wording as) implements CourseFact {}

    /** How a course is from now on; one that was withdrawn holds again. */
    @Stored("course.changed.1")
    record Changed(Wording as) implements CourseFact {}

    /** Nobody needs the course any longer. */
    @Stored("course.withdrawn.1")
    record Withdrawn(String reason) implements CourseFact {}

    /**
     * A course is given.
     *
     * @param at Stockholm's time; null: the whole day, or not stated
     * @param places null: not limited
     */
    @Stored("course.called.1")
    record Called(
            LocalDate on,
            @Nullable LocalTime at,
            String where,
            @Nullable Integer places) implements CourseFact {}

    @Stored("course.called-off.1")
    record CalledOff(String reason) implements CourseFact {}

    /** Which of the author's own functions come. @param functions none: nobody comes */
    @Stored("course.coming.1")
    record Coming(List<Heads> functions) implements CourseFact {}

    /** Which of the actor's functions came, said by itself or by who held it. @param functions none: nobody came */
    @Stored("course.attended.1")
    record Attended(String actor, List<Heads> functions) implements CourseFact {}

    enum Kind {
        COURSE,
        EXERCISE
    }

    /** How many holders of a function, one or more; never who. @param function its name at its actor */
    record Heads(String function, int number) {}

    /**
     * A course as it is written.
     *
     * @param nameEn null: as in Swedish
     * @param functions names that functions have at their actors, besides the levels
     * @param months how long it lasts
     * @param season the month, from 1, at whose beginning it must be in force; null: none
     */
    record Wording(
            Kind kind,
            String nameSv,
            @Nullable String nameEn,
            String text,
            List<Level> levels,
            List<String> functions,
            int months,
            @Nullable Integer season) {

        public String name(String language) {
            return language.equals("en") && nameEn != null ? nameEn : nameSv;
        }

        /** Whether the course is for the function. */
        public boolean isFor(Function function) {
            return !function.onlyAdministers()
                    && (levels.contains(function.level()) || functions.contains(function.name()));
        }
    }
}
