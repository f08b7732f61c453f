package se.samlad.web;

/** The names that people call actors by. */
public interface ActorNames {

    /** @param code an actor's; for an unknown one the code itself @param language sv or en */
    String shortName(String code, String language);
}
