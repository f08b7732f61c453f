package se.samlad.actor;

/** A room's part of filling an empty installation with the demo region. Called once, after the actors are recorded. */
public interface Furnishing {
    void furnish(Region region);
}
