package se.samlad.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Grant;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.actor.Common;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.View;
import se.samlad.web.Dated;
import se.samlad.web.Offer;
import se.samlad.web.Parted;
import se.samlad.web.Say;

/**
 * What this room contributes: its facts and views. It also grants labels: a seat in a forum grants the forum's label,
 * which grants the incident's.
 */
@Configuration(proxyBeanMethods = false)
class ForumRoom {

    private static final Pattern INCIDENT =
            Pattern.compile("/incidents/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?=/|$)");

    @Bean
    Offer forumOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.INCIDENT, 6, "forums", "/forums"))
                .with(new Offer.Shown(Offer.Slot.INCIDENT_HEAD, 2, "forum.header"));
    }

    /** The next meetings of forums that are open, for the calendar: those that were not missed. */
    @Bean
    Dated forumDates(Incidents incidents, Forums forums) {
        return (from, until, viewer, say) -> incidents.open(viewer).stream()
                .flatMap(incident -> forums.in(incident.id(), viewer).open().stream()
                        .filter(forum -> !forum.hasMissedNext())
                        .flatMap(forum ->
                                Stream.ofNullable(forum.next().at()).map(at -> date(incident, forum, at, say))))
                .filter(date -> date.overlaps(from, until))
                .toList();
    }

    private static Dated.Date date(Incident incident, Forum forum, Instant at, Say say) {
        var title = incident.title() + ": " + forum.name(say);
        return new Dated.Date(
                Dated.Kind.MEETING,
                forum.id(),
                incident.isExercise() ? say.text("frame.exercise") + ": " + title : title,
                at,
                null,
                null,
                forum.chairActor(),
                "/incidents/" + incident.id() + "/forums");
    }

    @Bean
    Facts forumFacts() {
        return new Facts(ForumFact.class);
    }

    @Bean
    View<ForumsView> forumsView() {
        return ForumsView.VIEW;
    }

    @Bean
    Across<StandingForums.Established> standingForumsView() {
        return StandingForums.ACROSS;
    }

    /** When an actor was last released from a forum of an incident, by both ids; taken away when it is called again. */
    record Released(PMap<String, Instant> at) {
        static final Across<Released> ACROSS = new Across<>(
                View.of("forum.released", new Released(HashTreePMap.empty()), ForumFact.class, Released::apply));

        private Released apply(Entry by, ForumFact fact) {
            var now = at;
            // without the joint functions of regional forums: told only where nothing is seen, it matters for nobody
            // who works in one
            for (var grant : grants(Grants.NONE, by)) {
                if (!grant.by().startsWith("actor:")) continue;
                var who = key(by.stream(), grant.by());
                now = grant.held() ? now.minus(who) : now.plus(who, by.recordedAt());
            }
            return now == at ? this : new Released(now);
        }

        static String key(UUID incident, String actor) {
            return incident + " " + actor;
        }
    }

    @Bean
    Across<Released> released() {
        return Released.ACROSS;
    }

    /**
     * An actor that saw an incident only from a seat is told that it was released, and when. That is known to it
     * already: the page that it had open has ended. It is not told by whom, or why.
     */
    @Bean
    Parted parted(Journal journal) {
        return (path, viewer, say) -> {
            var incident = INCIDENT.matcher(path);
            if (!incident.lookingAt()) return Optional.empty();
            var id = UUID.fromString(incident.group(1));
            return viewer.function()
                    .map(f -> journal.across(Released.ACROSS).at().get(Released.key(id, "actor:" + f.actor())))
                    .map(at -> say.text("forum.parted", say.time(at)));
        };
    }

    @Bean
    Grant.Source seated() {
        return new Grant.Source(ForumFact.class, ForumRoom::grants);
    }

    /**
     * The chain {@code incident ← forum ← actor}. No other fact changes who sees what, so a release from one forum
     * takes away nothing that another seat grants (A8).
     */
    static List<Grant> grants(Grants now, Entry entry) {
        return switch ((ForumFact) entry.fact()) {
            case ForumFact.Convened c -> {
                var incident = new Grant("incident:" + entry.stream(), label(entry.subject()), true);
                var joint = c.level() == Level.EXECUTING ? Stream.<Grant>empty() : joint(entry.subject(), now);
                yield Stream.of(Stream.of(incident), given(entry.subject(), c.actors()), joint)
                        .flatMap(grants -> grants)
                        .toList();
            }
            case ForumFact.CalledIn c -> given(entry.subject(), c.callIn()).toList();
            case ForumFact.Raised r ->
                Stream.concat(given(entry.subject(), r.actors()), joint(entry.subject(), now))
                        .toList();
            case ForumFact.Released r ->
                r.release().stream()
                        .map(a -> new Grant(label(entry.subject()), "actor:" + a, false))
                        .toList();
            default -> List.of();
        };
    }

    private static Stream<Grant> given(UUID forum, List<String> actors) {
        return actors.stream().map(a -> new Grant(label(forum), "actor:" + a, true));
    }

    /** The joint functions work in every regional forum (A9). */
    private static Stream<Grant> joint(UUID forum, Grants now) {
        return now.holders(Common.JOINT_LABEL).stream().map(by -> new Grant(label(forum), by, true));
    }

    private static String label(UUID forum) {
        return "forum:" + forum;
    }
}
