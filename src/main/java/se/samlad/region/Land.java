package se.samlad.region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.actor.Area;
import se.samlad.actor.RegionName;
import se.samlad.place.CountyMap;
import se.samlad.place.Outline;
import se.samlad.place.Plot;
import se.samlad.warning.County;
import se.samlad.warning.Warning.Point;
import se.samlad.warning.Warning.Polygon;
import se.samlad.warning.Warning.Shape;

/** The region's land: its map, its outline, and what a warning touches. Each is made when it is first asked for. */
@Service
public class Land {

    private final Actors actors;
    private final Made<CountyMap> map = new Made<>(of -> CountyMap.of(of.name().countyCode(), of.plots()));
    private final Made<List<String>> outline =
            new Made<>(of -> Outline.of(of.name().countyCode(), of.plots()));
    private final Made<County> county = new Made<>(of -> County.of(of.ground()));

    Land(Actors actors) {
        this.actors = actors;
    }

    /** What the drawings are made from. @param actors those whose areas they are, by the areas' codes */
    private record From(RegionName name, List<Area> areas, Map<String, Actor> actors) {

        private String name(Area area) {
            var own = area.name();
            return own != null ? own : actor(area).shortName();
        }

        private Actor actor(Area area) {
            return Objects.requireNonNull(actors.get(area.code()));
        }

        List<Plot> plots() {
            return areas.stream()
                    .map(area -> new Plot(area.code(), actor(area).code(), name(area), polygons(area)))
                    .toList();
        }

        private static List<List<List<double[]>>> polygons(Area area) {
            return area.outline().stream()
                    .map(polygon -> polygon.rings().stream()
                            .map(ring -> ring.stream()
                                    .map(at -> new double[] {at.lon(), at.lat()})
                                    .toList())
                            .toList())
                    .toList();
        }

        County.Ground ground() {
            var names = new TreeMap<String, String>();
            var outlines = new HashMap<String, Shape>();
            for (var area : areas) {
                names.put(area.code(), name(area));
                if (!area.outline().isEmpty()) outlines.put(area.code(), shape(area));
            }
            return new County.Ground(name.countyCode(), name.countySv(), name.countyEn(), names, outlines);
        }

        private static Shape shape(Area area) {
            return new Shape(area.outline().stream()
                    .map(polygon -> new Polygon(polygon.rings().stream()
                            .map(ring -> ring.stream()
                                    .map(at -> new Point(at.lon(), at.lat()))
                                    .toList())
                            .toList()))
                    .toList());
        }
    }

    /** Keeps what was made last, until the region is another. */
    private static final class Made<T> {
        private final Function<From, T> make;
        private volatile @Nullable Last<T> last;

        Made(Function<From, T> make) {
            this.make = make;
        }

        private record Last<T>(From from, T thing) {}

        T of(From from) {
            var known = last;
            if (known != null && known.from().equals(from)) return known.thing();
            synchronized (this) {
                var again = last;
                if (again != null && again.from().equals(from)) return again.thing();
                var made = new Last<>(from, make.apply(from));
                last = made;
                return made.thing();
            }
        }
    }

    /** The map of the region's areas. */
    public CountyMap map() {
        return map.of(now());
    }

    /** The region's outline, as {@link Outline#of} writes it. */
    public List<String> outline() {
        return outline.of(now());
    }

    /** The county that warnings are compared with. */
    public County county() {
        return county.of(now());
    }

    private From now() {
        var owners = new HashMap<String, Actor>();
        for (var actor : actors.all()) if (actor.scb() != null) owners.putIfAbsent(actor.scb(), actor);
        var areas = actors.areas().stream()
                .filter(area -> owners.containsKey(area.code()))
                .toList();
        return new From(actors.region(), areas, owners);
    }
}
