package se.samlad.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pcollections.PVector;
import se.samlad.rota.RotaFact.Over;
import se.samlad.rota.RotaFact.Repeat;
import se.samlad.web.Say;

/** What is laid over what was planned before. Pure. */
public sealed interface Layer {

    /** Changes the pieces that lie between the two times; what lies outside need not be right. */
    List<Slice> laidOver(List<Slice> below, Instant begin, Instant end);

    /** From when on it changes nothing; {@link Slice#OPEN}: not stated. */
    Instant ends();

    /**
     * A shift, perhaps repeated.
     *
     * @param gone what was taken away from it
     * @param by the account that planned it
     */
    record Shift(UUID id, RotaFact.Occupies said, PVector<Gone> gone, String by) implements Layer {

        /** What was taken away, and why. */
        record Gone(Instant from, Instant until, String reason) {}

        /** Whether the account planned it for itself: then it may take it away. */
        public boolean isOf(String account) {
            return by.equals(account) && said.people().stream().allMatch(account::equals);
        }

        @Override
        public List<Slice> laidOver(List<Slice> below, Instant begin, Instant end) {
            var own = between(begin, end);
            var pieces = below.stream();
            if (said.over() != Over.BESIDE) // there was nothing, but a calendar may have said otherwise since
            for (var each : own) pieces = pieces.flatMap(piece -> piece.without(each.from(), each.until()));
            return Stream.concat(pieces, own.stream()).toList();
        }

        @Override
        public Instant ends() {
            return switch (said) {
                case RotaFact.Planned p -> {
                    var repeat = p.repeat();
                    if (repeat == null) yield p.until();
                    yield repeat.end() == null ? Slice.OPEN : repeat.end();
                }
                case RotaFact.Imported i ->
                    i.turns().stream()
                            .map(RotaFact.Turn::until)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH);
            };
        }

        /** How it is repeated; empty: not. */
        public Optional<Repeat> repeat() {
            return said instanceof RotaFact.Planned p ? Optional.ofNullable(p.repeat()) : Optional.empty();
        }

        /** Its pieces that touch the time between, in order; each as long as it is. */
        public List<Slice> between(Instant begin, Instant end) {
            var all =
                    switch (said) {
                        case RotaFact.Planned p -> turns(p, begin, end);
                        case RotaFact.Imported i ->
                            i.turns().stream()
                                    .map(t -> new Slice(id, t.account(), t.from(), t.until()))
                                    .toList();
                    };
            var pieces = all.stream().filter(each -> each.overlaps(begin, end));
            for (var each : gone) pieces = pieces.flatMap(piece -> piece.without(each.from(), each.until()));
            return pieces.toList();
        }

        private List<Slice> turns(RotaFact.Planned p, Instant begin, Instant end) {
            var repeat = p.repeat();
            if (repeat == null) return List.of(new Slice(id, p.accounts().getFirst(), p.from(), p.until()));
            var all = new ArrayList<Slice>();
            var first = LocalDateTime.ofInstant(p.from(), Say.STOCKHOLM);
            var length = Duration.between(first, LocalDateTime.ofInstant(p.until(), Say.STOCKHOLM));
            long turn = Math.max(0, turn(first, begin, repeat) - length.toDays() / repeat.days() - 2);
            long last = turn(first, end, repeat) + 1;
            for (; turn <= last; turn++) turn(p, repeat, turn, length).ifPresent(all::add);
            return all;
        }

        private static long turn(LocalDateTime first, Instant at, Repeat repeat) {
            var day = LocalDateTime.ofInstant(at, Say.STOCKHOLM).toLocalDate();
            return Math.floorDiv(ChronoUnit.DAYS.between(first.toLocalDate(), day), (long) repeat.days());
        }

        /** Where the clocks are set, both its ends follow them, so that what ends where the next begins still does. */
        private Optional<Slice> turn(RotaFact.Planned p, Repeat repeat, long turn, Duration length) {
            var start = LocalDateTime.ofInstant(p.from(), Say.STOCKHOLM).plusDays(turn * repeat.days());
            var from = turn == 0 ? p.from() : start.atZone(Say.STOCKHOLM).toInstant();
            var until = start.plus(length).atZone(Say.STOCKHOLM).toInstant();
            if (repeat.end() != null && repeat.end().isBefore(until)) until = repeat.end();
            if (repeat.except().contains(start.toLocalDate()) || !from.isBefore(until)) return Optional.empty();
            var who = p.accounts().get((int) (turn % p.accounts().size()));
            return Optional.of(new Slice(id, who, from, until));
        }
    }

    /** One takes what the other had between two times: by a swap. */
    record Exchange(String of, String to, Instant from, Instant until) implements Layer {

        @Override
        public List<Slice> laidOver(List<Slice> below, Instant begin, Instant end) {
            return below.stream()
                    .flatMap(piece -> piece.account().equals(of) ? given(piece) : Stream.of(piece))
                    .toList();
        }

        private Stream<Slice> given(Slice piece) {
            return Stream.concat(
                    piece.without(from, until), piece.within(from, until).map(taken -> taken.by(to)).stream());
        }

        @Override
        public Instant ends() {
            return until;
        }
    }
}
