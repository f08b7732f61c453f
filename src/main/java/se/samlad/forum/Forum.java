package se.samlad.forum;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Level;
import se.samlad.access.Things;
import se.samlad.forum.ForumFact.Affected;
import se.samlad.incident.Sittings.Sitting;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.web.Say;

/**
 * One forum in activated mode: the fold of its facts.
 *
 * @param labels of its first entry; later entries that steer it carry the same labels
 * @param chair the function that chairs, as {@code actor/name}
 * @param drawn the entries that last changed what can be changed
 */
public record Forum(
        UUID id,
        UUID incident,
        Level level,
        Labels labels,
        Opening opening,
        String chair,
        Seats seats,
        Meeting next,
        Course course,
        Drawn drawn)
        implements Things.Thing {

    /** How it began. @param inSteadOf, @param alarm see {@link ForumFact.Convened} */
    public record Opening(
            By by,
            Instant at,
            @Nullable String name,
            @Nullable String purpose,
            @Nullable String inSteadOf,
            ForumFact.@Nullable Alarm alarm) {
        Opening inSteadOf(@Nullable String other) {
            return new Opening(by, at, name, purpose, other, alarm);
        }
    }

    /** How members reach the forum, and when it meets next. */
    public record Meeting(@Nullable Instant at, @Nullable String reach) {

        /** A field left out keeps its value. */
        Meeting changed(@Nullable Instant newAt, @Nullable String newReach) {
            return new Meeting(newAt == null ? at : newAt, newReach == null ? reach : newReach);
        }
    }

    /** What a change of the chair, of the next meeting or of the frame is drawn from: the entries that last changed it. */
    public record Drawn(UUID chair, UUID next, UUID frame) {
        Drawn withChair(UUID by) {
            return new Drawn(by, next, frame);
        }

        Drawn withNext(UUID by) {
            return new Drawn(chair, by, frame);
        }

        Drawn withFrame(UUID by) {
            return new Drawn(chair, next, by);
        }
    }

    /** A text stated in the forum or about it, and when. */
    public record Said(String text, By by, Instant at) {}

    /**
     * The course of the forum: when it gathered in conference, its frame for others, the last weighing of need, and its
     * end.
     *
     * @param missed the time of the last meeting that was not held; null: none
     */
    public record Course(
            @Nullable Instant gathered,
            @Nullable Said frame,
            @Nullable Said weighed,
            @Nullable Said closed,
            @Nullable Instant missed) {
        static final Course BEGUN = new Course(null, null, null, null, null);

        Course withGathered(Instant at) {
            return gathered == null ? new Course(at, frame, weighed, closed, missed) : this;
        }

        Course withFrame(Said said) {
            return new Course(gathered, said, weighed, closed, missed);
        }

        Course withWeighed(Said why) {
            return new Course(gathered, frame, why, closed, missed);
        }

        Course withClosed(Said why) {
            return new Course(gathered, frame, weighed, why, missed);
        }

        Course withMissed(Instant meeting) {
            return new Course(gathered, frame, weighed, closed, meeting);
        }
    }

    /**
     * The actors in a forum, and those that were in it (F3).
     *
     * @param in by the actor's code
     * @param left the latest release of each actor that left, by the actor's code
     */
    public record Seats(PMap<String, Seat> in, PMap<String, Left> left) {

        static final Seats EMPTY = new Seats(HashTreePMap.empty(), HashTreePMap.empty());

        /** @param affected null: not weighed @param acknowledged when it answered the call; null: not yet */
        public record Seat(
                @Nullable Affected affected,
                Instant since,
                @Nullable Instant acknowledged) {}

        public record Left(Instant at, String reason) {}

        public boolean has(String actor) {
            return in.containsKey(actor);
        }

        /** Codes, sorted. */
        public List<String> actors() {
            return in.keySet().stream().sorted().toList();
        }

        /** When each actor was called, by code. */
        SortedMap<String, Instant> called() {
            var called = new TreeMap<String, Instant>();
            in.forEach((actor, seat) -> called.put(actor, seat.since()));
            return called;
        }

        public int acknowledged() {
            return (int)
                    in.values().stream().filter(s -> s.acknowledged() != null).count();
        }

        Seats call(Collection<String> actors, @Nullable Affected affected, Instant at) {
            var seats = in;
            for (String actor : actors) {
                var old = in.get(actor);
                seats = seats.plus(
                        actor,
                        old == null
                                ? new Seat(affected, at, null)
                                : new Seat(
                                        affected == null ? old.affected() : affected, old.since(), old.acknowledged()));
            }
            return new Seats(seats, left.minusAll(actors));
        }

        Seats release(Collection<String> actors, Instant at, String reason) {
            var gone = left;
            for (String actor : actors) {
                if (in.containsKey(actor)) gone = gone.plus(actor, new Left(at, reason));
            }
            return new Seats(in.minusAll(actors), gone);
        }

        Seats acknowledge(String actor, Instant at) {
            var seat = in.get(actor);
            if (seat == null || seat.acknowledged() != null) return this;
            return new Seats(in.plus(actor, new Seat(seat.affected(), seat.since(), at)), left);
        }
    }

    public boolean isOpen() {
        return course.closed() == null;
    }

    /** Whether the planned meeting was not held and no new time has been set. */
    public boolean hasMissedNext() {
        return course.missed() != null && course.missed().equals(next.at());
    }

    public boolean isRegional() {
        return level != Level.EXECUTING;
    }

    public String chairActor() {
        return chair.substring(0, chair.indexOf('/'));
    }

    /** Its own name, or else the Swedish name of its level. */
    public String name() {
        if (opening.name() != null) return opening.name();
        return switch (level) {
            case DIRECTING -> "Regionalt inriktande forum";
            case COORDINATING -> "Regionalt samordnande forum";
            case EXECUTING -> "Verkställande forum";
        };
    }

    /** Its own name, or else its level's in the reader's language. */
    public String name(Say say) {
        return opening.name() == null ? say.text("forum.level." + level) : opening.name();
    }

    Sitting sitting() {
        return new Sitting(id, incident, level, opening.name(), chair, seats.called(), isOpen(), labels);
    }

    static Forum opened(Entry by, ForumFact.Convened c) {
        var at = by.occurredAt();
        var seats = Seats.EMPTY
                .call(c.actors(), null, at)
                .call(c.directly(), Affected.DIRECTLY, at)
                .call(c.indirectly(), Affected.INDIRECTLY, at)
                .acknowledge(by.by().actor(), at);
        return new Forum(
                by.id(),
                by.stream(),
                c.level(),
                by.labels(),
                new Opening(by.by(), at, c.name(), c.purpose(), c.inSteadOf(), c.alarm()),
                c.chair(),
                seats,
                new Meeting(c.nextAt(), c.reach()),
                Course.BEGUN,
                new Drawn(by.id(), by.id(), by.id()));
    }

    Forum apply(Entry by, ForumFact fact) {
        var at = by.occurredAt();
        return switch (fact) {
            case ForumFact.CalledIn c -> with(seats.call(c.callIn(), c.affected(), at));
            case ForumFact.Released r -> with(seats.release(r.release(), at, r.reason()));
            case ForumFact.Acknowledged a -> with(seats.acknowledge(by.by().actor(), at));
            case ForumFact.NeedWeighed n -> with(course.withWeighed(said(by, n.reason())));
            case ForumFact.Gathered g -> with(course.withGathered(at));
            case ForumFact.FrameSet f -> framed(by, f);
            case ForumFact.Missed m -> with(course.withMissed(m.meeting()));
            case ForumFact.Closed c -> closed(said(by, c.reason()));
            case ForumFact.ChairPassed c -> chaired(by, c.function());
            case ForumFact.NextSet n -> meeting(by, next.changed(n.nextAt(), n.reach()));
            case ForumFact.Raised r -> raised(by, r);
            case ForumFact.Convened c -> this;
            case ForumFact.Initiated i -> this;
            case ForumFact.Declined d -> this;
            case ForumFact.Established e -> this;
        };
    }

    private Forum chaired(Entry by, String now) {
        return new Forum(id, incident, level, labels, opening, now, seats, next, course, drawn.withChair(by.id()));
    }

    private Forum meeting(Entry by, Meeting now) {
        return new Forum(id, incident, level, labels, opening, chair, seats, now, course, drawn.withNext(by.id()));
    }

    private Forum framed(Entry by, ForumFact.FrameSet f) {
        var framed = course.withFrame(said(by, f.text()));
        return new Forum(id, incident, level, labels, opening, chair, seats, next, framed, drawn.withFrame(by.id()));
    }

    private Forum raised(Entry by, ForumFact.Raised r) {
        var from = opening.inSteadOf(r.inSteadOf());
        var all = seats.call(r.actors(), null, by.occurredAt())
                .acknowledge(by.by().actor(), by.occurredAt());
        var chaired = drawn.withChair(by.id());
        return new Forum(id, incident, Level.COORDINATING, labels, from, r.chair(), all, next, course, chaired);
    }

    /** The forum, closed: by itself or because its incident ended. */
    Forum closed(Said why) {
        return isOpen() ? with(course.withClosed(why)) : this;
    }

    private static Said said(Entry by, String text) {
        return new Said(text, by.by(), by.occurredAt());
    }

    private Forum with(Seats now) {
        return new Forum(id, incident, level, labels, opening, chair, now, next, course, drawn);
    }

    private Forum with(Course now) {
        return now == course ? this : new Forum(id, incident, level, labels, opening, chair, seats, next, now, drawn);
    }
}
