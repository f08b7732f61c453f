package se.samlad.access;

/** The three levels of collaboration (F1), the highest first. */
public enum Level {
    DIRECTING,
    COORDINATING,
    EXECUTING
}
