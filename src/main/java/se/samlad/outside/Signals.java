package se.samlad.outside;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.access.Ground;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.SignalForm;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.live.Shell;
import se.samlad.web.Done;
import se.samlad.web.Nothing;

/** Signals from outside: how they are recorded, and what the duty officer does with them. */
@Controller
class Signals {

    static final String PAGE = "/outside-signals";

    record Reason(@Nullable String reason) {}

    record Joining(@Nullable UUID incident) {}

    private final Journal journal;
    private final Incidents incidents;
    private final Things<UUID, Signal.All, Signal> signals;

    private final Actors actors;

    Signals(Journal journal, Incidents incidents, Actors actors) {
        this.journal = journal;
        this.incidents = incidents;
        this.actors = actors;
        this.signals =
                new Things<>(journal, Ground.none(), OutsideFact.Signalled.class, Signal.All.VIEW, Signal.All::find);
    }

    /** Records it in the name of the joint functions, which pass on what they know nothing of (A9). */
    void receive(OutsideFact.Signalled said, Once once) {
        // shown to the county board and the joint functions
        var seenBy = Labels.of(
                "actor:" + actors.common().countyBoard(),
                "actor:" + actors.common().joint());
        journal.record(actors.secretariat(), once, facing -> {
            var all = journal.across(Signal.All.ACROSS);
            var same = all.same(said);
            var fact = Receiving.received(all, same, said);
            if (same.isEmpty()) return List.of(Draft.ofNewStream(Draft.newId(), fact, seenBy));
            facing.guard(same.get().id());
            return List.of(Draft.on(same.get().id(), same.get().id(), fact, seenBy));
        });
    }

    List<Signal> waiting(Viewer viewer) {
        return seen(journal.across(Signal.All.ACROSS).waiting(), viewer);
    }

    private static List<Signal> seen(List<Signal> all, Viewer viewer) {
        return all.stream().filter(signal -> viewer.sees(signal.labels())).toList();
    }

    @GetMapping(PAGE)
    String page(Shell shell, Model model) {
        model.addAttribute("waiting", waiting(shell.viewer()));
        model.addAttribute("dealtWith", seen(journal.across(Signal.All.ACROSS).dealtWith(), shell.viewer()));
        model.addAttribute("incidents", incidents.open(shell.viewer()));
        return "outside/signals";
    }

    /** Makes it the signal of a new incident (I1), in the name of the one who does. */
    @PostMapping("/api" + PAGE + "/{id}/incident")
    @ResponseBody
    Done make(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        var recorded = signals.decide(id, by, once, scene -> {
            scene.guard();
            var incident = Draft.newId();
            var signal = scene.thing();
            var taken = Receiving.take(signal, by, incident);
            var said = SignalForm.of(signal.title(), signal.said().happened(), null, null);
            var opening = incidents.signalled(scene.facing(), incident, said, by);
            return List.of(opening, traced(incident, signal, null, opening.labels()), scene.draft(taken));
        });
        return new Done(recorded, "/incidents/" + recorded.stream());
    }

    /** Joins it to an incident that there is. */
    @PostMapping("/api" + PAGE + "/{id}/joining")
    @ResponseBody
    Recorded join(@PathVariable UUID id, @RequestBody Joining said, Acting by, Once once) {
        var with = said.incident();
        if (with == null) throw new Refused("text.missing", "incident").at("incident");
        return signals.decide(id, by, once, scene -> {
            scene.guard();
            Incident incident = incidents.guarded(scene.facing(), with, by);
            incident.mustGoOn();
            var taken = Receiving.take(scene.thing(), by, with);
            var happened = scene.thing().said().happened();
            return List.of(scene.draft(taken), traced(with, scene.thing(), happened, incident.labels()));
        });
    }

    private static Draft traced(UUID incident, Signal signal, @Nullable String happened, Labels labels) {
        var said = signal.said();
        var fact = new OutsideFact.Traced(signal.id(), said.organisation(), said.function(), happened);
        return Draft.ofNewSubject(incident, fact, labels);
    }

    @PostMapping("/api" + PAGE + "/{id}/dismissal")
    @ResponseBody
    Recorded dismiss(@PathVariable UUID id, @RequestBody Reason said, Acting by, Once once) {
        return signals.act(id, by, once, scene -> Receiving.dismiss(scene.thing(), by, said.reason()));
    }
}
