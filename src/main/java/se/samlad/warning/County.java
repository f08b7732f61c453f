package se.samlad.warning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.samlad.warning.Warning.Extent;
import se.samlad.warning.Warning.Point;
import se.samlad.warning.Warning.Polygon;
import se.samlad.warning.Warning.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a warning touches Stockholm county, and which of its 26 municipalities.
 *
 * <p>Named areas decide. A drawn shape only narrows down the municipalities, and only where it lies in the county.
 * Municipalities are compared by their land and a coarse grid of points: good enough to show a warning to those it
 * concerns, not for measuring.
 */
public final class County {

    /** The county's code (SCB). */
    public static final String CODE = "01";

    /** How a warning touches the county. */
    public enum Touch {
        /** The county is named, and nothing limits it to a part. */
        COUNTY,
        /** A part of the county. */
        PART,
        /** A sea area along its coast. */
        SEA,
        /** The source's area is missing or unknown to us: it may be here or elsewhere. */
        UNKNOWN,
        /** Other areas only. */
        NONE
    }

    /**
     * @param municipalities codes ("0114") of those it may touch; empty for UNKNOWN and NONE
     * @param certain true: it touches exactly these; false: it touches some of these
     */
    public record Reach(Touch touch, SortedSet<String> municipalities, boolean certain) {

        public boolean touchesCounty() {
            return touch == Touch.COUNTY || touch == Touch.PART || touch == Touch.SEA;
        }

        /**
         * Whether it may touch the county or municipality with the code. False for UNKNOWN, which is to be shown as
         * unknown.
         */
        public boolean touches(String code) {
            return code.equals(CODE) ? touchesCounty() : municipalities.contains(code);
        }
    }

    private record Box(double west, double south, double east, double north) {

        static Box around(List<Polygon> polygons) {
            List<Point> points = polygons.stream()
                    .flatMap(polygon -> polygon.rings().stream())
                    .flatMap(List::stream)
                    .toList();
            DoubleSummaryStatistics lon =
                    points.stream().mapToDouble(Point::lon).summaryStatistics();
            DoubleSummaryStatistics lat =
                    points.stream().mapToDouble(Point::lat).summaryStatistics();
            return new Box(lon.getMin(), lat.getMin(), lon.getMax(), lat.getMax());
        }

        boolean meets(Box other) {
            return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
        }

        boolean has(Point point) {
            return west <= point.lon() && point.lon() <= east && south <= point.lat() && point.lat() <= north;
        }

        Point at(double eastward, double northward) {
            return new Point(west + eastward * (east - west), south + northward * (north - south));
        }
    }

    /** A municipality's land, and sample points spread over it. */
    private record Municipality(String code, List<Polygon> land, Box box, List<Point> samples) {

        /** Whether a sample point lies in the polygon, or a corner of the polygon on this land. */
        boolean meets(Polygon polygon) {
            return samples.stream().anyMatch(sample -> Shapes.inside(polygon, sample))
                    || polygon.rings().getFirst().stream().anyMatch(this::has);
        }

        private boolean has(Point point) {
            return box.has(point) && land.stream().anyMatch(polygon -> Shapes.inside(polygon, point));
        }
    }

    /** A box around the county and its waters, with a margin. */
    private static final Box AROUND = new Box(17.2, 58.6, 19.6, 60.3);

    private static final SortedSet<String> NOBODY = Collections.emptySortedSet();
    private static final int GRID = 9;

    /** Loaded when the first warning comes, not at every start. */
    private static final class Stockholm {
        private static final County COUNTY = read();
    }

    private final List<Municipality> municipalities;
    private final Named names;

    private County(List<Municipality> municipalities, Named names) {
        this.municipalities = municipalities;
        this.names = names;
    }

    /** The county from {@code /geo/municipalities.geojson}. */
    public static County stockholm() {
        return Stockholm.COUNTY;
    }

    private static County read() {
        try (InputStream in = Objects.requireNonNull(County.class.getResourceAsStream("/geo/municipalities.geojson"))) {
            SortedMap<String, String> names = new TreeMap<>();
            List<Municipality> all = new ArrayList<>();
            for (JsonNode feature : JsonMapper.shared().readTree(in).path("features")) {
                JsonNode properties = feature.path("properties");
                String code = properties.path("code").asString();
                names.put(code, properties.path("name").asString());
                all.add(municipality(code, feature));
            }
            return new County(List.copyOf(all), new Named(names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the warning's extent touches the county. */
    public Reach reach(Extent extent) {
        Named.Place place = names.place(extent);
        SortedSet<String> drawn = drawn(extent.shape());
        return switch (place.touch()) {
            case NONE -> new Reach(Touch.NONE, NOBODY, true);
            case UNKNOWN -> drawn.isEmpty() ? undecided(extent.shape()) : inCounty(drawn);
            case SEA -> new Reach(Touch.SEA, drawn.isEmpty() ? place.municipalities() : drawn, !drawn.isEmpty());
            case COUNTY ->
                drawn.isEmpty() ? new Reach(Touch.COUNTY, names.all(), extent.shape() == null) : inCounty(drawn);
            case PART -> drawn.isEmpty() ? part(place.municipalities()) : inCounty(drawn);
        };
    }

    private Reach inCounty(SortedSet<String> drawn) {
        return new Reach(drawn.size() == municipalities.size() ? Touch.COUNTY : Touch.PART, drawn, true);
    }

    private Reach part(SortedSet<String> named) {
        return named.isEmpty() ? new Reach(Touch.PART, names.all(), false) : new Reach(Touch.PART, named, true);
    }

    /**
     * For an extent with no known name and no municipality drawn: elsewhere only if all of its polygons lie far off.
     */
    private static Reach undecided(@Nullable Shape shape) {
        boolean elsewhere = shape != null
                && !shape.polygons().isEmpty()
                && shape.polygons().stream().noneMatch(County::nearby);
        return new Reach(elsewhere ? Touch.NONE : Touch.UNKNOWN, NOBODY, elsewhere);
    }

    private static boolean nearby(Polygon polygon) {
        return Box.around(List.of(polygon)).meets(AROUND);
    }

    private SortedSet<String> drawn(@Nullable Shape shape) {
        SortedSet<String> codes = new TreeSet<>();
        if (shape == null) return codes;
        for (Polygon polygon : shape.polygons()) {
            if (!nearby(polygon)) continue;
            for (Municipality municipality : municipalities) {
                if (!codes.contains(municipality.code()) && municipality.meets(polygon)) codes.add(municipality.code());
            }
        }
        return codes;
    }

    private static Municipality municipality(String code, JsonNode feature) {
        List<Polygon> land = Objects.requireNonNull(Shapes.of(feature)).polygons();
        JsonNode label = feature.path("properties").path("label_point");
        Point middle = new Point(label.path(0).asDouble(), label.path(1).asDouble());
        Box box = Box.around(land);
        List<Point> samples = new ArrayList<>(List.of(middle));
        for (int i = 1; i < GRID; i++) {
            for (int j = 1; j < GRID; j++) {
                Point point = box.at((double) i / GRID, (double) j / GRID);
                if (land.stream().anyMatch(polygon -> Shapes.inside(polygon, point))) samples.add(point);
            }
        }
        return new Municipality(code, land, box, List.copyOf(samples));
    }
}
