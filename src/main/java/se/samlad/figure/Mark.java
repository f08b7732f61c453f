package se.samlad.figure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/**
 * One entry that figures are counted from.
 *
 * @param key marks of the same kind, key and labels are one: the first, the last or each of them is kept, as {@link What} says
 * @param about the thing that it belongs to: a forum, a direction, a measure; empty: none
 * @param actor who did it
 * @param whom the actors that it concerns, each with what it is about where that differs: {@code actor} or {@code measure/actor}
 * @param occurred by the incident's own clock
 */
public record Mark(
        What what,
        String key,
        String about,
        String actor,
        List<String> whom,
        UUID entry,
        long position,
        Instant occurred,
        Instant recorded,
        Labels labels) {

    /** Which of several are kept. */
    enum Keeps {
        FIRST,
        LAST
    }

    public enum What {
        /** An incident was signalled. */
        SIGNAL(Keeps.FIRST),
        /** The same, in an exercise. */
        EXERCISE(Keeps.FIRST),
        ENDED(Keeps.LAST),
        CALLED(Keeps.FIRST),
        ACKNOWLEDGED(Keeps.FIRST),
        GATHERED(Keeps.FIRST),
        STAFF(Keeps.FIRST),
        PICTURE(Keeps.FIRST),
        MESSAGE(Keeps.FIRST),
        DECISION(Keeps.FIRST),
        /** A direction's text: whom its measures concern. */
        WORDED(Keeps.FIRST),
        AGREED(Keeps.FIRST),
        WITHDRAWN(Keeps.FIRST),
        STANCE(Keeps.FIRST),
        /** Done, as the actor says; another word later takes its place. */
        DONE(Keeps.LAST),
        NOT_DONE(Keeps.LAST),
        /** An actor's own report. */
        REPORT(Keeps.FIRST),
        /** A conference was called, and who was expected. */
        EXPECTED(Keeps.FIRST),
        CLOSED(Keeps.FIRST),
        HOME(Keeps.FIRST),
        /** A test call began, and who was called. */
        TRIAL(Keeps.FIRST),
        ANSWERED(Keeps.FIRST),
        TRIED(Keeps.FIRST);

        private final Keeps keeps;

        What(Keeps keeps) {
            this.keeps = keeps;
        }
    }

    static Mark of(What what, String key, String about, List<String> whom, Entry by) {
        return new Mark(
                what,
                key,
                about,
                by.by().actor(),
                List.copyOf(whom),
                by.id(),
                by.position(),
                by.occurredAt(),
                by.recordedAt(),
                by.labels());
    }

    /** What it takes the place of, and what takes its place. */
    record Slot(What what, String key, Labels labels) {}

    Slot slot() {
        return new Slot(what, key, labels);
    }

    /** Which of two in the same place is kept. */
    Mark or(Mark later) {
        if (what.keeps == Keeps.LAST) return later;
        return later.occurred.isBefore(occurred) ? later : this;
    }

    boolean is(What other) {
        return what == other;
    }
}
