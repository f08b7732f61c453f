package se.samlad.region;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.samlad.actor.Area.Point;
import se.samlad.actor.Area.Polygon;

/** Reads an area's outline: a Polygon or MultiPolygon of GeoJSON (RFC 7946) in WGS 84, longitude first. */
final class Outlines {

    /** In one file. */
    private static final int MOST_POINTS = 20_000;

    /** Sweden with its waters, in degrees: what lies outside has longitude and latitude swapped, or another reference. */
    private static final double WEST = 8;

    private static final double EAST = 28;
    private static final double SOUTH = 53;
    private static final double NORTH = 71;

    private static final GeometryFactory WGS84 = new GeometryFactory();

    private final Mistakes mistakes;
    private int points;

    Outlines(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** A coordinate is no point; it has been noted. */
    private static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable() {
            super("unusable", null, false, false);
        }
    }

    /** The polygons; none, with a mistake, where the outline can't be used. */
    List<Polygon> read(Part outline) {
        var type = outline.text("type", Part.NAME);
        var coordinates = outline.node("coordinates");
        if (type.isEmpty()) return List.of();
        boolean many = type.equals("MultiPolygon");
        if (!many && !type.equals("Polygon")) {
            outline.wrong("type", "geometry", type);
            return List.of();
        }
        if (coordinates == null) {
            outline.wrong("coordinates", "missing", "coordinates");
            return List.of();
        }
        try {
            var polygons = many ? children(coordinates, outline) : List.of(coordinates);
            return polygons.stream().map(each -> polygon(each, outline)).toList();
        } catch (Unusable e) {
            return List.of();
        }
    }

    private Polygon polygon(Node node, Part outline) {
        var rings = new ArrayList<List<Point>>();
        for (var ring : children(node, outline)) rings.add(ring(ring, outline));
        if (rings.isEmpty()) throw wrong(node, outline, "ring");
        var whole = WGS84.createPolygon(
                line(rings.getFirst()),
                rings.stream().skip(1).map(Outlines::line).toArray(LinearRing[]::new));
        var error = new IsValidOp(whole).getValidationError();
        if (error != null) throw wrong(node, outline, "invalid", error.getCoordinate().x, error.getCoordinate().y);
        return new Polygon(rings);
    }

    private static LinearRing line(List<Point> ring) {
        return WGS84.createLinearRing(
                ring.stream().map(p -> new Coordinate(p.lon(), p.lat())).toArray(Coordinate[]::new));
    }

    private List<Point> ring(Node node, Part outline) {
        var ring = new ArrayList<Point>();
        for (var each : children(node, outline)) {
            if (++points > MOST_POINTS) throw wrong(node, outline, "points", MOST_POINTS);
            ring.add(point(each, outline));
        }
        if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) throw wrong(node, outline, "ring");
        return ring;
    }

    private Point point(Node node, Part outline) {
        var at = children(node, outline);
        if (at.size() != 2) throw wrong(node, outline, "point");
        var lon = number(at.getFirst());
        var lat = number(at.getLast());
        if (lon == null || lat == null) throw wrong(node, outline, "point");
        if (lon < WEST || lon > EAST || lat < SOUTH || lat > NORTH) throw wrong(node, outline, "elsewhere", lon, lat);
        return new Point(lon, lat);
    }

    private static @Nullable Double number(Node node) {
        if (!(node instanceof ScalarNode scalar) || !scalar.getValue().matches("-?\\d{1,3}(\\.\\d{1,15})?"))
            return null;
        return Double.valueOf(scalar.getValue());
    }

    private List<Node> children(Node node, Part outline) {
        if (node instanceof SequenceNode list) return list.getValue();
        throw wrong(node, outline, "point");
    }

    private Unusable wrong(Node node, Part outline, String what, Object... details) {
        mistakes.onLine(Part.line(node), outline.below("coordinates"), what, details);
        return new Unusable();
    }
}
