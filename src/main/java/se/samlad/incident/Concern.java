package se.samlad.incident;

/** How an actor or a unit of it is affected. */
public enum Concern {
    DIRECT,
    INDIRECT,
    /** Assessed as not affected. */
    NONE
}
