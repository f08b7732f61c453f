package se.samlad.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.forum.Forum;
import se.samlad.forum.Forums;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;
import se.samlad.web.Offers;
import se.samlad.web.Say;

/** What the frame of every page needs: the active incidents, and the names of actors. */
@Component
class Surroundings implements Shell.Around {

    private final Actors actors;
    private final Incidents incidents;
    private final Forums forums;
    private final Offers offers;
    private final Log log;

    Surroundings(Actors actors, Incidents incidents, Forums forums, Offers offers, Log log) {
        this.actors = actors;
        this.incidents = incidents;
        this.forums = forums;
        this.offers = offers;
        this.log = log;
    }

    @Override
    public String actorName(String code, String language) {
        return actors.shortName(code, language);
    }

    @Override
    public List<Shell.Chip> active(Viewer viewer, Say say) {
        return incidents.open(viewer).stream()
                .flatMap(i -> chip(i, viewer, say).stream())
                .sorted(Comparator.comparingInt(Shell.Chip::rank))
                .toList();
    }

    @Override
    public Offers offers() {
        return offers;
    }

    @Override
    public Optional<Shell.Receipt> receipt(UUID entry, Viewer viewer, Say say) {
        return log.sent(entry, viewer, say);
    }

    /** Empty where it is not near. */
    private Optional<Shell.Chip> chip(Incident incident, Viewer viewer, Say say) {
        var age = say.at(incident.clock(say.now())).age(incident.signalled());
        var there = forums.in(incident.id(), viewer);
        boolean takesPart = viewer.function()
                .filter(f ->
                        there.open().stream().anyMatch(forum -> forum.seats().has(f.actor())))
                .isPresent();
        boolean own = viewer.isOf(incident.asked().actor());
        if (!isNear(incident.state(), takesPart, own)) return Optional.empty();
        return Optional.of(new Shell.Chip(
                incident.id(),
                incident.title(),
                levels(there, say),
                incident.signalled(),
                age,
                incident.isExercise(),
                rank(incident.state(), takesPart, incident.isExercise())));
    }

    /**
     * Whether it is in the bar on top: not a local incident that others answer for and one takes no part in, of which there may be
     * as many as municipalities.
     */
    static boolean isNear(Incident.State state, boolean takesPart, boolean own) {
        return state != Incident.State.LOCAL || takesPart || own;
    }

    /** How near an incident is: activated, then one's actor takes part, then real; 0 is the nearest. */
    static int rank(Incident.State state, boolean takesPart, boolean exercise) {
        return (state == Incident.State.ACTIVATED ? 0 : 4) + (takesPart ? 0 : 2) + (exercise ? 1 : 0);
    }

    /** The levels with an open forum, in words, highest first; empty if there is none. */
    static String levels(ForumsView there, Say say) {
        var words = there.open().stream()
                .map(Forum::level)
                .distinct()
                .sorted()
                .map(level -> say.text("actor.level." + level))
                .toList();
        if (words.size() < 2) return String.join("", words);
        var last = words.getLast();
        return say.text("desk.and", String.join(", ", words.subList(0, words.size() - 1)), last);
    }
}
