package se.samlad.conference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.agenda.Agendas;
import se.samlad.agenda.Kinds;
import se.samlad.conference.ConferenceFact.Agenda;
import se.samlad.conference.ConferenceFact.Kind;
import se.samlad.conference.ConferenceFact.Turn;
import se.samlad.forum.Forum;
import se.samlad.forum.ForumFact;
import se.samlad.forum.Forums;
import se.samlad.forum.ForumsView;
import se.samlad.forum.StandingForums;
import se.samlad.forum.StandingForums.Standing;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;

/** Calls conferences: in a forum of an incident, or in a standing one. */
@Service
public class Calling {

    private final Journal journal;
    private final Incidents incidents;
    private final Forums forums;
    private final StandingForums standing;
    private final Agendas agendas;

    Calling(Journal journal, Incidents incidents, Forums forums, StandingForums standing, Agendas agendas) {
        this.journal = journal;
        this.incidents = incidents;
        this.forums = forums;
        this.standing = standing;
        this.agendas = agendas;
    }

    /**
     * Calls a conference in the forum, for a time or now.
     *
     * @throws NotThere where the acting one sees no such forum
     * @throws NotMandated conference.call
     * @throws Refused conference.which, incident.ended, forum.closed, and as {@link Planning#agenda}
     */
    Recorded call(UUID forum, @Nullable Kind kind, Planning.Wanted wanted, Acting by, Once once) {
        Planning.mayAct(by);
        if (kind == null) throw new Refused("conference.which").at("kind");
        var convened = journal.find(forum, by.viewer()).filter(e -> e.fact() instanceof ForumFact.Convened);
        if (convened.isPresent()) {
            journal.await(convened.get().position());
            return inIncident(convened.get(), kind, wanted, by, once);
        }
        var ordinary = inStanding(forum, by.viewer()).orElseThrow(NotThere::new);
        if (!mayCall(by)) throw new NotMandated("conference.may-call");
        var held = agendas.get(kind.occasion(ordinary.level()));
        return by.record(journal, once, facing -> {
            var called = new ConferenceFact.Called(
                    ordinary.id(),
                    null,
                    ordinary.level(),
                    ordinary.code(),
                    kind,
                    held.outline(),
                    held.version(),
                    agenda(held, wanted, List.of(), facing.now()),
                    agendas.expected(held.outline(), agendas.members(), List.of(), true),
                    by.function().id(),
                    false);
            return List.of(Draft.ofNewStream(Draft.newId(), called, Labels.of("members", "actor:" + by.actor())));
        });
    }

    /** Whether the acting one calls conferences in standing forums: those who convene, and the joint functions (A9). */
    public boolean mayCall(Acting by) {
        return !by.function().onlyAdministers()
                && (by.mayConvene() || by.may(Mandate.KEEP) || agendas.isOfJointFunctions(by));
    }

    /** The standing forums in which the viewer may call one. */
    public List<Standing> standing(Viewer viewer) {
        boolean may = viewer.isMember() && viewer.acting().filter(this::mayCall).isPresent();
        return may ? standing.all() : List.of();
    }

    /** Whether the acting one calls conferences in the forum: those who lead or keep it, in an executing one all members (F6). */
    public boolean mayCall(Forum forum, Acting by) {
        if (by.function().onlyAdministers()) return false;
        return forums.keeps(forum, by)
                || (forum.level() == Level.EXECUTING && forum.seats().has(by.actor()));
    }

    private Optional<Standing> inStanding(UUID forum, Viewer viewer) {
        if (!viewer.isMember()) return Optional.empty();
        return standing.all().stream().filter(each -> each.id().equals(forum)).findFirst();
    }

    private Recorded inIncident(Entry convened, Kind kind, Planning.Wanted wanted, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            facing.guard(convened.subject());
            var incident = incidents.guarded(facing, convened.stream(), by);
            incident.mustGoOn();
            var forum = facing.state(ForumsView.VIEW, incident.id(), by.viewer())
                    .find(convened.subject())
                    .orElseThrow(NotThere::new);
            if (!mayCall(forum, by)) throw new NotMandated("conference.may-call");
            if (!forum.isOpen()) throw new Refused("forum.closed");
            var held = agendas.get(kind.occasion(forum.level()));
            var called = new ConferenceFact.Called(
                    forum.id(),
                    incident.id(),
                    forum.level(),
                    forum.opening().name(),
                    kind,
                    held.outline(),
                    held.version(),
                    agenda(held, wanted, reach(forum), incident.clock(facing.now())),
                    agendas.expected(
                            held.outline(),
                            forum.seats().actors(),
                            directly(forum, incident),
                            incident.isSharedWith(forum.labels())),
                    forum.chair(),
                    incident.isExercise());
            return drafts(facing, called, forum, incident);
        });
    }

    private List<Draft> drafts(
            Verb.Facing facing, ConferenceFact.Called called, Forum forum, se.samlad.incident.Incident incident) {
        var happens = incidents.happens(incident, facing.now());
        var first = Draft.ofNewStream(Draft.newId(), called, forum.labels()).happened(happens);
        var put = new ConferenceFact.Put(
                first.id(),
                called.kind(),
                called.level(),
                called.name(),
                Turn.CALLED,
                called.agenda().at());
        var drafts = new ArrayList<Draft>(List.of(first));
        drafts.add(Draft.ofNewSubject(incident.id(), put, forum.labels()).happened(happens));
        return drafts;
    }

    /** The forum's own address is the first to ring. */
    private static List<String> reach(Forum forum) {
        var own = forum.next().reach();
        return own == null ? List.of() : List.of(own);
    }

    private static Agenda agenda(Kinds.Kind held, Planning.Wanted wanted, List<String> reach, Instant clock) {
        var first = new Agenda(clock, held.outline().minutes(), reach, List.of());
        return Planning.agenda(wanted, first, clock);
    }

    /** Those of the forum that are weighed as directly affected, in it or in the incident, themselves or a unit of theirs. */
    private static List<String> directly(Forum forum, se.samlad.incident.Incident incident) {
        return forum.seats().in().entrySet().stream()
                .filter(each -> each.getValue().affected() == ForumFact.Affected.DIRECTLY
                        || Rounds.concern(incident, each.getKey()) == Concern.DIRECT)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
