package se.samlad.place;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The map of a county: shapes in a plane with a unit of its own. {@code docs/DATA.md} has the sources and the format.
 *
 * @param viewBox x, y, width and height of the plane
 * @param layers drawn in this order, under the municipalities
 * @param lens a part that is crowded, enlarged; null: none is
 * @param attribution the text that must be shown with every map
 */
public record CountyMap(
        List<Integer> viewBox,
        List<Layer> layers,
        List<Area> municipalities,
        @Nullable Lens lens,
        String attribution) {

    /** The average width of a letter, relative to its height. */
    private static final double LETTER = 0.52;

    /** @param kind {@code outside}, {@code sea} or {@code lake}; @param d an SVG path */
    public record Layer(@JsonProperty("class") String kind, String d) {}

    /** The centre of a name. */
    public record Label(double x, double y) {}

    /** The centre and size of a status sign. */
    public record Sign(double x, double y, double size) {

        /** The left edge of the sign's square. */
        public String left() {
            return number(x - size / 2);
        }

        /** The upper edge of the sign's square. */
        public String top() {
            return number(y - size / 2);
        }

        public String side() {
            return number(size);
        }
    }

    /** A place in the lens. */
    public record Enlarged(Sign sign, Label label) {}

    /**
     * A municipality.
     *
     * @param code Statistics Sweden's
     * @param actor the actor's code
     * @param d an SVG path
     * @param label null: no room for its name
     * @param lens null: not named in the lens
     */
    public record Area(
            String code,
            String actor,
            String name,
            String d,
            Sign sign,
            @Nullable Label label,
            @Nullable Enlarged lens) {

        private Area of(Plot plot) {
            return new Area(code, plot.actor(), plot.name(), d, sign, label, lens);
        }
    }

    /** @param scale the enlargement; @param fromX the corner of the part of the plane that it shows */
    public record Lens(int x, int y, int width, int height, double scale, double fromX, double fromY) {

        /** The SVG transform that draws the municipalities in the lens. */
        public String transform() {
            return "translate(" + x + " " + y + ") scale(" + number(scale) + ") translate(" + number(-fromX) + " "
                    + number(-fromY) + ")";
        }

        public String shownWidth() {
            return number(width / scale);
        }

        public String shownHeight() {
            return number(height / scale);
        }
    }

    public CountyMap {
        viewBox = List.copyOf(viewBox);
        layers = List.copyOf(layers);
        municipalities = List.copyOf(municipalities);
    }

    /**
     * The map of the areas: the one that comes with Samlad where it has just these, else one drawn from their outlines.
     *
     * @param county Statistics Sweden's code of the county
     */
    public static CountyMap of(String county, List<Plot> plots) {
        return Shipped.read(county, "county-map.json")
                .map(CountyMap::read)
                .filter(map -> map.shows(plots))
                .map(map -> map.of(plots))
                .orElseGet(() -> Drawing.of(plots));
    }

    private static CountyMap read(JsonNode file) {
        return JsonMapper.builder()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .treeToValue(file, CountyMap.class);
    }

    private boolean shows(List<Plot> plots) {
        return plots.stream().allMatch(Plot::isShipped)
                && codes(municipalities.stream().map(Area::code))
                        .equals(codes(plots.stream().map(Plot::code)));
    }

    private static Set<String> codes(Stream<String> codes) {
        return codes.collect(Collectors.toSet());
    }

    /** The same with the region's own actors and names. */
    private CountyMap of(List<Plot> plots) {
        var byCode = plots.stream().collect(Collectors.toMap(Plot::code, plot -> plot));
        var areas = municipalities.stream()
                .map(area -> area.of(Objects.requireNonNull(byCode.get(area.code()))))
                .toList();
        return new CountyMap(viewBox, layers, areas, lens, attribution);
    }

    /**
     * The areas whose names fit on the map: no name lies over another, nor over the sign of another area that must be
     * seen.
     *
     * @param size of the letters, in the plane's unit
     * @param rank smaller is named first; of equal rank, the largest
     * @param free the areas whose signs no other's name may cover
     */
    Set<Area> named(int size, ToIntFunction<Area> rank, Predicate<Area> free) {
        return apart(Area::label, Area::sign, size, rank, free);
    }

    /** The areas whose names fit in the lens. */
    Set<Area> namedInLens(int size, ToIntFunction<Area> rank, Predicate<Area> free) {
        return apart(
                area -> area.lens() == null ? null : area.lens().label(),
                area -> area.lens() == null ? null : area.lens().sign(),
                size,
                rank,
                free);
    }

    private Set<Area> apart(
            Function<Area, @Nullable Label> where,
            Function<Area, @Nullable Sign> sign,
            int size,
            ToIntFunction<Area> rank,
            Predicate<Area> free) {
        var named = new LinkedHashSet<Area>();
        for (Area area : municipalities.stream()
                .sorted(Comparator.comparingInt(rank)
                        .thenComparing(a -> -a.sign().size()))
                .toList()) {
            var at = where.apply(area);
            if (at != null
                    && named.stream().noneMatch(other -> covers(area, at, other, where.apply(other), size))
                    && municipalities.stream()
                            .filter(other -> other != area && free.test(other))
                            .noneMatch(other -> hides(area, at, sign.apply(other), size))) named.add(area);
        }
        return named;
    }

    static boolean hides(Area area, Label at, @Nullable Sign sign, int size) {
        if (sign == null) return false;
        double reach = (size * LETTER * area.name().length() + sign.size()) / 2;
        double middle = at.y() - size / 3.0; // a label stands on its line
        return Math.abs(middle - sign.y()) < (size + sign.size()) / 2 && Math.abs(at.x() - sign.x()) < reach;
    }

    private static boolean covers(Area area, Label at, Area other, @Nullable Label there, int size) {
        if (there == null) return false;
        double reach = size * LETTER * (area.name().length() + other.name().length()) / 2;
        return Math.abs(at.y() - there.y()) < size && Math.abs(at.x() - there.x()) < reach;
    }

    public String viewBoxText() {
        return String.join(" ", viewBox.stream().map(String::valueOf).toList());
    }

    /** Finds the municipality by Statistics Sweden's code or by its actor's code. */
    public Optional<Area> find(String code) {
        return municipalities.stream()
                .filter(a -> a.code().equals(code) || a.actor().equals(code))
                .findFirst();
    }

    /** One decimal at most, with a point in every language. */
    static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
