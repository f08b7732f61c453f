package se.samlad.place;

import java.util.List;

/**
 * An area to draw.
 *
 * @param code Statistics Sweden's of a municipality
 * @param actor the code of the actor whose area it is
 * @param polygons by rings of longitude and latitude in WGS 84; empty: the outline that comes with Samlad
 */
public record Plot(String code, String actor, String name, List<List<List<double[]>>> polygons) {

    boolean isShipped() {
        return polygons.isEmpty();
    }
}
