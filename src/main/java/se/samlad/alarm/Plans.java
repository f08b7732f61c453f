package se.samlad.alarm;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.incident.Alarms;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;

/** All alarm plans, for those who write them and those who convene. */
@Service
class Plans implements Alarms {

    /** All members know whom an alarm calls. */
    static final Labels LABELS = Labels.of("members");

    private final Journal journal;
    private final Incidents incidents;
    private final Actors actors;
    private final Things<UUID, Plan.All, Plan> plans;

    Plans(Journal journal, Incidents incidents, Actors actors) {
        this.journal = journal;
        this.incidents = incidents;
        this.actors = actors;
        this.plans = new Things<>(journal, Ground.none(), AlarmFact.Written.class, Plan.All.VIEW, Plan.All::find);
    }

    /** Those that are used, by title. */
    List<Plan> used(Viewer viewer) {
        return journal.across(Plan.All.ACROSS).used().stream()
                .filter(plan -> viewer.sees(plan.labels()))
                .toList();
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Plan get(UUID id, Viewer viewer) {
        return journal.view(Plan.All.VIEW, id, viewer).find(id).orElseThrow(NotThere::new);
    }

    /** The entry with a plan as it stood. @throws NotThere likewise */
    Entry version(UUID entry, Viewer viewer) {
        return journal.find(entry, viewer)
                .filter(e -> e.fact() instanceof AlarmFact.Written)
                .orElseThrow(NotThere::new);
    }

    Optional<Fitting.Fit> fit(Incident incident, Viewer viewer) {
        return Fitting.fit(incident, used(viewer), choice(incident, viewer), actors.all());
    }

    List<String> places(Incident incident, Viewer viewer) {
        return Fitting.places(incident, choice(incident, viewer), actors.all());
    }

    private Plan.Choice choice(Incident incident, Viewer viewer) {
        return journal.view(Plan.Choice.VIEW, incident.id(), viewer);
    }

    @Override
    public Optional<Proposal> proposed(Incident incident, Viewer viewer) {
        return fit(incident, viewer)
                .map(fit -> Fitting.propose(fit.plan().drawn(), fit.plan().says(), fit.places(), actors.all()));
    }

    @Override
    public Optional<Proposal> by(UUID plan, Incident incident, Viewer viewer) {
        return journal.find(plan, viewer)
                .filter(entry -> entry.fact() instanceof AlarmFact.Written)
                .map(entry -> propose(entry.id(), (AlarmFact.Written) entry.fact(), incident, viewer));
    }

    @Override
    public List<Proposal> atOnce(Incident incident, Viewer viewer) {
        return used(viewer).stream()
                .filter(plan -> plan.says().atOnce())
                .map(plan -> propose(plan.drawn(), plan.says(), incident, viewer))
                .toList();
    }

    private Proposal propose(UUID entry, AlarmFact.Written says, Incident incident, Viewer viewer) {
        return Fitting.propose(entry, says, places(incident, viewer), actors.all());
    }

    /** @throws Refused alarm.too-many, and as {@link Planning#write} */
    Recorded write(Planning.Said said, Acting by, Once once) {
        var id = Draft.newId();
        return by.record(journal, once, facing -> {
            facing.guardNew(id);
            var fact = Planning.write(said, actors.all(), by);
            if (journal.across(Plan.All.ACROSS).used().size() >= Planning.MOST)
                throw new Refused("alarm.too-many", Planning.MOST);
            return List.of(Draft.ofNewStream(id, fact, LABELS));
        });
    }

    /** Another version of it. One that was withdrawn is used again. */
    Recorded rewrite(UUID id, Planning.Said said, DrawnFrom from, Acting by, Once once) {
        return plans.act(id, by, once, scene -> {
            Planning.mustWrite(by);
            from.mustBe(scene.thing().drawn());
            return Planning.write(said, actors.all(), by);
        });
    }

    Recorded withdraw(UUID id, @Nullable String reason, Acting by, Once once) {
        return plans.act(id, by, once, scene -> Planning.withdraw(scene.thing(), by, reason));
    }

    Recorded choose(UUID id, @Nullable UUID plan, @Nullable List<@Nullable String> places, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var incident = incidents.guarded(facing, id, by);
            var used = used(by.viewer()).stream().map(Plan::id).toList();
            var fact = Planning.choose(incident, plan, places, used::contains, actors.all(), by);
            return List.of(Draft.ofNewSubject(id, fact, incident.labels())
                    .happened(incidents.happens(incident, facing.now())));
        });
    }
}
