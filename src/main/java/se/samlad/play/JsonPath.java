package se.samlad.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A simple path into JSON: {@code $} is the whole answer, {@code .name} a field, {@code [2]} an item ({@code [-1]} the
 * last), {@code [*]} all items, {@code [?name=value]} those items whose field has the value. Filters may follow each
 * other. A missing name finds nothing.
 */
record JsonPath(List<String> parts) {

    private static final Pattern PART = Pattern.compile("\\.[\\w-]+|\\[\\*]|\\[-?\\d{1,6}]|\\[\\?[\\w-]+=[^\\]]*]");

    /** @throws SceneRefused where it can't be read */
    static JsonPath of(String text, String where) {
        if (!text.startsWith("$") || text.length() > 500) throw new SceneRefused("bad-path", where, text);
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int at = 1;
        while (at < text.length() && part.find(at) && part.start() == at) {
            parts.add(part.group());
            at = part.end();
        }
        if (at != text.length()) throw new SceneRefused("bad-path", where, text);
        return new JsonPath(parts);
    }

    /** Returns the text if it is a valid path; {@code {names}} in its filters are not filled in yet. */
    static String check(String text, String where) {
        of(text, where);
        return text;
    }

    Found in(@Nullable Object answer) {
        List<@Nullable Object> nodes = new ArrayList<>();
        nodes.add(answer);
        boolean many = false;
        boolean filtered = false;
        for (String part : parts) {
            boolean filter = part.startsWith("[?");
            nodes = step(nodes, part, filter && filtered);
            many |= filter || part.equals("[*]");
            filtered = filter;
        }
        return new Found(nodes, many);
    }

    /** @param again a filter right after a filter narrows what that one found */
    private static List<@Nullable Object> step(List<@Nullable Object> nodes, String part, boolean again) {
        List<@Nullable Object> next = new ArrayList<>();
        for (Object node : nodes) {
            if (part.startsWith(".")) {
                if (node instanceof Map<?, ?> map && map.containsKey(part.substring(1)))
                    next.add(map.get(part.substring(1)));
            } else if (again) {
                if (passes(node, part)) next.add(node);
            } else if (node instanceof List<?> list) {
                next.addAll(chosen(list, part));
            }
        }
        return next;
    }

    private static List<? extends @Nullable Object> chosen(List<?> list, String part) {
        if (part.equals("[*]")) return list;
        if (part.startsWith("[?"))
            return list.stream().filter(item -> passes(item, part)).toList();
        int place = Integer.parseInt(part.substring(1, part.length() - 1));
        int at = place < 0 ? list.size() + place : place;
        return at >= 0 && at < list.size() ? list.subList(at, at + 1) : List.of();
    }

    private static boolean passes(@Nullable Object item, String filter) {
        int equals = filter.indexOf('=');
        String name = filter.substring(2, equals);
        String wanted = filter.substring(equals + 1, filter.length() - 1);
        return item instanceof Map<?, ?> map && Objects.equals(String.valueOf(map.get(name)), wanted);
    }
}
