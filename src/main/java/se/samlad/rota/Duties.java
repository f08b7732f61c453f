package se.samlad.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.actor.DutyLines;
import se.samlad.journal.Journal;
import se.samlad.web.Say;

/** Who is on duty, was or will be: by the plan, and by what was taken over. */
@Service
public class Duties implements DutyLines {

    /** How far ahead gaps are looked for (R2). */
    public static final Duration WEEKS = Duration.ofDays(21);

    private final Journal journal;
    private final TakenOver taken;

    Duties(Journal journal, TakenOver taken) {
        this.journal = journal;
        this.taken = taken;
    }

    public Rota rota() {
        return journal.across(Rota.ACROSS);
    }

    public Functions functions() {
        return journal.across(Functions.ACROSS);
    }

    public Instant now() {
        return journal.now();
    }

    /** By the plan alone, of those who hold the function then; each piece cut to the time between. */
    public List<Slice> planned(Function function, Instant begin, Instant end) {
        var pieces = rota().of(function.id()).between(begin, end);
        if (pieces.isEmpty()) return pieces;
        var functions = functions();
        var held = new HashMap<String, Optional<Staff.Time>>();
        return pieces.stream()
                .flatMap(piece -> held
                        .computeIfAbsent(piece.account(), a -> Staff.time(functions, function, a))
                        .flatMap(time -> piece.within(time.from(), time.until()))
                        .stream())
                .toList();
    }

    /** As it is, or will be; each piece as long as it is, where it touches the time between. */
    public List<Slice> between(Function function, Instant begin, Instant end) {
        var reaching = reaching(taken.of(function.id()), begin.minus(Rota.LONGEST), end);
        var first = reaching.isEmpty() || reaching.getFirst().at().isAfter(begin)
                ? begin
                : reaching.getFirst().at();
        var planned = planned(function, first.minus(Rota.LONGEST), end.plus(Rota.LONGEST));
        return TakenOver.laidOver(planned, reaching).stream()
                .filter(piece -> piece.overlaps(begin, end))
                .toList();
    }

    /** Those between, and the last before, which holds until the next one is planned. */
    private static List<TakenOver.Taken> reaching(List<TakenOver.Taken> all, Instant begin, Instant end) {
        var before = all.stream().filter(t -> t.at().isBefore(end)).toList();
        long old = before.stream().takeWhile(t -> t.at().isBefore(begin)).count();
        return before.subList((int) Math.max(0, old - 1), before.size());
    }

    /** Who is on duty; none: nobody is planned, and nobody has taken over. */
    public List<Slice> at(Function function, Instant at) {
        return between(function, at, at.plusNanos(1000)).stream()
                .filter(piece -> piece.contains(at))
                .toList();
    }

    /** Who comes next: the first that begins after the time, within three weeks. */
    public Optional<Slice> next(Function function, Instant at) {
        return between(function, at, at.plus(WEEKS)).stream()
                .filter(piece -> piece.from().isAfter(at))
                .findFirst();
    }

    /** Whether somebody should be on duty in the function around the clock. */
    public boolean isNeeded(Function function) {
        var plan = rota().of(function.id());
        if (plan.need() != null) return plan.need().always();
        return !plan.layers().isEmpty() || isUsuallyNeeded(function);
    }

    /**
     * Unless its actor says otherwise: what assesses signals (I4), and what answers for an actor on the coordinating level
     * and is no deputy of another there (A6).
     */
    private boolean isUsuallyNeeded(Function function) {
        if (function.level() != Level.COORDINATING) return false;
        if (function.may(Mandate.ASSESS)) return true;
        var deputyOf = function.deputyOf();
        boolean deputy = deputyOf != null
                && functions()
                        .find(function.actor(), deputyOf)
                        .filter(f -> f.level() == function.level())
                        .isPresent();
        return !deputy && (function.may(Mandate.STANCE) || function.may(Mandate.COMMUNICATE));
    }

    /** Where nobody is planned in the time between, in a function that needs somebody. */
    public List<Gap> gaps(Function function, Instant begin, Instant end) {
        if (!isNeeded(function)) return List.of();
        return Gap.between(begin, end, planned(function, begin, end));
    }

    @Override
    public Optional<String> of(Function function, Say say) {
        var on = at(function, now());
        if (on.isEmpty()) return isNeeded(function) ? Optional.of(say.text("rota.line-nobody")) : Optional.empty();
        var last = on.getLast();
        return Optional.of(
                last.isOpen()
                        ? say.text("rota.line-since", say.time(last.from()))
                        : say.text("rota.line-on", say.time(last.until())));
    }

    @Override
    public Optional<String> of(String actor, Say say) {
        return functions().ofActor(actor).stream()
                .filter(this::isNeeded)
                .findFirst()
                .flatMap(function -> of(function, say));
    }
}
