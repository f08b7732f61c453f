package se.samlad.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who a request comes from, and how much that caller may hold at once. An account is limited by its name, wherever it
 * calls from; a stranger by its address.
 *
 * @param key {@code account:NAME} or {@code address:IP}
 */
record Caller(boolean isKnown, String key, Holdings holdings) {

    /** What is counted for a caller. */
    enum Resource {
        /** Bodies that are arriving now. */
        BODY,
        /** Answers that are made and that the client has not read yet. */
        ANSWER,
        /** Files that are arriving now, or that lie on the disk until their request is answered. */
        PAPER,
        /** Memory of bodies and answers, in bytes. */
        BYTE,
        STREAM,
        CONNECTION
    }

    /** Counts what all callers hold, and knows the limits of each. A caller that holds nothing has no entry. */
    static final class Holdings {

        private record Held(String key, Resource resource) {}

        private final ConcurrentMap<Held, Long> held = new ConcurrentHashMap<>();
        private final Map<Resource, Long> accounts;
        private final Map<Resource, Long> strangers;

        Holdings(Map<Resource, Long> accounts, Map<Resource, Long> strangers) {
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

    /** False where the limit would be exceeded; then nothing more is held. */
    boolean tryHold(Resource resource, long number) {
        long most = most(resource);
        boolean[] held = new boolean[1];
        holdings.held.compute(new Holdings.Held(key, resource), (same, was) -> {
            long now = (was == null ? 0 : was) + number;
            held[0] = now <= most;
            return held[0] ? Long.valueOf(now) : was;
        });
        return held[0];
    }

    /** Gives back what {@link #tryHold} took. */
    void release(Resource resource, long number) {
        holdings.held.computeIfPresent(
                new Holdings.Held(key, resource), (same, was) -> was == number ? null : Long.valueOf(was - number));
    }

    boolean holdsAllItMay(Resource resource) {
        return holdings.held.getOrDefault(new Holdings.Held(key, resource), 0L) >= most(resource);
    }

    private long most(Resource resource) {
        return (isKnown ? holdings.accounts : holdings.strangers).getOrDefault(resource, Long.MAX_VALUE);
    }
}
