package se.samlad.resource;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Level;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.forum.Forums;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.resource.Need.State;

/** Needs of incidents, and what is lent for them. */
@Service
public class Resources {

    private static final int NEEDS = 2_000;

    private final Journal journal;
    private final Incidents incidents;
    private final Forums forums;
    private final Things<Incident, Need.All, Need> needs;

    Resources(Journal journal, Incidents incidents, Forums forums) {
        this.journal = journal;
        this.incidents = incidents;
        this.forums = forums;
        this.needs = new Things<>(journal, incidents, ResourceFact.Raised.class, Need.All.VIEW, Need.All::find);
    }

    /** Those that go on, by the directing forum's order, then as they were raised; then those that are closed. */
    List<Need> in(UUID incident, Viewer viewer) {
        return journal.view(Need.All.VIEW, incident, viewer).byId().values().stream()
                .sorted(Comparator.comparing((Need need) -> need.state() == State.CLOSED)
                        .thenComparing(need -> need.rank() == null
                                ? Integer.MAX_VALUE
                                : need.rank().rank())
                        .thenComparing(Need::at)
                        .thenComparing(Need::id))
                .toList();
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Need get(UUID id, Viewer viewer) {
        return journal.view(Need.All.VIEW, needs.streamOf(id, viewer), viewer)
                .find(id)
                .orElseThrow(NotThere::new);
    }

    /** Of all incidents, those that are not closed and that the viewer may see. */
    List<Need> open(Viewer viewer) {
        return journal.across(Need.All.OPEN).byId().values().stream()
                .filter(need -> viewer.sees(need.labels()))
                .toList();
    }

    /** @throws Refused incident.ended, resource.most, and as {@link Lending#raise} */
    Recorded raise(UUID incident, Lending.Wanted wanted, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var in = incidents.guarded(facing, incident, by);
            in.mustGoOn();
            var raised = Lending.raise(wanted, in.clock(facing.now()), by);
            if (facing.state(Need.All.VIEW, incident, by.viewer()).byId().size() >= NEEDS)
                throw new Refused("resource.most", NEEDS);
            var labels = incidents.labels(facing, incident, null, by);
            return List.of(Draft.ofNewSubject(incident, raised, labels).happened(incidents.happens(in, facing.now())));
        });
    }

    /** What begins or goes on only while the incident does. @throws Refused incident.ended */
    Recorded step(UUID id, Function<Need, ResourceFact> rule, Acting by, Once once) {
        return needs.act(id, by, once, scene -> {
            scene.ground().mustGoOn();
            return rule.apply(scene.thing());
        });
    }

    /** What brings a loan to its end, also after the incident is stood down. */
    Recorded homeward(UUID id, Function<Need, ResourceFact> rule, Acting by, Once once) {
        return needs.act(id, by, once, scene -> rule.apply(scene.thing()));
    }

    /** By those who lead the directing forum. @throws Refused resource.no-directing; NotMandated as {@link Forums#forLeading} */
    Recorded rank(UUID id, @Nullable Integer rank, @Nullable String reason, Acting by, Once once) {
        return needs.act(id, by, once, scene -> {
            var directing = scene.facing()
                    .state(ForumsView.VIEW, scene.stream(), by.viewer())
                    .open(Level.DIRECTING)
                    .orElseThrow(() -> new Refused("resource.no-directing"));
            forums.forLeading(scene.facing(), scene.stream(), directing.id(), by);
            return Lending.rank(scene.thing(), rank, reason);
        });
    }

    /** Whether the viewer may order the needs of the incident. */
    boolean ranks(UUID incident, Viewer viewer) {
        var by = viewer.acting().orElse(null);
        return by != null
                && forums.in(incident, viewer)
                        .open(Level.DIRECTING)
                        .filter(forum -> forums.leads(forum, by))
                        .isPresent();
    }
}
