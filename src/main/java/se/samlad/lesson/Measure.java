package se.samlad.lesson;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.By;
import se.samlad.journal.Entry;

/**
 * A measure of a lesson, as it stands.
 *
 * @param drawn the entry that last changed what it says
 * @param answer the owner's own word; null: it has not said anything, and what others propose waits
 * @param done null: it is not
 * @param failed whether a test after it was done said that it is not enough
 */
public record Measure(
        UUID id,
        By proposedBy,
        Instant at,
        LessonFact.Measured said,
        UUID drawn,
        @Nullable Answer answer,
        @Nullable Carried done,
        boolean failed) {

    public record Answer(By by, boolean stands, @Nullable String text) {}

    public record Carried(By by, Instant at, @Nullable String text) {}

    static Measure proposed(Entry by, LessonFact.Measured said) {
        var own = by.by().actor().equals(said.owner()) ? new Answer(by.by(), true, null) : null;
        return new Measure(by.id(), by.by(), by.recordedAt(), said, by.id(), own, null, false);
    }

    public String owner() {
        return said.owner();
    }

    /** Its owner has not said anything yet. */
    public boolean waits() {
        return answer == null;
    }

    /** Its owner declined it, or it was taken back. */
    public boolean isOut() {
        return answer != null && !answer.stands();
    }

    /** The owner has taken it on, and it is not done. */
    public boolean isPromised() {
        return answer != null && answer.stands() && done == null;
    }

    public boolean isOpen() {
        return !isOut() && done == null;
    }

    public boolean isDone() {
        return !isOut() && done != null;
    }

    public boolean isLate(LocalDate today) {
        return isOpen() && said.by().isBefore(today);
    }

    Measure revised(Entry by, LessonFact.Revised r) {
        var now = new LessonFact.Measured(r.what(), owner(), r.by(), r.activity());
        boolean own = by.by().actor().equals(owner());
        return new Measure(
                id, proposedBy, at, now, by.id(), own ? new Answer(by.by(), true, null) : null, done, failed);
    }

    Measure answered(Entry by, LessonFact.Answered a) {
        return new Measure(id, proposedBy, at, said, drawn, new Answer(by.by(), a.stands(), a.text()), done, failed);
    }

    Measure carried(Entry by, LessonFact.Done d) {
        var now = d.done() ? new Carried(by.by(), by.recordedAt(), d.text()) : null;
        return new Measure(id, proposedBy, at, said, drawn, answer, now, false);
    }

    /** What is done has turned out not to be enough. */
    Measure failing() {
        return new Measure(id, proposedBy, at, said, drawn, answer, done, done != null);
    }

    Measure working() {
        return new Measure(id, proposedBy, at, said, drawn, answer, done, false);
    }
}
