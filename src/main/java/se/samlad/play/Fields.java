package se.samlad.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the file, read field by field. Every refusal names the place and the field, so that a misspelt field is
 * never ignored.
 */
final class Fields {

    private final String where;
    private final Map<String, @Nullable Object> values;

    private Fields(String where, Map<String, @Nullable Object> values) {
        this.where = where;
        this.values = values;
    }

    static Fields of(@Nullable Object node, String where, Set<String> known) {
        Fields fields = of(node, where);
        for (String name : fields.values.keySet()) {
            if (!known.contains(name)) {
                throw new SceneRefused("unknown-field", where, name, String.join(", ", new TreeSet<>(known)));
            }
        }
        return fields;
    }

    /** A mapping whose names are free. */
    static Fields of(@Nullable Object node, String where) {
        if (!(node instanceof Map<?, ?> map)) throw new SceneRefused("not-a-mapping", where);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((name, value) -> values.put(String.valueOf(name), value));
        return new Fields(where, values);
    }

    String where() {
        return where;
    }

    Set<String> names() {
        return values.keySet();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    Object raw(String name) {
        return values.get(name);
    }

    String text(String name) {
        Object value = values.get(name);
        if (value instanceof String text && !text.isBlank()) return text;
        throw new SceneRefused("needs-text", where, name);
    }

    @Nullable
    String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    int number(String name, int otherwise) {
        if (!has(name)) return otherwise;
        if (values.get(name) instanceof Integer number) return number;
        throw new SceneRefused("needs-number", where, name);
    }

    /** One text or a list of texts; nothing where the field is left out. */
    List<String> texts(String name) {
        Object value = values.get(name);
        if (value == null && !has(name)) return List.of();
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        return List.of(text(name));
    }

    List<?> list(String name) {
        if (!has(name)) return List.of();
        if (values.get(name) instanceof List<?> list) return list;
        throw new SceneRefused("needs-list", where, name);
    }

    Scene.Text bothLanguages(String name) {
        Fields text = of(values.get(name), where + "." + name, Set.of("sv", "en"));
        return new Scene.Text(text.text("sv"), text.text("en"));
    }
}
