package se.samlad.direction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samlad.direction.DirectionFact.Prepared;
import se.samlad.direction.DirectionFact.Text;

/** The prepared directions that come with Samlad: files below {@code region/prepared}. They are our own drafts. */
final class ShippedDirections {

    private ShippedDirections() {}

    static Prepared ours(String code) {
        return read(yaml("/region/prepared/" + code + ".yaml"));
    }

    static Map<String, Object> yaml(String path) {
        try (var in = ShippedDirections.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException(path + " is not on the class path");
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Prepared read(Map<String, Object> yaml) {
        return new Prepared(
                required(yaml, "code"),
                Integer.parseInt(required(yaml, "version")),
                text(yaml.get("title")),
                text(yaml.get("when")),
                texts(yaml.get("facts")),
                texts(yaml.get("assumptions")),
                text(yaml.get("aim")),
                texts(yaml.get("priorities")),
                texts(yaml.get("limits")),
                list(yaml.get("measures")).stream()
                        .map(ShippedDirections::measure)
                        .toList(),
                list(yaml.get("messages")).stream()
                        .map(m -> new DirectionFact.PreparedMessage(
                                text(map(m).get("audience")), text(map(m).get("text"))))
                        .toList());
    }

    private static DirectionFact.PreparedMeasure measure(Object yaml) {
        var m = map(yaml);
        var phase = m.get("phase");
        return new DirectionFact.PreparedMeasure(
                phase == null ? null : phase.toString(),
                codes(m.get("actors")),
                codes(m.get("groups")),
                text(m.get("what")));
    }

    private static String required(Map<?, ?> in, String key) {
        var value = in.get(key);
        if (value == null) throw new IllegalStateException(key + " is missing in a prepared direction");
        return value.toString();
    }

    private static List<Text> texts(@Nullable Object yaml) {
        return list(yaml).stream().map(ShippedDirections::text).toList();
    }

    private static Text text(@Nullable Object yaml) {
        var both = map(yaml);
        return new Text(required(both, "sv"), required(both, "en"));
    }

    private static List<String> codes(@Nullable Object yaml) {
        return list(yaml).stream().map(String::valueOf).toList();
    }

    private static List<?> list(@Nullable Object yaml) {
        return yaml instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    private static Map<?, ?> map(@Nullable Object yaml) {
        if (yaml instanceof Map<?, ?> map) return map;
        throw new IllegalStateException("a prepared direction has a text without its languages");
    }
}
