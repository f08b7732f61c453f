package se.samlad.journal;

/** Who recorded something: an opaque account, acting for an actor in one of its functions. */
public record By(String account, String actor, String function) {}
