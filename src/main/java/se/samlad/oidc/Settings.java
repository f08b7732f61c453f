package se.samlad.oidc;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.Across;
import se.samlad.journal.View;

/**
 * The actors' own sign-in, as it is set up now.
 *
 * @param byActor by the actor's code
 * @param followed the functions that follow from it, by account and actor
 */
record Settings(PMap<String, Setting> byActor, PMap<Whose, Set<String>> followed) {

    /** @param entry the one that set it up: what an edit is drawn from */
    record Setting(UUID entry, OidcFact.SignInSet said) {}

    record Whose(String account, String actor) {}

    static final Across<Settings> ACROSS = new Across<>(View.of(
            "oidc.settings",
            new Settings(HashTreePMap.empty(), HashTreePMap.empty()),
            OidcFact.class,
            (settings, entry, fact) -> settings.apply(entry.id(), fact)));

    private Settings apply(UUID entry, OidcFact fact) {
        return switch (fact) {
            case OidcFact.SignInSet set -> new Settings(byActor.plus(set.actor(), new Setting(entry, set)), followed);
            case OidcFact.SignInRemoved removed -> new Settings(byActor.minus(removed.actor()), followed);
            case OidcFact.FunctionsFollowed follow ->
                new Settings(byActor, followed.plus(new Whose(follow.account(), follow.actor()), follow.functions()));
        };
    }

    Optional<Setting> of(String actor) {
        return Optional.ofNullable(byActor.get(actor));
    }

    Set<String> followed(String account, String actor) {
        return followed.getOrDefault(new Whose(account, actor), Set.of());
    }
}
