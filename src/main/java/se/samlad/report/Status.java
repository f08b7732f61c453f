package se.samlad.report;

/** An actor's own assessment of its state. */
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
