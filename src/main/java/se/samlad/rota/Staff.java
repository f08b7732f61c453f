package se.samlad.rota;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.credential.Persons;

/** Who may be on duty in a function: the people who hold it, or will, and its deputies (A6). Pure. */
public final class Staff {

    private Staff() {}

    /** The accounts that may take the function over: those who hold it, and its deputies. */
    public static List<String> successors(Functions all, Function function) {
        return names(all, function)
                .flatMap(id -> all.holders(id).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The function and its deputies. */
    private static Stream<String> names(Functions all, Function function) {
        var deputies = all.ofActor(function.actor()).stream()
                .filter(f -> function.name().equals(f.deputyOf()))
                .map(Function::id);
        return Stream.concat(Stream.of(function.id()), deputies);
    }

    /** The accounts of people who hold the function or a deputy's, now or by what is promised; sorted. */
    public static List<String> of(Functions all, Function function) {
        var promised = all.terms().keySet().stream()
                .filter(h -> names(all, function).anyMatch(h.function()::equals))
                .map(Functions.Holding::account);
        return Stream.concat(successors(all, function).stream(), promised)
                .filter(Persons::isOwn)
                .distinct()
                .sorted()
                .toList();
    }

    /** When somebody holds a function: a piece of time. */
    record Time(Instant from, Instant until) {}

    /** The longest time in which the account holds the function or a deputy's; empty: it never does. */
    static Optional<Time> time(Functions all, Function function, String account) {
        return names(all, function)
                .filter(id -> all.holders(id).contains(account)
                        || all.term(account, id).isPresent())
                .map(id -> all.term(account, id)
                        .map(term -> new Time(
                                term.from() == null ? Instant.EPOCH : term.from(),
                                term.until() == null ? Slice.OPEN : term.until()))
                        .orElse(new Time(Instant.EPOCH, Slice.OPEN)))
                .max(Comparator.comparing(time -> java.time.Duration.between(time.from(), time.until())));
    }
}
