package se.samlad.journal;

import java.util.List;
import java.util.function.BiFunction;

/**
 * A fold: {@code state = entries.reduce(start, step)}, pure, total on any subset of a stream's entries.
 *
 * @param name unique among views
 * @param start the state before anything was recorded
 * @param listens the sealed interfaces of facts that may change the state; others are not given to it
 * @param step returns the next state, or the same where the entry changes nothing; it never changes the state it is given
 */
public record View<S>(String name, S start, List<Class<? extends Fact>> listens, BiFunction<S, Entry, S> step) {

    /** A view of one room's facts. */
    public static <S, F extends Fact> View<S> of(String name, S start, Class<F> facts, Step<S, F> step) {
        return new View<>(name, start, List.of(facts), (state, e) -> step.apply(state, e, facts.cast(e.fact())));
    }

    /** How a fact changes the state. */
    @FunctionalInterface
    public interface Step<S, F> {
        S apply(S state, Entry by, F fact);
    }

    boolean listensTo(Class<? extends Fact> fact) {
        for (var room : listens) {
            if (room.isAssignableFrom(fact)) return true;
        }
        return false;
    }

    /** Folds entries, which must have passed the gate. */
    public S fold(Iterable<Entry> entries) {
        S state = start;
        for (Entry entry : entries) {
            if (listensTo(entry.fact().getClass())) state = step.apply(state, entry);
        }
        return state;
    }
}
