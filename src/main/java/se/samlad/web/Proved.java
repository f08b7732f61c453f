package se.samlad.web;

/**
 * How lately the person at the other end proved who it is; a handler of a grave act asks for it. Programs prove
 * themselves with each request.
 */
@FunctionalInterface
public interface Proved {

    /** @throws ProveAgain if it was too long ago: the person is asked, and what was sent is kept until then */
    void recently();

    /** Asks the person to prove who it is. */
    final class ProveAgain extends RuntimeException {
        public ProveAgain() {
            super("it is long since the person proved who it is", null, false, false);
        }
    }
}
