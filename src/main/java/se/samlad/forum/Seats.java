package se.samlad.forum;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.forum.ForumFact.Affected;

/**
 * Who is in a forum, and who was (F3).
 *
 * @param in by actor's code
 * @param left those released last, by actor's code
 */
public record Seats(PMap<String, Seat> in, PMap<String, Left> left) {

    static final Seats EMPTY = new Seats(HashTreePMap.empty(), HashTreePMap.empty());

    /** @param affected null: not weighed; @param acknowledged when it answered the call; null: not yet */
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

    public int acknowledged() {
        return (int) in.values().stream().filter(s -> s.acknowledged() != null).count();
    }

    Seats call(Collection<String> actors, @Nullable Affected affected, Instant at) {
        var seats = in;
        for (String actor : actors) {
            var old = in.get(actor);
            seats = seats.plus(
                    actor,
                    old == null
                            ? new Seat(affected, at, null)
                            : new Seat(affected == null ? old.affected() : affected, old.since(), old.acknowledged()));
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
