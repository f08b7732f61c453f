package se.samlad.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a scene from YAML. Unknown fields are refused by name; size, depth, steps and aliases are limited. A name that
 * is used before it is kept is refused before the first call.
 */
final class SceneReader {

    static final int MOST_BYTES = 1_000_000;
    private static final int MOST_STEPS = 2_000;
    private static final Set<String> SCENE = Set.of("id", "title", "about", "start", "clock", "steps");
    private static final Set<String> STEP = Set.of("at", "as", "do", "post", "get", "body", "file", "keep", "expect");
    private static final Set<String> EXPECTED = Set.of("status", "answer", "text", "without", "then");

    private SceneReader() {}

    /** @throws SceneRefused where the file is missing, too big, not YAML, or not a scene */
    static Scene read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) throw new SceneRefused("too-big", file, MOST_BYTES);
            return read(Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw new SceneRefused("no-file", file);
        } catch (IOException unreadable) {
            throw new SceneRefused("unreadable", file + ": " + unreadable.getMessage());
        }
    }

    static Scene read(String yaml) {
        return scene(load(yaml));
    }

    private static @Nullable Object load(String yaml) {
        try {
            return PlainYaml.load(yaml, MOST_BYTES);
        } catch (YAMLException bad) {
            throw new SceneRefused("unreadable", firstLines(Objects.requireNonNullElse(bad.getMessage(), "YAML")));
        } catch (StackOverflowError deep) {
            throw new SceneRefused("unreadable", "YAML");
        }
    }

    private static String firstLines(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    private static Scene scene(@Nullable Object root) {
        Fields fields = Fields.of(root, "scene", SCENE);
        List<Scene.Step> steps = new ArrayList<>();
        for (Object node : repeated(fields.list("steps"))) steps.add(step(node, steps.size() + 1));
        if (steps.isEmpty()) throw new SceneRefused("needs-list", "scene", "steps");
        Scene scene = new Scene(
                fields.text("id"),
                fields.bothLanguages("title"),
                fields.bothLanguages("about"),
                start(fields.text("start")),
                clock(fields),
                steps);
        NamesKept.check(scene);
        return scene;
    }

    /** The steps with those below {@code each} written out once for each of its rows, whose values stand for {@code {names}}. */
    private static List<Object> repeated(List<?> nodes) {
        List<Object> all = new ArrayList<>();
        for (Object node : nodes) {
            if (!(node instanceof Map<?, ?> map) || !map.containsKey("each")) {
                all.add(node);
            } else {
                Fields fields = Fields.of(node, "each", Set.of("each", "steps"));
                for (Object row : rows(fields)) {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>();
                    Fields.of(row, "each").names().forEach(name -> values.put(name, ((Map<?, ?>) row).get(name)));
                    for (Object step : fields.list("steps")) all.add(Objects.requireNonNull(filled(step, values)));
                }
            }
            if (all.size() > MOST_STEPS) throw new SceneRefused("too-many", MOST_STEPS);
        }
        return all;
    }

    /** The rows of a list; of a number so many rows, each with its own number {@code n} from 1. */
    private static List<?> rows(Fields fields) {
        if (!(fields.raw("each") instanceof Integer)) return fields.list("each");
        int rows = fields.number("each", 0);
        if (rows > MOST_STEPS) throw new SceneRefused("too-many", MOST_STEPS);
        return IntStream.rangeClosed(1, rows).mapToObj(n -> Map.of("n", n)).toList();
    }

    private static @Nullable Object filled(@Nullable Object node, Map<String, @Nullable Object> values) {
        return switch (node) {
            case null -> null;
            case String text -> filled(text, values);
            case List<?> list -> list.stream().map(each -> filled(each, values)).toList();
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> all = new LinkedHashMap<>();
                map.forEach((name, value) -> all.put(filled(String.valueOf(name), values), filled(value, values)));
                yield all;
            }
            default -> node;
        };
    }

    /** A text that is nothing but a name becomes the value itself, so that a number stays one. */
    private static @Nullable Object filled(String text, Map<String, @Nullable Object> values) {
        String now = text;
        for (Map.Entry<String, @Nullable Object> each : values.entrySet()) {
            String name = "{" + each.getKey() + "}";
            if (text.equals(name)) return each.getValue();
            now = now.replace(name, String.valueOf(each.getValue()));
        }
        return now;
    }

    private static OffsetDateTime start(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException bad) {
            throw new SceneRefused("bad-start", text);
        }
    }

    private static Scene.@Nullable Clock clock(Fields scene) {
        if (!scene.has("clock")) return null;
        Fields clock = Fields.of(scene.raw("clock"), "clock", Set.of("as", "post"));
        return new Scene.Clock(clock.text("as"), path(clock, "post"));
    }

    private static Scene.Step step(@Nullable Object node, int number) {
        Fields step = Fields.of(node, "steps[" + number + "]", STEP);
        if (step.has("post") == step.has("get")) throw new SceneRefused("post-or-get", step.where());
        if (step.has("get") && (step.has("body") || step.has("file"))) throw new SceneRefused("get-body", step.where());
        if (step.has("body") && step.has("file")) throw new SceneRefused("body-or-file", step.where());
        Duration at = Variables.at(step.text("at"), step.where());
        List<String> as = step.texts("as");
        Map<String, String> keep = keep(step);
        if (as.size() > 1 && !keep.isEmpty()) throw new SceneRefused("keep-of-many", step.where());
        String method = step.has("post") ? "post" : "get";
        return new Scene.Step(
                number,
                at,
                as.isEmpty() ? List.of("") : as,
                step.bothLanguages("do"),
                new Scene.Call(method.toUpperCase(java.util.Locale.ROOT), path(step, method)),
                step.raw("body"),
                step.textOrNull("file"),
                keep,
                expected(step.raw("expect"), step.where() + ".expect", true));
    }

    private static Map<String, String> keep(Fields step) {
        Map<String, String> keep = new LinkedHashMap<>();
        if (!step.has("keep")) return keep;
        Fields kept = Fields.of(step.raw("keep"), step.where() + ".keep");
        for (String name : kept.names()) {
            if (!name.matches("[a-zA-Z][\\w-]{0,60}") || name.equals("now")) {
                throw new SceneRefused("bad-name", kept.where(), name);
            }
            keep.put(name, JsonPath.check(kept.text(name), kept.where()));
        }
        return keep;
    }

    private static Scene.Expected expected(@Nullable Object node, String where, boolean mayLook) {
        if (node == null) return new Scene.Expected(0, Map.of(), List.of(), List.of(), List.of());
        Fields fields = Fields.of(node, where, EXPECTED);
        Map<String, Matcher> answer = new LinkedHashMap<>();
        if (fields.has("answer")) {
            Fields paths = Fields.of(fields.raw("answer"), where + ".answer");
            for (String path : paths.names()) {
                answer.put(
                        JsonPath.check(path, paths.where()), Matcher.of(paths.raw(path), paths.where() + " " + path));
            }
        }
        if (!mayLook && fields.has("then")) throw new SceneRefused("then-in-then", where);
        List<Scene.Look> then = new ArrayList<>();
        for (Object look : fields.list("then")) then.add(look(look, where + ".then[" + (then.size() + 1) + "]"));
        return new Scene.Expected(
                fields.number("status", 0), answer, fields.texts("text"), fields.texts("without"), then);
    }

    private static Scene.Look look(@Nullable Object node, String where) {
        Fields fields = Fields.of(node, where, Set.of("as", "get", "expect"));
        String as = fields.textOrNull("as");
        return new Scene.Look(as == null ? "" : as, path(fields, "get"), expected(fields.raw("expect"), where, false));
    }

    private static String path(Fields fields, String name) {
        String path = fields.text(name);
        if (!path.startsWith("/") || path.startsWith("//")) throw new SceneRefused("bad-call", fields.where(), path);
        return path;
    }
}
