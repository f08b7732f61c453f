package se.samlad.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.warning.Warning.Point;
import se.samlad.warning.Warning.Polygon;
import se.samlad.warning.Warning.Shape;
import tools.jackson.databind.JsonNode;

/**
 * Reads shapes from GeoJSON (RFC 7946) as feeds really send it: a Feature, a collection or a bare geometry, whose
 * coordinates may have one nesting level too few or too many. An open line is kept as a ring that runs there and back, so
 * that it has no inside: it shows where a river runs. A closed line is a ring.
 *
 * <p>A shape only refines a warning that is already placed by its named areas, so a bad shape never costs the warning:
 * it becomes a shape without polygons. So does a shape of more than 20,000 points.
 */
final class Shapes {

    static final int MOST_POINTS = 20_000;

    private static final Shape UNUSABLE = new Shape(List.of());

    /** A coordinate is not a valid number, or there are too many points. */
    private static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<Polygon> polygons = new ArrayList<>();
    private int points;
    private boolean isLine;

    private Shapes() {}

    /** The shape, or null where the node is null. */
    static @Nullable Shape of(JsonNode node) {
        if (node.isNull()) return null;
        Shapes shapes = new Shapes();
        try {
            shapes.add(node);
        } catch (Unusable e) {
            return UNUSABLE;
        }
        return new Shape(List.copyOf(shapes.polygons));
    }

    private void add(JsonNode node) {
        for (String part : List.of("features", "geometries", "geometry")) {
            JsonNode inner = node.get(part);
            if (inner == null) continue;
            if (inner.isArray()) inner.forEach(this::add);
            else add(inner);
        }
        JsonNode coordinates = node.get("coordinates");
        if (coordinates != null) {
            String type = node.path("type").asString("");
            isLine = type.endsWith("LineString");
            polygons(coordinates, type.startsWith("Multi") || isLine);
        }
    }

    /**
     * An array of rings is a polygon; an array of polygons is descended into. In a Multi- geometry each lone ring is a
     * polygon of its own.
     */
    private void polygons(JsonNode node, boolean many) {
        if (!node.isArray() || node.isEmpty()) return;
        if (isRing(node)) {
            polygon(List.of(node));
        } else if (!many && isRing(node.get(0))) {
            polygon(children(node));
        } else {
            node.forEach(child -> polygons(child, many && !isRing(child.path(0))));
        }
    }

    private void polygon(List<JsonNode> rings) {
        List<List<Point>> read =
                rings.stream().map(this::ring).filter(ring -> ring.size() >= 3).toList();
        if (!read.isEmpty()) polygons.add(new Polygon(read));
    }

    private List<Point> ring(JsonNode ring) {
        points += ring.size();
        if (points > MOST_POINTS) throw new Unusable();
        List<Point> there = children(ring).stream().map(Shapes::point).toList();
        boolean open = !there.getFirst().equals(there.getLast());
        return isLine && open
                ? Stream.concat(there.stream(), there.reversed().stream()).toList()
                : there;
    }

    private static Point point(JsonNode node) {
        JsonNode lon = node.path(0);
        JsonNode lat = node.path(1);
        if (!lon.isNumber() || !lat.isNumber()) throw new Unusable();
        Point point = new Point(lon.asDouble(), lat.asDouble());
        boolean onEarth = Math.abs(point.lon()) <= 180 && Math.abs(point.lat()) <= 90;
        if (!onEarth) throw new Unusable();
        return point;
    }

    private static boolean isRing(JsonNode node) {
        return node.path(0).path(0).isNumber();
    }

    private static List<JsonNode> children(JsonNode node) {
        return IntStream.range(0, node.size()).mapToObj(node::get).toList();
    }
}
