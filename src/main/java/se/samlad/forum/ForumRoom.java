package se.samlad.forum;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Grant;
import se.samlad.access.Level;
import se.samlad.actor.Actors;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.Offer;

/**
 * What this room contributes: its facts and views. It also grants labels: a seat in a forum grants the forum's label,
 * which grants the incident's.
 */
@Configuration(proxyBeanMethods = false)
class ForumRoom {

    @Bean
    Offer forumOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.INCIDENT, 5, "forums", "/forums"))
                .with(new Offer.Shown(Offer.Slot.INCIDENT_HEAD, 2, "forum.header"));
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

    @Bean
    Grant.Source seated() {
        return new Grant.Source(ForumFact.class, ForumRoom::grants);
    }

    /**
     * The chain {@code incident ← forum ← actor}. No other fact changes who sees what, so a release from one forum
     * takes away nothing that another seat grants (A8).
     */
    static List<Grant> grants(Entry entry) {
        return switch ((ForumFact) entry.fact()) {
            case ForumFact.Convened c -> {
                var incident = new Grant("incident:" + entry.stream(), label(entry.subject()), true);
                yield Stream.concat(
                                Stream.of(incident), given(entry.subject(), c.actors(), c.level() != Level.EXECUTING))
                        .toList();
            }
            case ForumFact.CalledIn c ->
                given(entry.subject(), c.callIn(), false).toList();
            case ForumFact.Raised r -> given(entry.subject(), r.actors(), true).toList();
            case ForumFact.Released r ->
                r.release().stream()
                        .map(a -> new Grant(label(entry.subject()), "actor:" + a, false))
                        .toList();
            default -> List.of();
        };
    }

    private static Stream<Grant> given(UUID forum, List<String> actors, boolean joint) {
        return Stream.concat(actors.stream(), joint ? Stream.of(Actors.JOINT) : Stream.empty())
                .distinct()
                .map(a -> new Grant(label(forum), "actor:" + a, true));
    }

    private static String label(UUID forum) {
        return "forum:" + forum;
    }
}
