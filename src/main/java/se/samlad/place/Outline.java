package se.samlad.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import tools.jackson.databind.JsonNode;

/** A county's outline for receivers of alerts: its mainland and islands, with few enough corners for all of them. */
public final class Outline {

    /** Some receivers refuse a polygon with more corners than this. */
    static final int MOST_CORNERS = 100;

    private static final double FINEST = 0.001;
    private static final GeometryFactory WGS84 = new GeometryFactory();

    /** The counties' letters, by Statistics Sweden's codes. */
    private static final Map<String, String> ISO = Map.ofEntries(
            Map.entry("01", "AB"),
            Map.entry("03", "C"),
            Map.entry("04", "D"),
            Map.entry("05", "E"),
            Map.entry("06", "F"),
            Map.entry("07", "G"),
            Map.entry("08", "H"),
            Map.entry("09", "I"),
            Map.entry("10", "K"),
            Map.entry("12", "M"),
            Map.entry("13", "N"),
            Map.entry("14", "O"),
            Map.entry("17", "S"),
            Map.entry("18", "T"),
            Map.entry("19", "U"),
            Map.entry("20", "W"),
            Map.entry("21", "X"),
            Map.entry("22", "Y"),
            Map.entry("23", "Z"),
            Map.entry("24", "AC"),
            Map.entry("25", "BD"));

    private Outline() {}

    /**
     * The polygons as CAP 1.2 §3.2.4 writes them: {@code latitude,longitude} in WGS 84, separated by blanks, the first
     * corner again at the end; no polygon lies in another. The outline of the county that comes with Samlad, or that of
     * the areas together.
     *
     * @param county Statistics Sweden's code of the county
     */
    public static List<String> of(String county, List<Plot> plots) {
        if (plots.stream().allMatch(Plot::isShipped)) {
            var shipped = Shipped.read(county, "county.geojson");
            if (shipped.isPresent()) return shipped(shipped.get());
        }
        var together =
                OverlayNGRobust.union(plots.stream().map(Drawing::outline).toList());
        List<String> polygons = new ArrayList<>();
        for (int i = 0; together != null && i < together.getNumGeometries(); i++)
            polygons.add(written(WGS84.createPolygon(
                    ((Polygon) together.getGeometryN(i)).getExteriorRing().getCoordinates())));
        return List.copyOf(polygons);
    }

    /** The county's code in ISO 3166-2, such as {@code SE-I}; empty where there is no such county. */
    public static Optional<String> iso(String county) {
        return Optional.ofNullable(ISO.get(county)).map(letters -> "SE-" + letters);
    }

    private static List<String> shipped(JsonNode file) {
        List<String> polygons = new ArrayList<>();
        for (JsonNode feature : file.path("features"))
            for (JsonNode polygon : feature.path("geometry").path("coordinates")) {
                List<Coordinate> corners = new ArrayList<>();
                for (JsonNode corner : polygon.path(0))
                    corners.add(new Coordinate(
                            corner.path(0).asDouble(), corner.path(1).asDouble()));
                polygons.add(written(WGS84.createPolygon(corners.toArray(Coordinate[]::new))));
            }
        return List.copyOf(polygons);
    }

    private static String written(Polygon exact) {
        List<String> written = new ArrayList<>();
        for (Coordinate corner : simple(exact).getCoordinates())
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
