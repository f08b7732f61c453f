package se.samlad.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What was taken over, as the room above knows it. It wins over the plan until the planned shift ends. */
public interface TakenOver {

    /**
     * A shift was taken over.
     *
     * @param from the account that handed it over
     */
    record Taken(UUID id, String from, String to, Instant at) {}

    /** The latest of the function, {@code actor/name}, the first one first. */
    List<Taken> of(String function);

    /**
     * Who is on duty where some have taken over: from that time until the end of the shift that was handed over. Where
     * nobody was planned, until the next one is. Pure.
     *
     * @param planned in order, from before the first that was taken over until long after
     */
    static List<Slice> laidOver(List<Slice> planned, List<Taken> taken) {
        List<Slice> pieces = planned;
        for (var each : taken) pieces = laidOver(pieces, each);
        return pieces.stream().sorted(Slice.IN_ORDER).toList();
    }

    private static List<Slice> laidOver(List<Slice> pieces, Taken taken) {
        var on = pieces.stream().filter(p -> p.contains(taken.at())).toList();
        var handed = on.stream().filter(p -> p.account().equals(taken.from())).toList();
        var ended = handed.isEmpty() ? on : handed;
        var all = new ArrayList<Slice>();
        for (var piece : pieces) {
            if (!ended.contains(piece)) all.add(piece);
            else piece.without(taken.at(), piece.until()).forEach(all::add);
        }
        var until = ended.isEmpty() ? next(pieces, taken.at()) : last(ended);
        boolean already =
                all.stream().anyMatch(p -> p.contains(taken.at()) && p.account().equals(taken.to()));
        if (!already) all.add(new Slice(taken.id(), taken.to(), taken.at(), until));
        return all;
    }

    private static Instant next(List<Slice> pieces, Instant at) {
        return starts(pieces).filter(at::isBefore).min(Instant::compareTo).orElse(Slice.OPEN);
    }

    private static Stream<Instant> starts(List<Slice> pieces) {
        return pieces.stream().map(Slice::from);
    }

    private static Instant last(List<Slice> pieces) {
        return pieces.stream().map(Slice::until).max(Instant::compareTo).orElse(Slice.OPEN);
    }
}
