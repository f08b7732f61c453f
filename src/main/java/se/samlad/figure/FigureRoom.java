package se.samlad.figure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.journal.Across;
import se.samlad.journal.View;

/** What this room contributes: its two folds. */
@Configuration(proxyBeanMethods = false)
class FigureRoom {

    @Bean
    Across<Courses> figureCourses() {
        return Courses.ACROSS;
    }

    @Bean
    View<Course> figureCourse() {
        return Courses.ONE;
    }
}
