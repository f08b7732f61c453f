package se.samlad.access;

/** What a function may do for its actor. */
public enum Mandate {
    /** Say how the actor or its unit is doing (C4). */
    REPORT,
    /** Take a stance in the actor's own name (D3). */
    STANCE,
    /** Weigh a signal, choose level and composition (I2, I4). */
    ASSESS,
    /** Convene and stand down regional forums (I2, I5). */
    CONVENE,
    /** Convene and stand down in the county board's stead, which is shown openly (I4). */
    CONVENE_IN_STEAD,
    /** Invite to local forums in the own area (F5). */
    INVITE,
    /** Check, agree and publish messages (K2). */
    COMMUNICATE,
    /** Keep a regional forum's picture and log (C1). */
    KEEP,
    /** See the size of the journal, and prove its integrity. */
    VERIFY,
    /** Dispose of what the actor itself has written, by law and decision. */
    DISPOSE,
    /** Hand in, for all, what an outside source has said, such as a warning. */
    RELAY,
    /** Let people in to the actor's own functions, and end that. */
    ADMINISTER,
    /** Admit actors, register them, and name their first administrator. */
    ADMIT
}
