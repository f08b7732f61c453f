package se.samlad.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import se.samlad.place.CountyMap.Area;
import se.samlad.place.CountyMap.Label;
import se.samlad.place.CountyMap.Layer;
import se.samlad.place.CountyMap.Sign;
import tools.jackson.databind.JsonNode;

/** Draws a map from outlines, where none was drawn beforehand: the areas on water, as large as they fit. Pure. */
final class Drawing {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 758;
    private static final int EDGE = 24;

    /** A corner nearer than this to the line between its neighbours is not seen. */
    private static final double FINEST = 0.6;

    private static final int SIGN = 12;
    private static final int SMALL_SIGN = 8;
    private static final int BELOW = 20;

    private static final GeometryFactory PLANE = new GeometryFactory();

    private Drawing() {}

    static CountyMap of(List<Plot> plots) {
        List<Geometry> outlines = plots.stream().map(Drawing::outline).toList();
        var extent = new Envelope();
        outlines.forEach(each -> extent.expandToInclude(each.getEnvelopeInternal()));
        var areas = new ArrayList<Area>();
        var size = List.of(0, 0, WIDTH, HEIGHT);
        if (!extent.isNull()) {
            var projection = new Projection(extent);
            size = List.of(0, 0, WIDTH, projection.height());
            for (int i = 0; i < plots.size(); i++)
                if (!outlines.get(i).isEmpty()) areas.add(area(plots.get(i), projection.drawn(outlines.get(i))));
        }
        var water = new Layer("sea", "M0 0h" + WIDTH + "v" + size.getLast() + "h-" + WIDTH + "z");
        return new CountyMap(size, List.of(water), areas, null, "");
    }

    /** The outline in degrees; empty where there is none. */
    static Geometry outline(Plot plot) {
        if (!plot.isShipped()) return polygons(plot.polygons());
        return Optional.ofNullable(
                        Shipped.municipalities(plot.code().substring(0, 2)).get(plot.code()))
                .map(Drawing::polygons)
                .orElseGet(PLANE::createMultiPolygon);
    }

    private static Geometry polygons(JsonNode geometry) {
        var all = new ArrayList<List<List<double[]>>>();
        var coordinates = geometry.path("coordinates");
        if (geometry.path("type").asString("").equals("Polygon")) all.add(rings(coordinates));
        else coordinates.forEach(polygon -> all.add(rings(polygon)));
        return polygons(all);
    }

    private static List<List<double[]>> rings(JsonNode polygon) {
        var rings = new ArrayList<List<double[]>>();
        for (var ring : polygon) {
            var corners = new ArrayList<double[]>();
            for (var at : ring)
                corners.add(new double[] {at.path(0).asDouble(), at.path(1).asDouble()});
            rings.add(corners);
        }
        return rings;
    }

    private static Geometry polygons(List<List<List<double[]>>> polygons) {
        return PLANE.createMultiPolygon(polygons.stream()
                .map(rings -> PLANE.createPolygon(
                        ring(rings.getFirst()),
                        rings.stream().skip(1).map(Drawing::ring).toArray(LinearRing[]::new)))
                .toArray(Polygon[]::new));
    }

    private static LinearRing ring(List<double[]> corners) {
        return PLANE.createLinearRing(
                corners.stream().map(at -> new Coordinate(at[0], at[1])).toArray(Coordinate[]::new));
    }

    /** Degrees to the plane: as wide as long where the map's middle is, north upwards. */
    private record Projection(double west, double north, double narrow, double scale, int height) {

        Projection(Envelope extent) {
            this(extent, Math.cos(Math.toRadians(extent.centre().y)));
        }

        private Projection(Envelope extent, double narrow) {
            this(
                    extent,
                    narrow,
                    Math.min(
                            (WIDTH - 2 * EDGE) / Math.max(extent.getWidth() * narrow, 1e-6),
                            (HEIGHT - 2 * EDGE) / Math.max(extent.getHeight(), 1e-6)));
        }

        private Projection(Envelope extent, double narrow, double scale) {
            this(
                    extent.getMinX() - (WIDTH / scale / narrow - extent.getWidth()) / 2,
                    extent.getMaxY() + EDGE / scale,
                    narrow,
                    scale,
                    (int) Math.ceil(extent.getHeight() * scale) + 2 * EDGE);
        }

        Geometry drawn(Geometry outline) {
            UnaryOperator<Coordinate> to = at -> new Coordinate((at.x - west) * narrow * scale, (north - at.y) * scale);
            var moved = new GeometryTransformer() {
                @Override
                protected org.locationtech.jts.geom.CoordinateSequence transformCoordinates(
                        org.locationtech.jts.geom.CoordinateSequence coordinates, Geometry parent) {
                    var points = coordinates.toCoordinateArray();
                    for (int i = 0; i < points.length; i++) points[i] = to.apply(points[i]);
                    return PLANE.getCoordinateSequenceFactory().create(points);
                }
            }.transform(outline);
            return TopologyPreservingSimplifier.simplify(moved, FINEST);
        }
    }

    private static Area area(Plot plot, Geometry drawn) {
        var middle = MaximumInscribedCircle.getCenter(largest(drawn), 1).getCoordinate();
        boolean wide = largest(drawn).getEnvelopeInternal().getWidth() > 2 * BELOW;
        var sign = new Sign(middle.x, middle.y, wide ? SIGN : SMALL_SIGN);
        return new Area(
                plot.code(), plot.actor(), plot.name(), path(drawn), sign, new Label(middle.x, middle.y + BELOW), null);
    }

    private static Geometry largest(Geometry drawn) {
        var largest = drawn.getGeometryN(0);
        for (int i = 1; i < drawn.getNumGeometries(); i++)
            if (drawn.getGeometryN(i).getArea() > largest.getArea()) largest = drawn.getGeometryN(i);
        return largest;
    }

    private static String path(Geometry drawn) {
        var path = new StringBuilder();
        for (int i = 0; i < drawn.getNumGeometries(); i++) {
            var polygon = (Polygon) drawn.getGeometryN(i);
            ring(polygon.getExteriorRing(), path);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) ring(polygon.getInteriorRingN(hole), path);
        }
        return path.toString();
    }

    private static void ring(LinearRing ring, StringBuilder path) {
        var points = ring.getCoordinates();
        for (int i = 0; i < points.length - 1; i++)
            path.append(i == 0 ? 'M' : 'L')
                    .append(CountyMap.number(points[i].x))
                    .append(' ')
                    .append(CountyMap.number(points[i].y));
        path.append('z');
    }
}
