package se.samlad.actor;

import java.util.Optional;
import se.samlad.access.Function;
import se.samlad.web.Say;

/** Who is on duty, as one line beside a name: by function, and never by person. A room above knows it. */
public interface DutyLines {

    /** Of the function: until when somebody is on duty, or that nobody is. Empty where nobody need be. */
    Optional<String> of(Function function, Say say);

    /** Of the first of the actor's functions that needs somebody. */
    Optional<String> of(String actor, Say say);
}
