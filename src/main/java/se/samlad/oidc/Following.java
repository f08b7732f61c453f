package se.samlad.oidc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.samlad.access.AccessFact.FunctionGiven;
import se.samlad.access.AccessFact.FunctionTaken;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Mandate;
import se.samlad.journal.Fact;

/**
 * The functions that follow from what an organisation's sign-in says of a person. Those that were given by hand are left
 * alone. Pure.
 */
final class Following {

    private Following() {}

    /**
     * @param followed the functions that followed from it until now
     * @param claimed the names that the sign-in says now
     * @return what changes by that; empty: nothing
     */
    static List<Fact> decide(
            Functions all,
            OidcFact.SignInSet setting,
            String account,
            Set<String> followed,
            Collection<String> claimed) {
        var actor = setting.actor();
        var may = all.ofActor(actor).stream()
                .filter(f -> claimed.contains(f.name()))
                .filter(f -> setting.administers() || !letsIn(f))
                .map(Function::name)
                .collect(Collectors.toCollection(TreeSet::new));
        var held = all.of(account).stream()
                .filter(f -> f.actor().equals(actor))
                .map(Function::name)
                .collect(Collectors.toSet());
        var facts = new ArrayList<Fact>();
        var now = new TreeSet<String>();
        for (var name : may) {
            if (!held.contains(name)) facts.add(new FunctionGiven(account, actor, name));
            if (!held.contains(name) || followed.contains(name)) now.add(name);
        }
        for (var name : new TreeSet<>(followed)) {
            if (may.contains(name) || !held.contains(name)) continue;
            if (isLast(all, account, actor + "/" + name)) now.add(name);
            else facts.add(new FunctionTaken(account, actor, name));
        }
        if (!now.equals(followed)) facts.add(new OidcFact.FunctionsFollowed(account, actor, now));
        return facts;
    }

    private static boolean letsIn(Function function) {
        return function.may(Mandate.ADMINISTER) || function.may(Mandate.ADMIT);
    }

    /** Whether nobody else would be left to let people in to the actor. */
    private static boolean isLast(Functions all, String account, String function) {
        var ending = all.byId().get(function);
        if (ending == null || !ending.may(Mandate.ADMINISTER)) return false;
        return all.ofActor(ending.actor()).stream()
                .filter(f -> f.may(Mandate.ADMINISTER))
                .noneMatch(f ->
                        all.holders(f.id()).stream().anyMatch(who -> !who.equals(account) || !f.id().equals(function)));
    }
}
