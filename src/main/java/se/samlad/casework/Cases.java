package se.samlad.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Functions;
import se.samlad.access.Ground;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Things.Held;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.casework.AllCases.Row;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact.HandOver;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;

/** All cases, for those who raise them, work on them and read them. */
@Service
public class Cases {

    private final Journal journal;
    private final Actors actors;
    private final Incidents incidents;
    private final Things<UUID, Held<Case>, Case> cases;

    Cases(Journal journal, Actors actors, Incidents incidents) {
        this.journal = journal;
        this.actors = actors;
        this.incidents = incidents;
        this.cases = new Things<>(journal, Ground.none(), CaseFact.Raised.class, Case.VIEW, Held::find);
    }

    /** Those that the viewer may see; what has waited longest is first. */
    List<Row> seenBy(Viewer viewer) {
        return journal.across(AllCases.ACROSS).seenBy(viewer);
    }

    /** Those that the incident left when it ended, as far as the viewer may see them. */
    List<Row> of(UUID incident, Viewer viewer) {
        return journal.across(AllCases.ACROSS).of(incident, viewer);
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Case get(UUID id, Viewer viewer) {
        return journal.view(Case.VIEW, id, viewer)
                .find(id)
                .orElseThrow(NotThere::new)
                .under(steps());
    }

    /** How steps are taken. */
    Steps steps() {
        return journal.across(Steps.ACROSS);
    }

    /** Those that may act for a forum, by actor. */
    List<se.samlad.access.Function> functions() {
        var functions = journal.across(Functions.ACROSS);
        return actors.all().stream()
                .flatMap(actor -> functions.ofActor(actor.code()).stream())
                .filter(f -> !f.onlyAdministers())
                .toList();
    }

    Recorded settle(Steps.Said said, DrawnFrom from, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            facing.guard(Steps.STREAM);
            var functions = journal.across(Functions.ACROSS);
            Steps.mustSettle(by);
            from.mustBe(steps().version());
            var fact = Steps.settle(
                    said, id -> Optional.ofNullable(functions.byId().get(id)), by);
            return List.of(Draft.on(Steps.STREAM, Steps.STREAM, fact, Labels.of("members")));
        });
    }

    /** As it is acted on: under the settings, which hold until it is recorded. */
    private Case guarded(Things.Scene<UUID, Held<Case>, Case> scene) {
        scene.facing().guard(Steps.STREAM);
        return scene.thing().under(steps());
    }

    Recorded raise(@Nullable String title, @Nullable String text, Acting by, Once once) {
        var raised = Working.raise(title, text, by);
        return by.record(
                journal,
                once,
                facing ->
                        List.of(Draft.ofNewStream(Draft.newId(), raised, Labels.of("members", "actor:" + by.actor()))));
    }

    /** An incident leaves cases to those who see it (I5). An exercise leaves none. */
    public List<Draft> handedOver(Incident incident, List<HandOver> left) {
        if (incident.isExercise()) return List.of();
        return left.stream()
                .flatMap(each -> {
                    var id = Draft.newId();
                    var came = new CaseFact.Came(incident.id(), each.measure(), each.to());
                    return Stream.of(
                            Draft.ofNewStream(id, Working.left(each.what()), incident.labels()),
                            Draft.on(id, id, came, incident.labels()));
                })
                .toList();
    }

    /** The incident that the case was left from, if the viewer may see it. */
    Optional<Incident> incident(Case of, Viewer viewer) {
        var came = of.came();
        return came == null ? Optional.empty() : incidents.find(came.incident(), viewer);
    }

    /** What an actor says of itself: many may at once, and no step waits for it. */
    Recorded say(UUID id, Function<Case, CaseFact> rule, Acting by, Once once) {
        return cases.decide(id, by, once, scene -> {
            var fact = rule.apply(scene.thing());
            return List.of(Draft.ofNewSubject(id, fact, scene.thing().labels()));
        });
    }

    /** A step, decided on the case as it stands. */
    Recorded step(UUID id, Function<Case, CaseFact> rule, Acting by, Once once) {
        return cases.act(id, by, once, scene -> rule.apply(guarded(scene)));
    }

    /** A step that vouches for what the step before it says. */
    Recorded step(UUID id, DrawnFrom from, Function<Case, CaseFact> rule, Acting by, Once once) {
        return cases.act(id, by, once, scene -> {
            from.mustBe(scene.thing().drawn());
            return rule.apply(guarded(scene));
        });
    }

    /** Two sections are written at once; of two that write the same, the second is told. */
    Recorded write(UUID id, Writing.Said said, DrawnFrom from, Acting by, Once once) {
        var fresh = Draft.newId();
        return cases.decide(id, by, once, scene -> {
            scene.guard();
            var section = said.section() == null ? fresh : said.section();
            scene.facing().guard(section);
            var fact = Writing.write(scene.thing(), said, fresh, from, by);
            boolean isNew = said.section() == null;
            var entry = isNew ? fresh : Draft.newId();
            return List.of(new Draft(entry, id, section, fact, scene.thing().labels(), null, null));
        });
    }

    /** A step that makes a long text its own. */
    Recorded step(UUID id, CaseFact.Sheet sheet, DrawnFrom from, Function<Case, CaseFact> rule, Acting by, Once once) {
        return cases.act(id, by, once, scene -> {
            from.mustBe(scene.thing().drawn(sheet));
            return rule.apply(guarded(scene));
        });
    }

    Recorded start(UUID id, @Nullable String owner, @Nullable List<@Nullable String> partners, Acting by, Once once) {
        return step(id, of -> Working.start(of, owner, partners, actors::exists, by), by, once);
    }

    Recorded merge(UUID id, @Nullable UUID into, @Nullable String reason, Acting by, Once once) {
        boolean there = into != null
                && journal.view(Case.VIEW, into, by.viewer()).find(into).isPresent();
        return step(id, of -> Working.merge(of, into, there, reason, by), by, once);
    }
}
