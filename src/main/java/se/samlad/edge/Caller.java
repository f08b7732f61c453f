package se.samlad.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who a request comes from, and what may be held for it at once. An account is bounded by its name, wherever it calls
 * from; a stranger by its address.
 *
 * @param key {@code account:NAME} or {@code address:IP}
 */
record Caller(boolean isKnown, String key, Holdings holdings) {

    /** What one caller may hold. */
    enum Thing {
        /** Bodies that are arriving. */
        BODY,
        /** Answers that are made and not yet taken. */
        ANSWER,
        /** Memory of bodies and answers, in bytes. */
        BYTE,
        STREAM,
        CONNECTION
    }

    /** What all callers hold, and the most that one may. Nobody is listed who holds nothing. */
    static final class Holdings {

        private record Held(String key, Thing thing) {}

        private final ConcurrentMap<Held, Long> held = new ConcurrentHashMap<>();
        private final Map<Thing, Long> accounts;
        private final Map<Thing, Long> strangers;

        Holdings(Map<Thing, Long> accounts, Map<Thing, Long> strangers) {
            this.accounts = accounts;
            this.strangers = strangers;
        }

        Caller account(String name) {
            return new Caller(true, "account:" + name, this);
        }

        Caller stranger(String address) {
            return new Caller(false, "address:" + address, this);
        }
    }

    /** False where that would be more than it may hold; then it holds no more than before. */
    boolean tryHold(Thing thing, long number) {
        long most = most(thing);
        boolean[] held = new boolean[1];
        holdings.held.compute(new Holdings.Held(key, thing), (same, was) -> {
            long now = (was == null ? 0 : was) + number;
            held[0] = now <= most;
            return held[0] ? Long.valueOf(now) : was;
        });
        return held[0];
    }

    /** Gives back what {@link #tryHold} took. */
    void release(Thing thing, long number) {
        holdings.held.computeIfPresent(
                new Holdings.Held(key, thing), (same, was) -> was == number ? null : Long.valueOf(was - number));
    }

    boolean holdsAllItMay(Thing thing) {
        return holdings.held.getOrDefault(new Holdings.Held(key, thing), 0L) >= most(thing);
    }

    private long most(Thing thing) {
        return (isKnown ? holdings.accounts : holdings.strangers).getOrDefault(thing, Long.MAX_VALUE);
    }
}
