package se.samlad.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.AccessFact.FunctionEnds;
import se.samlad.access.AccessFact.FunctionGiven;
import se.samlad.access.AccessFact.FunctionTaken;
import se.samlad.access.Functions;
import se.samlad.access.Functions.Holding;
import se.samlad.access.Functions.Term;
import se.samlad.actor.Actors;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Refused;
import se.samlad.lapse.Lapsing;

/** Functions that begin and end at their times, and links that nobody used. */
@Component
class PeopleLapsing implements Lapsing {

    private final Journal journal;
    private final Actors actors;

    PeopleLapsing(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
    }

    @Override
    public List<Lapse> due(Instant now) {
        var terms = journal.across(Functions.ACROSS).terms().entrySet().stream()
                .filter(e ->
                        isDue(e.getValue().from(), now) || isDue(e.getValue().until(), now))
                .map(e -> term(e.getKey(), e.getValue(), now));
        var links = journal.across(Invitation.All.ACROSS).byId().values().stream()
                .filter(i -> i.isOpen() && isDue(i.validUntil(), now))
                .map(this::link);
        return Stream.concat(terms, links).toList();
    }

    private static boolean isDue(@Nullable Instant at, Instant now) {
        return at != null && !at.isAfter(now);
    }

    private Lapse term(Holding holding, Term term, Instant now) {
        var at = holding.function().split("/", 2);
        boolean ends = isDue(term.until(), now);
        var when = ends ? term.until() : term.from();
        var subject = UUID.nameUUIDFromBytes(
                (holding.account() + " " + holding.function()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Lapse(subject, java.util.Objects.requireNonNull(when), actors.secretariat(), facing -> {
            facing.guard(Functions.stream(at[0]));
            var still = journal.across(Functions.ACROSS).term(holding.account(), holding.function());
            if (still.filter(term::equals).isEmpty()) throw new Refused("people.not-held");
            if (ends) return List.of(People.own(at[0], new FunctionTaken(holding.account(), at[0], at[1])));
            var given = People.own(at[0], new FunctionGiven(holding.account(), at[0], at[1]));
            return term.until() == null
                    ? List.of(given)
                    : List.of(
                            given, People.own(at[0], new FunctionEnds(holding.account(), at[0], at[1], term.until())));
        });
    }

    private Lapse link(Invitation invitation) {
        return new Lapse(invitation.id(), invitation.validUntil(), actors.secretariat(), facing -> {
            facing.guard(invitation.id());
            boolean due = journal.across(Invitation.All.ACROSS)
                    .find(invitation.id())
                    .filter(i -> i.isOpen() && i.validUntil().equals(invitation.validUntil()))
                    .isPresent();
            if (!due) throw new Refused("invitation.over");
            return List.of(Draft.on(
                    Functions.stream(invitation.actor()),
                    invitation.id(),
                    new PeopleFact.InvitationLapsed(),
                    People.labels(invitation.actor(), invitation.by())));
        });
    }
}
