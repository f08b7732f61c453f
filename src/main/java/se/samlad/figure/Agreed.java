package se.samlad.figure;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.figure.Course.Visible;
import se.samlad.figure.Mark.What;

/**
 * A direction as it was agreed.
 *
 * @param forum that agreed on it
 * @param planned each measure with each actor that it concerns, as {@code measure/actor}
 */
record Agreed(Mark agreed, Mark text, String forum, List<String> planned) {

    /** @return null where the reader may not see its text, and where it was withdrawn */
    static @Nullable Agreed of(Mark agreed, Visible course) {
        var texts = course.all(What.WORDED)
                .filter(mark -> mark.about().equals(agreed.about()) && mark.position() < agreed.position())
                .sorted(Comparator.comparing(Mark::position))
                .toList();
        boolean withdrawn =
                course.all(What.WITHDRAWN).anyMatch(mark -> mark.about().equals(agreed.about()));
        if (texts.isEmpty() || withdrawn) return null;
        var text = texts.getLast();
        return new Agreed(
                agreed,
                text,
                texts.getFirst().whom().getFirst(),
                text.whom().subList(1, text.whom().size()));
    }

    static String actorOf(String measure) {
        return measure.substring(measure.indexOf('/') + 1);
    }
}
