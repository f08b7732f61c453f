package se.samlad.web;

/** The names that people call actors by. */
public interface ActorNames {

    /** @param code an actor's; for an unknown one the code itself */
    String shortName(String code);
}
