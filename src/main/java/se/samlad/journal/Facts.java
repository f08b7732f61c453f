package se.samlad.journal;

/** A room's contribution: its sealed interface of facts. */
public record Facts(Class<? extends Fact> room) {}
