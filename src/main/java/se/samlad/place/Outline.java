package se.samlad.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The county's outline for receivers of alerts: its mainland and islands, with few enough corners for all of them. */
public final class Outline {

    /** Some receivers refuse a polygon with more corners than this. */
    static final int MOST_CORNERS = 100;

    private static final double FINEST = 0.001;
    private static final GeometryFactory WGS84 = new GeometryFactory();

    private static final class Loaded {
        private static final List<String> COUNTY = load();
    }

    private Outline() {}

    /**
     * The polygons as CAP 1.2 §3.2.4 writes them: {@code latitude,longitude} in WGS 84, separated by blanks, the first
     * corner again at the end; no polygon lies in another.
     */
    public static List<String> county() {
        return Loaded.COUNTY;
    }

    private static List<String> load() {
        try (InputStream in = Objects.requireNonNull(Outline.class.getResourceAsStream("/geo/01/county.geojson"))) {
            List<String> polygons = new ArrayList<>();
            for (JsonNode feature : JsonMapper.shared().readTree(in).path("features"))
                for (JsonNode polygon : feature.path("geometry").path("coordinates"))
                    polygons.add(written(polygon.path(0)));
            return List.copyOf(polygons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(JsonNode ring) {
        List<Coordinate> corners = new ArrayList<>();
        for (JsonNode corner : ring)
            corners.add(new Coordinate(corner.path(0).asDouble(), corner.path(1).asDouble()));
        List<String> written = new ArrayList<>();
        for (Coordinate corner :
                simple(WGS84.createPolygon(corners.toArray(Coordinate[]::new))).getCoordinates())
            written.add(String.format(Locale.ROOT, "%.5f,%.5f", corner.getY(), corner.getX()));
        return String.join(" ", written);
    }

    private static Geometry simple(Polygon exact) {
        Geometry simple = exact;
        for (double by = FINEST; simple.getNumPoints() > MOST_CORNERS; by *= 2)
            simple = TopologyPreservingSimplifier.simplify(exact, by);
        return simple;
    }
}
