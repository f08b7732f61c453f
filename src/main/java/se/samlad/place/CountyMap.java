package se.samlad.place;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The map of the county: shapes in a plane whose unit is nothing but the drawing's own ({@code docs/DATA.md} has the
 * sources and the format).
 *
 * @param viewBox x, y, width and height of the plane
 * @param layers painted in order under the municipalities
 * @param lens the inner city once more, enlarged
 * @param attribution what has to stand beside every map
 */
public record CountyMap(
        List<Integer> viewBox, List<Layer> layers, List<Area> municipalities, Lens lens, String attribution) {

    private static final String FILE = "/geo/county-map.json";

    /** @param kind {@code outside}, {@code sea} or {@code lake}; @param d an SVG path */
    public record Layer(@JsonProperty("class") String kind, String d) {}

    /** Where a name stands, by its middle. */
    public record Label(double x, double y) {}

    /** Where a status stands, by its middle. */
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
     * @param label null: there is no room for its name
     * @param lens null: it is not named in the lens
     */
    public record Area(
            String code,
            String actor,
            String name,
            String d,
            Sign sign,
            @Nullable Label label,
            @Nullable Enlarged lens) {}

    /** @param scale how much larger; @param fromX the corner of the plane that it shows from */
    public record Lens(int x, int y, int width, int height, double scale, double fromX, double fromY) {

        /** How the municipalities are drawn again within the lens. */
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

    /** The map that comes with the program. */
    static CountyMap load() {
        try (InputStream file = CountyMap.class.getResourceAsStream(FILE)) {
            if (file == null) throw new IllegalStateException(FILE + " is not there");
            return JsonMapper.builder()
                    .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file, CountyMap.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new IllegalStateException(FILE + " is no map", e);
        }
    }

    public String viewBoxText() {
        return String.join(" ", viewBox.stream().map(String::valueOf).toList());
    }

    /** The municipality by Statistics Sweden's code or by its actor's. */
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
