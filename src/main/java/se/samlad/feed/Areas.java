package se.samlad.feed;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;

/** Watched areas and the names of municipalities. Areas are SCB's codes: a municipality's, or the county's. */
@Service
class Areas {

    private final Actors actors;

    Areas(Actors actors) {
        this.actors = actors;
    }

    /** See {@link Actors#area}. */
    Optional<String> find(String code) {
        return actors.area(code);
    }

    /** The code of the region's county. */
    String county() {
        return actors.region().countyCode();
    }

    /** The area of the actor that the viewer acts for; the county where it has none. */
    String of(Viewer viewer) {
        return viewer.function().flatMap(f -> actors.area(f.actor())).orElse(county());
    }

    /** Short names of municipalities, in Swedish order. */
    List<String> names(List<String> municipalities) {
        return actors.all().stream()
                .filter(a -> a.scb() != null && municipalities.contains(a.scb()))
                .map(actor -> actor.shortName())
                .toList();
    }

    /** A municipality's short name; the code where there is no such municipality. */
    String name(String area) {
        return names(List.of(area)).stream().findFirst().orElse(area);
    }
}
