package se.samlad.feed;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.samlad.access.Viewer;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.warning.County;

/** Which area somebody watches, and what municipalities are called. Areas are SCB's codes, "01" the county. */
@Service
class Areas {

    private final Actors actors;

    Areas(Actors actors) {
        this.actors = actors;
    }

    /** From SCB's code, or an actor's: a municipality watches its own area, all others the county. */
    Optional<String> find(String code) {
        if (code.equals(County.CODE)) return Optional.of(code);
        boolean municipality = actors.all().stream().anyMatch(a -> code.equals(a.scb()));
        return municipality ? Optional.of(code) : actors.find(code).map(Areas::of);
    }

    private static String of(Actor actor) {
        var scb = actor.scb();
        return scb == null ? County.CODE : scb;
    }

    /** The area of the actor that the viewer acts for; the county where it has none. */
    String of(Viewer viewer) {
        return viewer.function().flatMap(f -> find(f.actor())).orElse(County.CODE);
    }

    /** Short names of municipalities, as Swedish sorts them. */
    List<String> names(List<String> municipalities) {
        return actors.all().stream()
                .filter(a -> a.scb() != null && municipalities.contains(a.scb()))
                .map(Actor::shortName)
                .toList();
    }

    /** A municipality's short name; the code where nobody has it. */
    String name(String area) {
        return names(List.of(area)).stream().findFirst().orElse(area);
    }
}
