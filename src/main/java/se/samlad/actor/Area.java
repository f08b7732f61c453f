package se.samlad.actor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area of the map.
 *
 * @param code Statistics Sweden's code of a municipality
 * @param name what people call it; null: as its actor
 * @param outline its land in WGS 84; empty: as in the map of its county that comes with Samlad
 */
public record Area(String code, @Nullable String name, List<Polygon> outline) {

    /** @param rings the first is the edge, the others are holes in it; each ends where it begins */
    public record Polygon(List<List<Point>> rings) {
        public Polygon {
            rings = rings.stream().map(List::copyOf).toList();
        }
    }

    public record Point(double lon, double lat) {}

    public Area {
        outline = List.copyOf(outline);
    }
}
