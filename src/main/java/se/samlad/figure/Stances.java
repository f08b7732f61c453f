package se.samlad.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.samlad.figure.Course.Visible;
import se.samlad.figure.Mark.What;

/** Stances in time, and measures planned and carried out, of the directions that hold. */
final class Stances {

    private final Visible course;
    private final Predicate<String> isCounted;
    long concerned;
    long inTime;
    long recordedInTime;
    long planned;
    long done;
    final List<Mark> ofStances = new ArrayList<>();
    final List<Mark> ofMeasures = new ArrayList<>();

    Stances(Visible course, Predicate<String> isCounted) {
        this.course = course;
        this.isCounted = isCounted;
    }

    void add(Agreed direction) {
        var measures = direction.planned().stream()
                .filter(measure -> isCounted.test(Agreed.actorOf(measure)))
                .toList();
        if (measures.isEmpty()) return;
        both(direction, ofStances);
        both(direction, ofMeasures);
        measures.stream().map(Agreed::actorOf).distinct().forEach(actor -> stance(direction.agreed(), actor));
        measures.forEach(this::measure);
    }

    private static void both(Agreed direction, List<Mark> marks) {
        marks.add(direction.text());
        marks.add(direction.agreed());
    }

    private void stance(Mark agreed, String actor) {
        concerned++;
        course.all(What.STANCE)
                .filter(mark ->
                        mark.about().equals(agreed.about()) && mark.actor().equals(actor))
                .findFirst()
                .ifPresent(stance -> {
                    ofStances.add(stance);
                    if (!stance.occurred().isAfter(agreed.occurred().plus(Counting.IN_TIME))) inTime++;
                    if (!stance.recorded().isAfter(agreed.recorded().plus(Counting.IN_TIME))) recordedInTime++;
                });
    }

    /** The actor's last word counts. */
    private void measure(String measure) {
        planned++;
        Stream.concat(course.all(What.DONE), course.all(What.NOT_DONE))
                .filter(mark -> mark.about().equals(measure))
                .max(Comparator.comparing(Mark::position))
                .ifPresent(word -> {
                    ofMeasures.add(word);
                    if (word.is(What.DONE)) done++;
                });
    }
}
