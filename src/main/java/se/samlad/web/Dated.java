package se.samlad.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer;

/** A room's part of the one regional calendar (I6): what is on at a known time. */
public interface Dated {

    enum Kind {
        EVENT,
        MEETING,
        CONFERENCE,
        COURSE
    }

    /**
     * One date.
     *
     * @param id of the thing that is on
     * @param until half-open; null: not known
     * @param area SCB's code or a place in words; null: not stated
     * @param actor the code of who planned it
     * @param page the path of its page
     */
    record Date(
            Kind kind,
            UUID id,
            String title,
            Instant from,
            @Nullable Instant until,
            @Nullable String area,
            String actor,
            String page) {

        private static final Duration USUAL = Duration.ofHours(1);

        /** Its end; where none is known, after an hour. */
        public Instant end() {
            return until == null ? from.plus(USUAL) : until;
        }

        public boolean overlaps(Instant begin, Instant end) {
            return from.isBefore(end) && end().isAfter(begin);
        }
    }

    /** Those that the viewer may see and that go on at some time in the half-open interval, in any order. */
    List<Date> between(Instant from, Instant until, Viewer viewer, Say say);
}
