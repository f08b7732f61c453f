package se.samlad.catalogue;

/** The kinds of resource that actors share: a short list of our own, beside which a text says what it is. */
public enum Kind {
    TRACKED,
    VEHICLE,
    CLEARING,
    POWER,
    WATER,
    SHELTER,
    MATERIAL,
    /** People on loan, as a function for a time. */
    STAFF,
    /** What somebody knows, such as interpreters and engineers. */
    COMPETENCE,
    OTHER;

    /** Whether it is people, who are lent as a function and never by name (R2). */
    public boolean isPeople() {
        return this == STAFF || this == COMPETENCE;
    }
}
