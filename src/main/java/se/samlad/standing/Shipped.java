package se.samlad.standing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samlad.standing.Description.Falls;
import se.samlad.standing.Description.Hanging;
import se.samlad.web.Due;

/** How a region's forums are until somebody edits them, where that comes with Samlad: {@code standing/<region>.yaml}. */
final class Shipped {

    private Shipped() {}

    /** By the forum's code. @return none for another region */
    static Map<String, Description> of(String region) {
        try (var in = Shipped.class.getResourceAsStream("/standing/" + region + ".yaml")) {
            if (in == null) return Map.of();
            Map<String, Map<String, Object>> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            var all = new HashMap<String, Description>();
            yaml.forEach((code, each) -> all.put(code, description(each)));
            return Map.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Description description(Map<String, Object> of) {
        var members = texts(of.get("members"));
        return new Description(
                Due.Forum.valueOf(text(of, "kind")),
                text(of, "sv"),
                text(of, "en"),
                text(of, "task"),
                optional(of, "taskEn"),
                optional(of, "chair"),
                optional(of, "standIn"),
                members.isEmpty(),
                members,
                optional(of, "subject"),
                null,
                null,
                rhythm(map(of.get("rhythm"))),
                optional(of, "room"),
                optional(of, "online"),
                Description.HOLDS,
                maps(of.get("hanging")).stream().map(Shipped::hanging).toList());
    }

    private static @Nullable Rhythm rhythm(Map<String, Object> of) {
        if (of.isEmpty()) return null;
        var months = texts(of.get("months")).stream().map(Integer::valueOf).toList();
        return new Rhythm(months, number(of, "week"), number(of, "day"), text(of, "at"), number(of, "minutes"));
    }

    private static Hanging hanging(Map<String, Object> of) {
        return new Hanging(Falls.valueOf(text(of, "what")), number(of, "month"), text(of, "sv"), optional(of, "en"));
    }

    private static String text(Map<String, Object> in, String name) {
        var text = optional(in, name);
        if (text == null) throw new IllegalStateException(name + " is missing");
        return text;
    }

    private static @Nullable String optional(Map<String, Object> in, String name) {
        var value = in.get(name);
        return value == null ? null : value.toString();
    }

    private static int number(Map<String, Object> in, String name) {
        return Integer.parseInt(text(in, name));
    }

    private static List<String> texts(@Nullable Object yaml) {
        return yaml instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object yaml) {
        return yaml == null ? Map.of() : (Map<String, Object>) yaml;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object yaml) {
        return yaml == null ? List.of() : (List<Map<String, Object>>) yaml;
    }
}
