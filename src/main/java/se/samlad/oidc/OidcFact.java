package se.samlad.oidc;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room, each in its actor's own stream. They hold no names of people and no secrets. */
public sealed interface OidcFact extends Fact {

    /**
     * The actor's people can come in through its own sign-in. Recorded again, it replaces what was said before.
     *
     * @param issuer the sign-in's address; what describes it is found below that
     * @param client what Samlad is called there
     * @param accountClaim which of the sign-in's claims tells one person from another
     * @param functionClaim which of them names the person's functions; null: none, they are given by hand
     * @param administers whether it may also give functions that let people in
     * @param required whether people who act for this actor only must come in this way
     */
    @Stored("oidc.sign-in-set.1")
    record SignInSet(
            String actor,
            String issuer,
            String client,
            String accountClaim,
            @Nullable String functionClaim,
            boolean administers,
            boolean required)
            implements OidcFact {}

    @Stored("oidc.sign-in-removed.1")
    record SignInRemoved(String actor) implements OidcFact {}

    /** From now on these functions, and no others, are the account's because its organisation's sign-in said so. */
    @Stored("oidc.functions-followed.1")
    record FunctionsFollowed(String account, String actor, Set<String> functions) implements OidcFact {}
}
