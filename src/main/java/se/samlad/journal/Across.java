package se.samlad.journal;

/**
 * A fold over all streams, kept current on every node: for what must be known whichever stream is read, such as functions,
 * what labels imply, and which incidents there are. Only for facts that are few. Its state is not filtered: it must keep the
 * labels of what it holds, and be read through the gate.
 *
 * @param essential whether a node is not ready when this view fails: who may see and do what
 */
public record Across<S>(View<S> view, boolean essential) {

    /** A view that only its own readers miss when it fails. */
    public Across(View<S> view) {
        this(view, false);
    }

    /** A view without which a node is not ready. */
    public static <S> Across<S> essential(View<S> view) {
        return new Across<>(view, true);
    }
}
