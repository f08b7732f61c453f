package se.samlad.report;

/** How an actor is doing, in its own judgement. */
public enum Status {
    /** Normalt. */
    GREEN,
    /** Påverkat. */
    YELLOW,
    /** Ansträngt. */
    ORANGE,
    /** Kritiskt. */
    RED
}
