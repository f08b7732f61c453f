package se.samlad.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import se.samlad.credential.SignIns.How;

/** What the rest of signing in must know of the actors' own sign-in. */
public interface OwnSignIn {

    /** Where somebody chooses it: the address of an actor's sign-in is this, a slash, and the actor's code. */
    String PATH = "/sign-in/organisation";

    /**
     * An actor with a sign-in of its own. Read by the template.
     *
     * @param last whether somebody came in through it on this device last
     */
    record Choice(String actor, String name, boolean last) {
        public String path() {
            return PATH + "/" + actor;
        }
    }

    /** By name, the one that was used last on this device first. */
    List<Choice> offered(HttpServletRequest request, String language);

    /** The one through which the account comes in; empty: none. */
    Optional<Choice> of(String account, String language);

    /** The actor that requires its own sign-in of the account instead of this way; empty: it may come in by this way. */
    Optional<String> instead(String account, How how);

    /** What {@link #left} needs of the session that ends now; empty: its person did not come in through an organisation. */
    Optional<String> leaving(HttpServletRequest request);

    /**
     * Asks the organisation where it signs people out, after the person was signed out here.
     *
     * @return whether the page at {@link #PATH} leads there now; false where it is away, or has no such place
     */
    boolean left(HttpServletRequest request, String leaving);
}
