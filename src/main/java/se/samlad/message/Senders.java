package se.samlad.message;

import java.util.List;
import se.samlad.actor.RegionName;
import se.samlad.web.Say;

/** Whom the public messages are from, and where they apply. */
interface Senders {
    String name(String actor, Say say);

    RegionName region();

    /** The county's outline, as CAP writes it. */
    List<String> outline();
}
