package se.samlad.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samlad.access.AccessFact.FunctionEnds;
import se.samlad.access.AccessFact.FunctionGiven;
import se.samlad.access.AccessFact.FunctionPromised;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Fact;
import se.samlad.journal.Refused;

/** The rules of letting people in. Pure. */
final class LettingIn {

    /** How long a link works, if nothing else is said, and at most. */
    static final Duration LINK = Duration.ofDays(14);

    private LettingIn() {}

    /**
     * The function, if the one who acts may let somebody in to it: an administrator to its own actor's, and whoever
     * admits actors to the administration of one that nobody administers (A4: who holds the others is the actor's own
     * decision).
     *
     * @throws NotMandated people.only-own, people.has-administrator
     * @throws Refused people.no-function, naming the field {@code function}
     */
    static Function mayLetIn(Functions all, Acting by, String actor, @Nullable String name) {
        if (mayAdminister(by, actor)) return found(all, actor, name);
        if (!by.may(Mandate.ADMIT)) throw new NotMandated("people.only-own");
        var function = found(all, actor, name);
        if (!function.onlyAdministers()) throw new NotMandated("people.only-own");
        if (hasAdministrator(all, actor)) throw new NotMandated("people.has-administrator");
        return function;
    }

    private static Function found(Functions all, String actor, @Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(given -> all.find(actor, given))
                .orElseThrow(() -> new Refused("people.no-function").at("function"));
    }

    /** Whether somebody may let people in to the actor. */
    static boolean hasAdministrator(Functions all, String actor) {
        return all.ofActor(actor).stream()
                .filter(f -> f.may(Mandate.ADMINISTER))
                .anyMatch(f -> !all.holders(f.id()).isEmpty());
    }

    static boolean mayAdminister(Acting by, String actor) {
        return by.actor().equals(actor) && by.may(Mandate.ADMINISTER);
    }

    /** @throws NotMandated people.only-own */
    static void mustAdminister(Acting by, String actor) {
        if (!mayAdminister(by, actor)) throw new NotMandated("people.only-own");
    }

    /**
     * An actor's own administrator, or, for the first one's invitation, whoever admits actors.
     *
     * @throws NotMandated people.only-own
     */
    static void mustLookAfter(Invitation invitation, Acting by) {
        boolean own = invitation.by().equals(invitation.actor());
        if (own || !by.may(Mandate.ADMIT)) mustAdminister(by, invitation.actor());
    }

    /** @throws Refused people.times, naming the field {@code until}: what ends before it begins, or has ended already */
    static void mustBeAhead(@Nullable Instant from, @Nullable Instant until, Instant now) {
        if (until == null) return;
        if (!until.isAfter(now) || from != null && !until.isAfter(from)) throw new Refused("people.times").at("until");
    }

    /** @throws Refused people.not-held */
    static void mustHold(Functions all, String account, Function function) {
        boolean held = all.of(account).contains(function)
                || all.term(account, function.id()).isPresent();
        if (!held) throw new Refused("people.not-held");
    }

    /** @throws Refused people.held-already, naming the field {@code function} */
    static void mustNotHold(Functions all, String account, Function function) {
        if (all.of(account).contains(function)) throw new Refused("people.held-already").at("function");
    }

    /** @throws Refused people.last, where nobody would be left to let people in */
    static void mustLeaveOne(Functions all, String account, Function function) {
        if (!function.may(Mandate.ADMINISTER)) return;
        boolean another = all.ofActor(function.actor()).stream()
                .filter(f -> f.may(Mandate.ADMINISTER))
                .flatMap(f -> all.holders(f.id()).stream().filter(who -> !(who.equals(account) && f.equals(function))))
                .findAny()
                .isPresent();
        if (!another) throw new Refused("people.last");
    }

    /** The facts by which the account gets the function, now or from a time on. */
    static List<Fact> giving(
            String account, Function to, @Nullable Instant from, @Nullable Instant until, Instant now) {
        if (from != null && from.isAfter(now))
            return List.of(new FunctionPromised(account, to.actor(), to.name(), from, until));
        var facts = new ArrayList<Fact>(List.of(new FunctionGiven(account, to.actor(), to.name())));
        if (until != null) facts.add(new FunctionEnds(account, to.actor(), to.name(), until));
        return facts;
    }
}
