package se.samlad.forum;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Level;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.access.Viewers;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Occurred;
import se.samlad.incident.Sittings;
import se.samlad.incident.Summons;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.web.Say;

/** All forums of incidents, for those who convene, lead and sit in them. */
@Service
public class Forums implements Sittings {

    private final Journal journal;
    private final Incidents incidents;
    private final Actors actors;
    private final Viewers viewers;
    private final List<Summons> summons;
    private final Things<Incident, ForumsView, Forum> forums;

    Forums(Journal journal, Incidents incidents, Actors actors, Viewers viewers, List<Summons> summons) {
        this.journal = journal;
        this.incidents = incidents;
        this.actors = actors;
        this.viewers = viewers;
        this.summons = List.copyOf(summons);
        this.forums = new Things<>(journal, incidents, ForumFact.Convened.class, ForumsView.VIEW, ForumsView::find);
    }

    /** The incident's forums that the viewer may see; empty if it may not see the incident. */
    public ForumsView in(UUID incident, Viewer viewer) {
        return journal.view(ForumsView.VIEW, incident, viewer);
    }

    @Override
    public List<Sitting> of(UUID incident, Viewer viewer) {
        return in(incident, viewer).all().stream().map(Forum::sitting).toList();
    }

    @Override
    public String standing(String code, Say say) {
        return journal.across(StandingForums.ACROSS)
                .find(code)
                .map(forum -> forum.name(say.language()))
                .orElse(code);
    }

    @Override
    public Optional<Sitting> deciding(Verb.Facing facing, UUID incident, UUID forum, Viewer viewer) {
        return facing.state(ForumsView.VIEW, incident, viewer).find(forum).map(Forum::sitting);
    }

    /** The forum's incident. @throws NotThere if there is no such forum, or the viewer may not see it */
    public UUID incidentOf(UUID forum, Viewer viewer) {
        return forums.streamOf(forum, viewer);
    }

    Recorded act(UUID forum, Acting by, Once once, BiFunction<Convening.Scene, Forum, ForumFact> rule) {
        return forums.act(forum, by, once, s -> rule.apply(scene(s), s.thing()));
    }

    Recorded compose(UUID forum, Leading.Change change, Acting by, Once once) {
        return forums.decide(forum, by, once, s -> {
            s.guard();
            var drafts = new ArrayList<Draft>();
            for (var fact : Leading.compose(scene(s), s.thing(), by, change)) {
                drafts.add(s.draft(fact));
                if (fact instanceof ForumFact.CalledIn c) drafts.addAll(summoned(s, c.callIn()));
            }
            return drafts;
        });
    }

    /** What is recorded with the call of those actors that do not sit in the forum already. */
    private List<Draft> summoned(Things.Scene<Incident, ForumsView, Forum> s, List<String> actors) {
        var forum = s.thing();
        var called = actors.stream().filter(a -> !forum.seats().has(a)).toList();
        var to = new Summons.Called(forum.id(), forum.level(), forum.labels(), called, s.by(), false);
        return summoned(s.facing(), s.stream(), to, s.happens());
    }

    List<Draft> summoned(Verb.Facing facing, UUID incident, Summons.Called called, @Nullable Instant happens) {
        return Summons.all(summons, facing, incident, called, happens);
    }

    Recorded acknowledge(UUID forum, Acting by, Once once) {
        var incident = incidentOf(forum, by.viewer());
        return by.record(journal, once, facing -> List.of(acknowledgement(facing, incident, forum, by, false)));
    }

    /**
     * The acknowledgement of the call. Guards only changes of the forum itself: forty actors acknowledge within minutes,
     * and none of them makes another decide again.
     *
     * @param called whether the acting function itself was called; else as {@link Leading#acknowledge}
     */
    public Draft acknowledgement(Verb.Facing facing, UUID incident, UUID forum, Acting by, boolean called) {
        var scene = scene(facing, incident, by);
        var sitting = visible(scene, forum);
        facing.guard(forum);
        return Draft.ofNewSubject(incident, Leading.acknowledge(scene, sitting, by, called), sitting.labels())
                .happened(at(scene));
    }

    /** Whether the acting one keeps the forum's picture and log, or leads it. */
    public boolean keeps(Forum forum, Acting by) {
        return Leading.mayKeep(forum, by);
    }

    /** Whether the acting one leads the forum, as for what only its leaders decide beside it. */
    public boolean leads(Forum forum, Acting by) {
        return Leading.mayLead(forum, by);
    }

    /**
     * The forum for what those who lead it decide beside it, such as whom else it lets in. It is guarded.
     *
     * @throws NotThere where the acting one may not see it; se.samlad.access.NotMandated forum.lead
     */
    public Forum mustLead(Verb.Facing facing, UUID incident, UUID forum, Acting by) {
        facing.guard(forum);
        incidents.forDeciding(facing, incident, by);
        var found =
                facing.state(ForumsView.VIEW, incident, by.viewer()).find(forum).orElseThrow(NotThere::new);
        if (!Leading.mayLead(found, by)) throw new NotMandated("forum.lead");
        return found;
    }

    /** As {@link #mustLead}, while the forum is open. @throws Refused incident.ended, forum.closed */
    public Forum forLeading(Verb.Facing facing, UUID incident, UUID forum, Acting by) {
        incidents.guarded(facing, incident, by).mustGoOn();
        var found = mustLead(facing, incident, forum, by);
        Convening.mustBeOpen(found);
        return found;
    }

    Recorded raise(UUID forum, @Nullable String reason, Acting by, Once once) {
        return forums.decide(forum, by, once, s -> {
            s.guard();
            var activation = incidents.activation(s.facing(), s.stream(), by, Level.COORDINATING, reason);
            var raised = Convening.raise(scene(s), s.thing(), by, reason);
            var drafts = new ArrayList<>(List.of(s.draft(raised), activation));
            drafts.addAll(summoned(s, raised.actors()));
            return drafts;
        });
    }

    /**
     * Asks for a forum on a level.
     *
     * @param forum the forum that asks; null: the actor asks on its own behalf, in the incident
     */
    Recorded initiate(UUID id, @Nullable UUID forum, Level level, @Nullable String reason, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var scene = scene(facing, id, by);
            var f = forum == null ? null : visible(scene, forum);
            var labels = f == null ? incidents.labels(facing, id, null, by) : f.labels();
            if (f != null) facing.guard(f.id());
            var asking = asking(id, level);
            facing.guard(asking);
            return List.of(Draft.on(id, asking, Convening.initiate(scene, f, by, level, reason), asked(labels))
                    .happened(at(scene)));
        });
    }

    /**
     * Requests for a level and the answers to them share one subject, so the second of two concurrent requests is
     * refused.
     */
    private static UUID asking(UUID incident, Level level) {
        var name = "asking:" + incident + level;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Labels asked(Labels labels) {
        var common = actors.common();
        return labels.plus(List.of("actor:" + common.countyBoard(), "actor:" + common.joint()));
    }

    /** Tells those who asked why no forum is convened. @throws NotThere if nobody asks for one on the level */
    Recorded decline(UUID id, Level level, @Nullable String reason, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var scene = scene(facing, id, by);
            var asked = scene.there().asked().get(level);
            if (asked == null) throw new Refused("forum.not-asked");
            var asking = asking(id, level);
            facing.guard(asking);
            var labels = asked.forum() == null
                    ? scene.incident().labels()
                    : visible(scene, asked.forum()).labels();
            return List.of(Draft.on(id, asking, Convening.decline(scene.incident(), by, level, reason), asked(labels))
                    .happened(at(scene)));
        });
    }

    private Convening.Scene scene(Things.Scene<Incident, ForumsView, Forum> s) {
        return new Convening.Scene(s.ground(), s.all(), known(), s.facing().now());
    }

    Convening.Scene scene(Verb.Facing facing, UUID id, Acting by) {
        var incident = incidents.guarded(facing, id, by);
        return new Convening.Scene(incident, facing.state(ForumsView.VIEW, id, by.viewer()), known(), facing.now());
    }

    private Convening.Known known() {
        return new Convening.Known(
                actors::exists,
                code -> actors.find(code).filter(Actor::member).isPresent(),
                viewers.functions(),
                actors.common());
    }

    private static Forum visible(Convening.Scene scene, UUID forum) {
        return scene.there().find(forum).orElseThrow(NotThere::new);
    }

    static @Nullable Instant at(Convening.Scene scene) {
        return Occurred.at(scene.incident(), null, null, scene.now());
    }

    /** The codes as sent, stripped of blanks around them. @throws Refused forum.no-such-actor, for a null in the list */
    static List<String> codes(@Nullable List<@Nullable String> sent) {
        if (sent == null) return List.of();
        if (sent.stream().anyMatch(Objects::isNull)) throw new Refused("forum.no-such-actor", "null");
        return sent.stream().filter(Objects::nonNull).map(String::strip).toList();
    }
}
