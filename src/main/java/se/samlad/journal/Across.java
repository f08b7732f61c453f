package se.samlad.journal;

/**
 * A fold over all streams, kept current on every node: for what must be known whichever stream is asked for (functions,
 * what labels imply, which incidents there are). Only for facts that are few; what it holds must keep the labels it came
 * with, and be read through the gate.
 */
public record Across<S>(View<S> view) {}
