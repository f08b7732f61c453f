package se.samlad.callout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.callout.CalloutFact.Asked;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.callout.CalloutFact.Place;
import se.samlad.callout.CalloutFact.Step;
import se.samlad.incident.Incident;
import se.samlad.incident.Summons;
import se.samlad.journal.Draft;
import se.samlad.journal.Refused;

/** The rules of calling out. Pure: no clock, no database, no Spring. */
public final class Calling {

    private Calling() {}

    /** The calls of those who are called to a forum. Who calls has answered by that. */
    static CalloutFact.Called called(Ladder.Known known, Summons.Called called) {
        var calls = called.actors().stream()
                .map(actor -> {
                    var function = Ladder.called(known.functions(), actor, called.level());
                    return new Asked(
                            Draft.newId(),
                            actor,
                            function.map(f -> f.id()).orElse(""),
                            called.atOnce() ? Ladder.atOnce(known, function) : Ladder.of(known, function),
                            actor.equals(called.by().actor()));
                })
                .toList();
        return new CalloutFact.Called(called.forum(), calls);
    }

    /** What the time has come for in a forum: the next step of each call that waits no longer, or that nobody was reached. */
    public static List<CalloutFact> due(Calls calls, UUID forum, Instant clock) {
        var steps = new ArrayList<Step>();
        var over = new ArrayList<UUID>();
        for (var call : calls.of(forum)) {
            if (!call.isDue(clock)) continue;
            if (call.next().isPresent())
                steps.add(new Step(call.id(), call.taken().size()));
            else over.add(call.id());
        }
        var facts = new ArrayList<CalloutFact>();
        if (!steps.isEmpty()) facts.add(new CalloutFact.StepsTaken(forum, steps));
        if (!over.isEmpty()) facts.add(new CalloutFact.NotReached(forum, over));
        return facts;
    }

    /**
     * Notes how it went to call by hand, in the name of the one who did (A4).
     *
     * @param keeps whether the acting one keeps the forum
     * @throws NotMandated callout.who-calls
     * @throws Refused callout.outcome, callout.over
     */
    static CalloutFact.Noted note(Call call, boolean keeps, @Nullable Outcome outcome) {
        mustKeep(keeps);
        if (outcome == null || !outcome.isByHand()) throw new Refused("callout.outcome").at("outcome");
        mustBeUnanswered(call);
        return new CalloutFact.Noted(call.forum(), call.id(), outcome);
    }

    /**
     * Waits no longer for an answer to the step.
     *
     * @param rung the step that runs, as the one who asks saw it
     * @throws Refused callout.over, callout.gone-on if another step runs, callout.last if none is left
     */
    static CalloutFact.Skipped skip(Call call, boolean keeps, @Nullable Integer rung) {
        mustKeep(keeps);
        if (rung == null) throw new Refused("text.missing", "rung").at("rung");
        if (!call.isRunning()) throw new Refused("callout.over");
        if (call.current().filter(t -> t.rung() == rung && !t.skipped()).isEmpty())
            throw new Refused("callout.gone-on");
        if (call.next().isEmpty()) throw new Refused("callout.last");
        return new CalloutFact.Skipped(call.forum(), call.id(), rung);
    }

    /** Says where the actor is: itself, or the one who keeps the forum and sees it there. */
    static CalloutFact.Placed place(Call call, Acting by, boolean keeps, @Nullable Place place) {
        if (!call.actor().equals(by.actor()) || by.function().onlyAdministers()) mustKeep(keeps);
        if (place == null) throw new Refused("text.missing", "place").at("place");
        if (call.state() == Call.State.CALLED_OFF) throw new Refused("callout.over");
        if (call.state().name().equals(place.name())) throw new Refused("callout.placed-already");
        return new CalloutFact.Placed(call.forum(), call.id(), place);
    }

    /** @throws Refused incident.not-an-exercise, callout.kept-already */
    static CalloutFact.KeptIn keepIn(Incident incident, Calls calls, Acting by, boolean keptIn) {
        if (!mayKeepIn(incident, by)) throw new NotMandated("callout.kept-whose");
        incident.mustGoOn();
        if (!incident.isExercise()) throw new Refused("incident.not-an-exercise");
        if (calls.keptIn() == keptIn) throw new Refused("callout.kept-already");
        return new CalloutFact.KeptIn(keptIn);
    }

    static boolean mayKeepIn(Incident incident, Acting by) {
        return by.mayConvene() || by.actor().equals(incident.asked().actor());
    }

    /** Personal numbers are looked at only by who calls out, and only while nobody has answered. */
    static CalloutFact.LookedUp lookUp(Call call, boolean keeps, @Nullable String function) {
        mustKeep(keeps);
        mustBeUnanswered(call);
        boolean inLadder =
                call.asked().ladder().stream().anyMatch(rung -> rung.function().equals(function));
        if (function == null || !inLadder) throw new Refused("callout.whose-numbers").at("function");
        return new CalloutFact.LookedUp(call.forum(), call.id(), function);
    }

    private static void mustBeUnanswered(Call call) {
        if (!call.isRunning() && call.state() != Call.State.NOT_REACHED) throw new Refused("callout.over");
    }

    private static void mustKeep(boolean keeps) {
        if (!keeps) throw new NotMandated("callout.who-calls");
    }

    /** Whether the function may see what was sent in everybody's calls. */
    static boolean maySeeSent(Acting by) {
        return by.mayConvene() || by.may(Mandate.KEEP);
    }
}
