package se.samlad.play;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expectation at a path. Numbers are compared by value, everything else exactly; texts may hold {@code {names}}. */
sealed interface Matcher {

    /** Exactly one value, equal to this one. */
    record Equals(@Nullable Object wanted) implements Matcher {}

    /** A text contains this part, or a list contains this value (each of these). */
    record Contains(List<?> wanted) implements Matcher {}

    /** The opposite of {@link Contains}: none of them. */
    record Excludes(List<?> unwanted) implements Matcher {}

    /** A list, or all that the path finds, has from {@code least} to {@code most} values. */
    record Size(int least, int most) implements Matcher {}

    /** There is a value other than null, or there is none. */
    record Present(boolean wanted) implements Matcher {}

    Set<String> FORMS = Set.of("equals", "contains", "excludes", "size", "atLeast", "atMost", "present");

    /** @throws SceneRefused where the form is unknown, or more than one is given */
    static Matcher of(@Nullable Object node, String where) {
        if (!(node instanceof Map<?, ?>)) return new Equals(node);
        Fields fields = Fields.of(node, where, FORMS);
        if (fields.names().size() != 1) throw new SceneRefused("one-form", where);
        String form = fields.names().iterator().next();
        return switch (form) {
            case "equals" -> new Equals(fields.raw(form));
            case "contains" -> new Contains(many(fields.raw(form)));
            case "excludes" -> new Excludes(many(fields.raw(form)));
            case "size" -> new Size(fields.number(form, 0), fields.number(form, 0));
            case "atLeast" -> new Size(fields.number(form, 0), Integer.MAX_VALUE);
            case "atMost" -> new Size(0, fields.number(form, 0));
            default -> new Present(Objects.equals(fields.raw(form), true));
        };
    }

    private static List<?> many(@Nullable Object node) {
        if (node instanceof List<?> list) return list;
        if (node == null) return List.of("null");
        return List.of(node);
    }

    /** The expectation as text, for a line of output. */
    default String wanted(Variables known) {
        return switch (this) {
            case Equals e -> String.valueOf(known.fill(e.wanted()));
            case Contains c -> "contains " + known.fill(c.wanted());
            case Excludes x -> "excludes " + known.fill(x.unwanted());
            case Size s when s.least() == s.most() -> "size " + s.least();
            case Size s when s.most() == Integer.MAX_VALUE -> "size >= " + s.least();
            case Size s -> "size <= " + s.most();
            case Present p -> p.wanted() ? "present" : "absent";
        };
    }

    /**
     * A path that finds nothing fulfils only the expectation of absence: a misspelt path never passes as an empty list.
     */
    default boolean holds(Found found, Variables known) {
        if (found.nothing()) return this instanceof Present present && !present.wanted();
        return switch (this) {
            case Equals e -> found.values().size() == 1 && same(found.values().getFirst(), known.fill(e.wanted()));
            case Contains c -> c.wanted().stream().allMatch(one -> has(found, known.fill(one)));
            case Excludes x -> x.unwanted().stream().noneMatch(one -> has(found, known.fill(one)));
            case Size s -> found.size() >= s.least() && found.size() <= s.most();
            case Present p -> p.wanted() == found.values().stream().anyMatch(Objects::nonNull);
        };
    }

    private static boolean has(Found found, @Nullable Object one) {
        return found.items().stream()
                .anyMatch(value -> same(value, one)
                        || value instanceof String text && one instanceof String part && text.contains(part));
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) return x.doubleValue() == y.doubleValue();
        return Objects.equals(a, b);
    }
}
