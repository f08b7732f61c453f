package se.samlad.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.course.CourseFact.Attended;
import se.samlad.course.CourseFact.Called;
import se.samlad.course.CourseFact.Coming;
import se.samlad.course.CourseFact.Heads;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/**
 * A course as it is given once.
 *
 * @param by who called it and holds it
 * @param off why it was called off; null: it was not
 * @param coming each actor's latest word, by its code
 * @param attended likewise; what an actor says of itself stands before what others noted of it (A4)
 */
public record Occasion(
        UUID id,
        UUID course,
        Labels labels,
        By by,
        Instant at,
        Called called,
        @Nullable String off,
        PMap<String, Occasion.Said> coming,
        PMap<String, Occasion.Said> attended)
        implements Things.Thing {

    /** What is said of an actor's functions, and who may read it. */
    public record Said(By by, Instant at, Labels labels, List<Heads> functions) {

        /** Those of the function; 0: none. */
        public int number(String function) {
            return functions.stream()
                    .filter(each -> each.function().equals(function))
                    .mapToInt(Heads::number)
                    .sum();
        }

        public int number() {
            return functions.stream().mapToInt(Heads::number).sum();
        }

        boolean isSeenBy(Viewer viewer) {
            return labels.all().stream().anyMatch(viewer::holds);
        }
    }

    static Occasion of(Entry by, Called called) {
        return new Occasion(
                by.id(),
                by.stream(),
                by.labels(),
                by.by(),
                by.recordedAt(),
                called,
                null,
                HashTreePMap.empty(),
                HashTreePMap.empty());
    }

    Occasion off(String reason) {
        return new Occasion(id, course, labels, by, at, called, reason, coming, attended);
    }

    Occasion coming(Entry entry, Coming fact) {
        var said = new Said(entry.by(), entry.recordedAt(), entry.labels(), fact.functions());
        return new Occasion(
                id, course, labels, by, at, called, off, coming.plus(entry.by().actor(), said), attended);
    }

    Occasion attended(Entry entry, Attended fact) {
        var actor = fact.actor();
        if (hasSaidItself(actor) && !entry.by().actor().equals(actor)) return this;
        var said = new Said(entry.by(), entry.recordedAt(), entry.labels(), fact.functions());
        return new Occasion(id, course, labels, by, at, called, off, coming, attended.plus(actor, said));
    }

    /** Whether the actor's attendance is its own word. */
    public boolean hasSaidItself(String actor) {
        var said = attended.get(actor);
        return said != null && said.by().actor().equals(actor);
    }

    public LocalDate on() {
        return called.on();
    }

    public boolean isOff() {
        return off != null;
    }

    /** How many are said to come, of all actors. */
    public int expected() {
        return coming.values().stream().mapToInt(Said::number).sum();
    }

    /** How many came, of all actors. */
    public int came() {
        return attended.values().stream().mapToInt(Said::number).sum();
    }
}
