package se.samlad.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outlines that come with Samlad, in {@code /geo} by the county's code. {@code docs/DATA.md} has their sources. */
public final class Shipped {

    private static final Map<String, Map<String, JsonNode>> BY_COUNTY = new ConcurrentHashMap<>();

    private Shipped() {}

    /** Whether there is an outline of the municipality. @param code Statistics Sweden's */
    public static boolean isDrawn(String code) {
        return code.length() == 4 && municipalities(code.substring(0, 2)).containsKey(code);
    }

    /** The municipalities of the county, as GeoJSON's geometries by code; none where there is no map of it. */
    static Map<String, JsonNode> municipalities(String county) {
        return BY_COUNTY.computeIfAbsent(county, Shipped::load);
    }

    private static Map<String, JsonNode> load(String county) {
        Map<String, JsonNode> all = new HashMap<>();
        read(county, "municipalities.geojson").ifPresent(file -> {
            for (JsonNode feature : file.path("features"))
                all.put(feature.path("properties").path("code").asString(), feature.path("geometry"));
        });
        return Map.copyOf(all);
    }

    /** A file of the county's folder; empty where there is none. */
    static Optional<JsonNode> read(String county, String name) {
        if (!county.matches("\\d\\d")) return Optional.empty();
        try (InputStream in = Shipped.class.getResourceAsStream("/geo/" + county + "/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
