package se.samlad.forum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Level;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.incident.Alarms;
import se.samlad.incident.Alarms.Proposal;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Summons;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;

/** Convenes forums: with the actors that are named, or with those that are suggested. */
@Component
public class Summoning {

    private final Journal journal;
    private final Incidents incidents;
    private final Actors actors;
    private final Alarms alarms;
    private final Forums forums;

    Summoning(Journal journal, Incidents incidents, Actors actors, Alarms alarms, Forums forums) {
        this.journal = journal;
        this.incidents = incidents;
        this.actors = actors;
        this.alarms = alarms;
        this.forums = forums;
    }

    /** As {@link Convening.Call}. @param level null: all levels of the plan @param plan the entry with an alarm plan; null: none */
    record Asked(
            @Nullable Level level,
            @Nullable UUID plan,
            @Nullable List<String> actors,
            @Nullable List<String> indirectly,
            @Nullable String name,
            @Nullable String purpose,
            Forum.Meeting next,
            @Nullable String reason,
            @Nullable String chair) {

        private Convening.Call on(Level level, @Nullable List<String> actors, @Nullable Proposal plan) {
            return new Convening.Call(level, actors, indirectly, name, purpose, next, reason, chair, plan);
        }
    }

    /** The alarm plan that suggests whom to call; empty: none fits. */
    Optional<Proposal> plan(Incident incident, Viewer viewer) {
        return alarms.proposed(incident, viewer);
    }

    /** Codes of the actors to call. */
    List<String> suggested(Incident incident, Viewer viewer) {
        return suggested(incident, plan(incident, viewer).orElse(null));
    }

    List<String> suggested(Incident incident, @Nullable Proposal plan) {
        return Convening.suggested(
                incident,
                plan,
                actors.members().stream().map(Actor::code).toList(),
                actors.common().countyBoard());
    }

    /**
     * Convenes a regional forum together with the activation of its level, or forms an executing one, depending on the
     * level. An alarm plan may convene several in one step.
     */
    Recorded convene(UUID id, Asked asked, @Nullable Marking marking, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var scene = forums.scene(facing, id, by);
            var plan = plan(asked, scene.incident(), by.viewer()).orElse(null);
            var drafts = new ArrayList<Draft>();
            for (var level : levels(asked, plan, scene.there(), by)) {
                boolean suggests = asked.actors() == null && level != Level.EXECUTING;
                var actors = suggests ? suggested(scene.incident(), plan) : asked.actors();
                drafts.addAll(one(facing, scene, asked.on(level, actors, plan), marking, by));
            }
            return drafts;
        });
    }

    /**
     * Forms an executing forum of those concerned, without anybody's leave (F6).
     *
     * @throws Refused as {@link #convene}
     */
    public Recorded form(UUID incident, List<String> of, String name, Acting by, Once once) {
        var next = new Forum.Meeting(null, null);
        var asked = new Asked(Level.EXECUTING, null, of, null, name, null, next, null, null);
        return convene(incident, asked, null, by, once);
    }

    /** The plan that is named, or, where no actors are, the one that suggests them. @throws Refused forum.no-such-plan */
    private Optional<Proposal> plan(Asked asked, Incident incident, Viewer viewer) {
        if (asked.plan() != null) {
            var named = alarms.by(asked.plan(), incident, viewer);
            if (named.isEmpty()) throw new Refused("forum.no-such-plan").at("plan");
            return named;
        }
        return asked.actors() == null ? plan(incident, viewer) : Optional.empty();
    }

    private static List<Level> levels(Asked asked, @Nullable Proposal plan, ForumsView there, Acting by) {
        if (asked.level() != null || asked.plan() == null || plan == null)
            return List.of(ForumApi.level(asked.level()));
        by.mustConvene();
        var left = plan.levels().stream()
                .filter(level -> there.open(level).isEmpty())
                .toList();
        if (left.isEmpty()) throw new Refused("forum.already");
        return left;
    }

    private List<Draft> one(
            Verb.Facing facing, Convening.Scene scene, Convening.Call call, @Nullable Marking marking, Acting by) {
        var id = scene.incident().id();
        var forum = Draft.newId();
        boolean regional = call.level() != Level.EXECUTING;
        var activation = regional ? incidents.activation(facing, id, by, call.level(), call.reason()) : null;
        var fact = regional ? Convening.regional(scene, by, call) : Convening.executing(scene, by, call);
        var labels = labels(facing, id, forum, marking, by);
        if (regional) Convening.mustBeShared(scene.incident(), labels);
        var first = new Draft(forum, id, forum, fact, labels, Forums.at(scene), null);
        var drafts = new ArrayList<Draft>();
        drafts.add(first.marked(Marking.stored(marking)));
        if (activation != null) drafts.add(activation);
        boolean atOnce = call.plan() != null && call.plan().atOnce();
        var called = new Summons.Called(forum, call.level(), labels, fact.actors(), by, atOnce);
        drafts.addAll(forums.summoned(facing, id, called, Forums.at(scene)));
        return drafts;
    }

    /** Entries narrower than the incident are also shared with the forum. */
    private Labels labels(Verb.Facing facing, UUID incident, UUID forum, @Nullable Marking marking, Acting by) {
        var labels = incidents.labels(facing, incident, marking, by);
        return labels.all().contains("incident:" + incident) ? labels : labels.plus(List.of("forum:" + forum));
    }
}
