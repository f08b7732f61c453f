package se.samlad.access;

/** What a function may do beside speaking for its actor. */
public enum Mandate {
    /** Assess signals and convene forums on directing and coordinating level (I2). */
    CONVENE,
    /** Do so in the county board's stead, which is said openly (I4). */
    CONVENE_IN_STEAD,
    /** Check, agree and publish messages (K2). */
    COMMUNICATE,
    /** See how much there is in the journal, and prove it. */
    VERIFY
}
