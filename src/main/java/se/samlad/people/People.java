package se.samlad.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.AccessFact.FunctionEnds;
import se.samlad.access.AccessFact.FunctionTaken;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.credential.Accounts;
import se.samlad.credential.CodeApp;
import se.samlad.credential.Persons;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Fact;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;

/** Lets people in to an actor's functions, and ends that. Everything is recorded where the actor's administrators see it. */
@Service
class People {

    private final Journal journal;
    private final Actors actors;
    private final Accounts accounts;
    private final Persons persons;
    private final CodeApp codes;

    People(Journal journal, Actors actors, Accounts accounts, Persons persons, CodeApp codes) {
        this.journal = journal;
        this.actors = actors;
        this.accounts = accounts;
        this.persons = persons;
        this.codes = codes;
    }

    Functions functions() {
        return journal.across(Functions.ACROSS);
    }

    Invitation.All invitations() {
        return journal.across(Invitation.All.ACROSS);
    }

    /** The accounts of people that hold or are promised a function at the actor, sorted. */
    List<String> accounts(String actor) {
        var functions = functions();
        var all = new TreeSet<>(functions.accounts(actor));
        functions.terms().keySet().stream()
                .filter(h -> h.function().startsWith(actor + "/"))
                .forEach(h -> all.add(h.account()));
        return all.stream().filter(Persons::isOwn).toList();
    }

    Recorded invite(
            String actor,
            @Nullable String function,
            @Nullable Instant from,
            @Nullable Instant until,
            Acting by,
            Once once) {
        actors.get(actor);
        return by.record(journal, once, facing -> {
            facing.guard(Functions.stream(actor));
            var to = LettingIn.mayLetIn(functions(), by, actor, function);
            LettingIn.mustBeAhead(from, until, facing.now());
            var fact = new PeopleFact.Invited(
                    actor, to.name(), from, until, facing.now().plus(LettingIn.LINK));
            return List.of(begun(actor, fact, by));
        });
    }

    Recorded renew(UUID id, Acting by, Once once) {
        return change(id, by, once, now -> new PeopleFact.InvitationRenewed(now.plus(LettingIn.LINK)));
    }

    Recorded withdraw(UUID id, Acting by, Once once) {
        return change(id, by, once, now -> new PeopleFact.InvitationWithdrawn());
    }

    private Recorded change(UUID id, Acting by, Once once, java.util.function.Function<Instant, PeopleFact> fact) {
        return by.record(journal, once, facing -> {
            facing.guard(id);
            var invitation = invitations().find(id).filter(i -> sees(by, i)).orElseThrow(NotThere::new);
            LettingIn.mustLookAfter(invitation, by);
            return List.of(draft(invitation.actor(), id, fact.apply(facing.now()), by));
        });
    }

    private static boolean sees(Acting by, Invitation invitation) {
        return LettingIn.mayAdminister(by, invitation.actor()) || by.actor().equals(invitation.by());
    }

    /** A new way in for a person of the actor; what the person signed in with is taken away when it is used. */
    Recorded newWayIn(String actor, @Nullable String account, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            LettingIn.mustAdminister(by, actor);
            var who = ofActor(actor, account);
            mustNotActElsewhere(actor, who);
            var fact = new PeopleFact.WayInGiven(actor, who, facing.now().plus(LettingIn.LINK));
            return List.of(begun(actor, fact, by));
        });
    }

    /** No actor's administrator gets in as somebody who acts for another actor too (A4). */
    private void mustNotActElsewhere(String actor, String account) {
        if (functions().of(account).stream().anyMatch(f -> !f.actor().equals(actor)))
            throw new Refused("people.acts-elsewhere").at("account");
    }

    private String ofActor(String actor, @Nullable String account) {
        return Optional.ofNullable(account)
                .filter(accounts(actor)::contains)
                .orElseThrow(() -> new Refused("people.nobody").at("account"));
    }

    /** Gives one more function to somebody who has one at the actor. */
    Recorded give(
            String actor,
            String function,
            @Nullable String account,
            @Nullable Instant from,
            @Nullable Instant until,
            Acting by,
            Once once) {
        return by.record(journal, once, facing -> {
            LettingIn.mustAdminister(by, actor);
            var to = LettingIn.mayLetIn(functions(), by, actor, function);
            var who = ofActor(actor, account);
            LettingIn.mustNotHold(functions(), who, to);
            LettingIn.mustBeAhead(from, until, facing.now());
            return LettingIn.giving(who, to, from, until, facing.now()).stream()
                    .map(fact -> own(actor, fact))
                    .toList();
        });
    }

    Recorded changeTerm(String actor, String function, String account, @Nullable Instant until, Acting by, Once once) {
        return ofHolder(actor, function, account, by, once, now -> {
            LettingIn.mustBeAhead(null, until, now);
            return new FunctionEnds(account, actor, function, until);
        });
    }

    Recorded end(String actor, String function, String account, Acting by, Once once) {
        return ofHolder(actor, function, account, by, once, now -> {
            LettingIn.mustLeaveOne(functions(), account, found(actor, function));
            return new FunctionTaken(account, actor, function);
        });
    }

    private Recorded ofHolder(
            String actor,
            String function,
            String account,
            Acting by,
            Once once,
            java.util.function.Function<Instant, Fact> fact) {
        return by.record(journal, once, facing -> {
            facing.guard(Functions.stream(actor));
            LettingIn.mustAdminister(by, actor);
            LettingIn.mustHold(functions(), account, found(actor, function));
            return List.of(own(actor, fact.apply(facing.now())));
        });
    }

    private Function found(String actor, String function) {
        return functions().find(actor, function).orElseThrow(NotThere::new);
    }

    /** Records that one of the person's sign-ins is ended, or all of them. @param device null: all */
    Recorded signOut(String actor, @Nullable String account, @Nullable String device, Acting by, Once once) {
        var recorded = by.record(journal, once, facing -> {
            LettingIn.mustAdminister(by, actor);
            var who = ofActor(actor, account);
            return List.of(draft(
                    actor, Functions.stream(actor), new PeopleFact.SignedOut(who, device == null ? "" : device), by));
        });
        return recorded;
    }

    /** Erases a person who holds no function any more. */
    Recorded forget(String actor, String account, Acting by, Once once) {
        var recorded = by.record(journal, once, facing -> {
            facing.guard(Functions.stream(actor));
            LettingIn.mustAdminister(by, actor);
            if (!former(actor).contains(account)) throw new Refused("people.still-holds");
            return List.of(draft(actor, Functions.stream(actor), new PeopleFact.Forgotten(account), by));
        });
        accounts.disable(account);
        codes.remove(account);
        persons.forget(account);
        return recorded;
    }

    /** The accounts of people who held a function at the actor, hold none anywhere, and are still known by name. */
    List<String> former(String actor) {
        var functions = functions();
        var gone = journal.across(PeopleRoom.Former.ACROSS).of(actor).stream()
                .filter(account -> functions.of(account).isEmpty())
                .filter(account -> !accounts(actor).contains(account))
                .sorted()
                .toList();
        var known = persons.of(gone);
        return gone.stream().filter(known::containsKey).toList();
    }

    /** Takes the invitation for the account, in the name of the one who accepts it. */
    Recorded accept(Invitation invitation, String account, Once once) {
        if (!Persons.isOwn(account)) throw new Refused("people.own-account");
        var to = found(invitation.actor(), invitation.function());
        Verb verb = facing -> {
            facing.guard(invitation.id());
            facing.guard(Functions.stream(invitation.actor()));
            mustStillBeOpen(invitation);
            LettingIn.mustNotHold(functions(), account, to);
            var drafts = new ArrayList<Draft>();
            drafts.add(Draft.on(
                    Functions.stream(to.actor()),
                    invitation.id(),
                    new PeopleFact.InvitationAccepted(account),
                    labels(to.actor(), invitation.by())));
            LettingIn.giving(account, to, invitation.from(), invitation.until(), facing.now())
                    .forEach(fact -> drafts.add(own(to.actor(), fact)));
            return drafts;
        };
        return journal.record(new By(account, to.actor(), to.name()), once, verb);
    }

    /** Uses a new way in: whatever the person was signed in to ends, and the codes of the lost device count no more. */
    Recorded useWayIn(Invitation wayIn, Once once) {
        var account = String.valueOf(wayIn.account());
        var by = functions().of(account).stream()
                .findFirst()
                .map(f -> new By(account, f.actor(), f.name()))
                .orElseThrow(() -> new Refused("invitation.over"));
        var recorded = journal.record(by, once, facing -> {
            facing.guard(wayIn.id());
            facing.guard(Functions.stream(wayIn.actor()));
            mustStillBeOpen(wayIn);
            mustNotActElsewhere(wayIn.actor(), account); // may have come to, since the link was made
            return List.of(Draft.on(
                    Functions.stream(wayIn.actor()),
                    wayIn.id(),
                    new PeopleFact.InvitationAccepted(account),
                    labels(wayIn.actor(), wayIn.by())));
        });
        codes.remove(account);
        accounts.signOutEverywhere(account);
        return recorded;
    }

    private void mustStillBeOpen(Invitation invitation) {
        boolean same = invitations()
                .find(invitation.id())
                .filter(i -> i.isOpen() && i.renewals() == invitation.renewals())
                .isPresent();
        if (!same) throw new Refused("invitation.over");
    }

    /** The first entry of an invitation, which has its id. */
    private static Draft begun(String actor, PeopleFact fact, Acting by) {
        return Draft.ofNewSubject(Functions.stream(actor), fact, labels(actor, by.actor()));
    }

    private static Draft draft(String actor, UUID subject, PeopleFact fact, Acting by) {
        return Draft.on(Functions.stream(actor), subject, fact, labels(actor, by.actor()));
    }

    /** An entry about who holds the actor's functions: it decides, so all such entries have one subject. */
    static Draft own(String actor, Fact fact) {
        return Draft.on(Functions.stream(actor), Functions.stream(actor), fact, Labels.of("admin:" + actor));
    }

    /** The actor's administrators see it, and those of the actor that invited. */
    static Labels labels(String actor, String by) {
        return Labels.of("admin:" + actor).plus(List.of("admin:" + by));
    }
}
