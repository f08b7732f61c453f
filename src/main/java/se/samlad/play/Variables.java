package se.samlad.play;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that a scene has kept so far, filled in where a text has {@code {name}}. {@code {now}} is the step's time
 * on the scene's clock and {@code {time:+01:30}} a time from its start, both as RFC 3339 with the start's offset.
 */
final class Variables {

    static final Pattern NAME = Pattern.compile("\\{([a-zA-Z][\\w-]*|time:\\+\\d{2,3}:\\d{2})}");
    private static final Pattern AT = Pattern.compile("\\+(\\d{2,3}):([0-5]\\d)");

    private final OffsetDateTime start;
    private final Map<String, @Nullable Object> kept = new HashMap<>();

    Variables(OffsetDateTime start) {
        this.start = start;
    }

    void keep(String name, @Nullable Object value) {
        kept.put(name, value);
    }

    boolean knows(String text) {
        return NAME.matcher(text).results().allMatch(name -> isTime(name.group(1)) || kept.containsKey(name.group(1)));
    }

    String time(Duration at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start.plus(at));
    }

    /** A path with each value encoded for a URL. */
    String fillPath(String path) {
        return fill(path, value -> URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    String fillText(String text) {
        return fill(text, UnaryOperator.identity());
    }

    /** The body or expectation with all its texts filled in; keys stay. */
    @Nullable
    Object fill(@Nullable Object node) {
        return switch (node) {
            case null -> null;
            case String text -> fillText(text);
            case List<?> list -> list.stream().map(this::fill).toList();
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> filled = new LinkedHashMap<>();
                map.forEach((name, value) -> filled.put(name, fill(value)));
                yield filled;
            }
            default -> node;
        };
    }

    /** @throws SceneRefused where it is not {@code +HH:MM} */
    static Duration at(String text, String where) {
        var read = AT.matcher(text);
        if (!read.matches()) throw new SceneRefused("bad-time", where, text);
        return Duration.ofHours(Long.parseLong(read.group(1))).plusMinutes(Long.parseLong(read.group(2)));
    }

    private String fill(String text, UnaryOperator<String> written) {
        return NAME.matcher(text)
                .replaceAll(name -> java.util.regex.Matcher.quoteReplacement(written.apply(value(name))));
    }

    private String value(MatchResult found) {
        String name = found.group(1);
        if (isTime(name)) return time(at(name.substring("time:".length()), name));
        if (!kept.containsKey(name)) throw new SceneRefused("missing-variable", name);
        return String.valueOf(kept.get(name));
    }

    static boolean isTime(String name) {
        return name.startsWith("time:");
    }
}
