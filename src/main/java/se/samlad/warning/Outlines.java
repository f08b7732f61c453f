package se.samlad.warning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import se.samlad.warning.County.Ground;
import se.samlad.warning.Warning.Point;
import se.samlad.warning.Warning.Polygon;
import se.samlad.warning.Warning.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The municipalities of the county as geometry: their land, and the water that is nearest to it. Coordinates are WGS 84
 * degrees, longitude first.
 *
 * <p>The land is Statistics Sweden's generalised outline and no file has the municipalities' borders at sea. So each has
 * a core, which it has for certain, and a reach, beyond which it has nothing for certain.
 */
final class Outlines {

    /** How far from the truth the generalised outlines may be: about half a kilometre. */
    private static final double BLUR = 0.005;

    /** How far out from its land a municipality may have water: the archipelago and twelve nautical miles. */
    private static final double WATERS = 0.5;

    /** The distance between the points along a coast by which water is given to the nearest land. */
    private static final double STEP = 0.02;

    private static final GeometryFactory WGS84 = new GeometryFactory();

    /** @param core the land but its edge; @param reach land and water, and beyond their edge */
    private record Municipality(String code, PreparedGeometry core, PreparedGeometry land, PreparedGeometry reach) {}

    /**
     * The municipalities that a shape touches, by code.
     *
     * @param ashore whether it touches any land as it is drawn
     * @param perhaps with all of those that it surely touches
     */
    record Touched(boolean ashore, SortedSet<String> surely, SortedSet<String> perhaps) {
        static final Touched NONE = new Touched(false, new TreeSet<>(), new TreeSet<>());

        boolean isCertain() {
            return surely.equals(perhaps);
        }
    }

    private final List<Municipality> municipalities;
    private final Envelope withWaters = new Envelope();

    /** The outlines of the county's land and sea that come with Samlad, and those that are its own. */
    Outlines(Ground ground) {
        SortedMap<String, Geometry> land = new TreeMap<>();
        read(ground.code(), "municipalities.geojson").ifPresent(file -> {
            for (JsonNode feature : file.path("features")) {
                String code = feature.path("properties").path("code").asString();
                if (ground.municipalities().containsKey(code))
                    land.put(code, geometry(Objects.requireNonNull(Shapes.of(feature))));
            }
        });
        ground.outlines().forEach((code, own) -> land.put(code, geometry(own)));
        municipalities = land.isEmpty() ? List.of() : bordered(land, sea(ground, land));
        for (var each : municipalities)
            withWaters.expandToInclude(each.reach().getGeometry().getEnvelopeInternal());
    }

    /** The sea with the islands in it, which are too small to be among the land; where we hold none, all that is near land. */
    private static Geometry sea(Ground ground, SortedMap<String, Geometry> land) {
        return read(ground.code(), "sea.geojson")
                .map(file -> union(Objects.requireNonNull(Shapes.of(file)).polygons().stream()
                        .map(polygon ->
                                geometry(new Polygon(List.of(polygon.rings().getFirst()))))
                        .toList()))
                .orElseGet(() -> union(List.copyOf(land.values())).buffer(WATERS));
    }

    private static List<Municipality> bordered(SortedMap<String, Geometry> land, Geometry sea) {
        Geometry allLand = union(new ArrayList<>(land.values()));
        Geometry lakes = allLand.convexHull();
        Geometry water = OverlayNGRobust.overlay(union(List.of(sea, lakes)), allLand, OverlayNG.DIFFERENCE);
        SortedMap<String, Geometry> nearest = nearest(land);
        List<Municipality> all = new ArrayList<>();
        land.forEach((code, own) -> {
            Geometry waters = common(common(Objects.requireNonNull(nearest.get(code)), own.buffer(WATERS)), water);
            Geometry reach = union(List.of(own, waters)).buffer(BLUR);
            all.add(new Municipality(
                    code,
                    PreparedGeometryFactory.prepare(own.buffer(-BLUR)),
                    PreparedGeometryFactory.prepare(own),
                    PreparedGeometryFactory.prepare(reach)));
        });
        return List.copyOf(all);
    }

    /** What is nearer to each one's land than to the others'. */
    private static SortedMap<String, Geometry> nearest(SortedMap<String, Geometry> land) {
        SortedMap<Coordinate, Set<String>> owners = new TreeMap<>();
        land.forEach((code, own) -> {
            for (Coordinate at : Densifier.densify(own, STEP).getCoordinates())
                owners.computeIfAbsent(at, each -> new TreeSet<>()).add(code);
        });
        VoronoiDiagramBuilder diagram = new VoronoiDiagramBuilder();
        diagram.setSites(owners.keySet());
        Envelope around = new Envelope();
        land.values().forEach(own -> around.expandToInclude(own.getEnvelopeInternal()));
        around.expandBy(2 + WATERS);
        diagram.setClipEnvelope(around);
        SortedMap<String, List<Geometry>> cells = new TreeMap<>();
        Geometry all = diagram.getDiagram(WGS84);
        for (int i = 0; i < all.getNumGeometries(); i++) {
            Geometry cell = all.getGeometryN(i);
            for (String owner : owners.getOrDefault((Coordinate) cell.getUserData(), Set.of()))
                cells.computeIfAbsent(owner, code -> new ArrayList<>()).add(cell);
        }
        SortedMap<String, Geometry> nearest = new TreeMap<>();
        cells.forEach((code, own) -> nearest.put(code, union(own)));
        return nearest;
    }

    /** The municipalities that the drawn shape touches, by its real edges. */
    Touched touched(@Nullable Shape shape) {
        if (shape == null) return Touched.NONE;
        Geometry drawn = geometry(shape);
        SortedSet<String> surely = new TreeSet<>();
        SortedSet<String> perhaps = new TreeSet<>();
        boolean ashore = false;
        for (Municipality each : municipalities) {
            if (!each.reach().intersects(drawn)) continue;
            perhaps.add(each.code());
            ashore |= each.land().intersects(drawn);
            if (each.core().intersects(drawn)) surely.add(each.code());
        }
        return new Touched(ashore, surely, perhaps);
    }

    /** Whether any part of the shape may lie in the county or its waters; true where nothing is known of them. */
    boolean isNear(Shape shape) {
        return withWaters.isNull()
                || shape.polygons().stream()
                        .anyMatch(polygon ->
                                withWaters.intersects(geometry(polygon).getEnvelopeInternal()));
    }

    private static Geometry geometry(Shape shape) {
        return union(shape.polygons().stream().map(Outlines::geometry).toList());
    }

    /**
     * The area between the rings: within an odd number of them, so that neither holes nor islands in holes nor a polygon
     * whose nesting lacks a level lose anything. A ring that only runs to and fro is a line.
     */
    private static Geometry geometry(Polygon polygon) {
        List<LinearRing> rings = polygon.rings().stream().map(Outlines::ring).toList();
        Geometry whole =
                WGS84.createPolygon(rings.getFirst(), rings.stream().skip(1).toArray(LinearRing[]::new));
        return whole.isValid() ? whole : evenOdd(rings);
    }

    /** Halves the list, so that many rings cost no more than their corners do. */
    private static Geometry evenOdd(List<LinearRing> rings) {
        if (rings.size() == 1) {
            GeometryFixer fixer = new GeometryFixer(WGS84.createPolygon(rings.getFirst()));
            fixer.setKeepCollapsed(true);
            return fixer.getResult();
        }
        int half = rings.size() / 2;
        Geometry one = evenOdd(rings.subList(0, half));
        Geometry other = evenOdd(rings.subList(half, rings.size()));
        return OverlayNGRobust.overlay(one, other, OverlayNG.SYMDIFFERENCE);
    }

    private static LinearRing ring(List<Point> points) {
        List<Coordinate> corners = new ArrayList<>();
        points.forEach(point -> corners.add(new Coordinate(point.lon(), point.lat())));
        if (!corners.getFirst().equals2D(corners.getLast()))
            corners.add(corners.getFirst().copy());
        while (corners.size() < LinearRing.MINIMUM_VALID_SIZE)
            corners.add(corners.getLast().copy());
        return WGS84.createLinearRing(corners.toArray(Coordinate[]::new));
    }

    private static Geometry union(List<Geometry> parts) {
        return parts.isEmpty() ? WGS84.createEmpty(-1) : OverlayNGRobust.union(parts, WGS84);
    }

    private static Geometry common(Geometry one, Geometry other) {
        return OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION);
    }

    /** A file of the county's folder; empty where there is none. */
    static Optional<JsonNode> read(String county, String name) {
        try (InputStream in = Outlines.class.getResourceAsStream("/geo/" + county + "/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
