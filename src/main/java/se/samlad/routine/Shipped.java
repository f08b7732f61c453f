package se.samlad.routine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samlad.routine.RoutineFact.Kind;
import se.samlad.routine.RoutineFact.Text;
import se.samlad.routine.RoutineFact.Written;

/** Our own proposals that a region begins with, where they come with Samlad: {@code routine/<region>.yaml}. */
final class Shipped {

    private Shipped() {}

    /** @param reviewBy for all of them @return none for another region */
    static List<Written> of(String region, LocalDate reviewBy) {
        try (var in = Shipped.class.getResourceAsStream("/routine/" + region + ".yaml")) {
            if (in == null) return List.of();
            List<Map<String, String>> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return yaml.stream().map(each -> read(each, reviewBy)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Written read(Map<String, String> of, LocalDate reviewBy) {
        return new Written(
                Kind.valueOf(must(of, "kind")),
                text(of, "title"),
                text(of, "text"),
                must(of, "owner"),
                reviewBy,
                text(of, "fallback"),
                text(of, "beyond"),
                of.containsKey("skilled") ? text(of, "skilled") : null,
                maybe(of, "path"));
    }

    private static Text text(Map<String, String> of, String name) {
        return new Text(must(of, name), must(of, name + "En"));
    }

    private static String must(Map<String, String> of, String name) {
        var text = maybe(of, name);
        if (text == null) throw new IllegalStateException(name + " is missing in a routine");
        return text;
    }

    private static @Nullable String maybe(Map<String, String> of, String name) {
        var text = of.get(name);
        return text == null ? null : text.strip();
    }
}
