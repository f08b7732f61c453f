package se.samlad.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A piece of time in which nobody is on duty (R2). */
public record Gap(Instant from, Instant until) {

    /** What the pieces leave open between two times, in order; all of it where there are none. */
    public static List<Gap> between(Instant begin, Instant end, List<Slice> pieces) {
        var gaps = new ArrayList<Gap>();
        var covered = begin;
        for (var piece : pieces.stream().sorted(Slice.IN_ORDER).toList()) {
            var from = piece.from().isBefore(end) ? piece.from() : end;
            if (covered.isBefore(from)) gaps.add(new Gap(covered, from));
            if (covered.isBefore(piece.until())) covered = piece.until();
        }
        if (covered.isBefore(end)) gaps.add(new Gap(covered, end));
        return gaps;
    }

    public Duration length() {
        return Duration.between(from, until);
    }
}
