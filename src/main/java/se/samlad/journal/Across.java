package se.samlad.journal;

/**
 * A fold over all streams, kept current on every node: for what must be known whichever stream is asked for (functions,
 * what labels imply, which incidents there are). Only for facts that are few; what it holds must keep the labels it came
 * with, and be read through the gate.
 */
public record Across<S>(View<S> view, boolean essential) {

    /** One of those without which this node can do all else. */
    public Across(View<S> view) {
        this(view, false);
    }

    /** One without which this node is not ready: who may see and do what. */
    public static <S> Across<S> essential(View<S> view) {
        return new Across<>(view, true);
    }
}
