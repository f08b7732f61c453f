package se.samlad.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.samlad.web.Letters;

/**
 * A part of a region's file: its values by name. Each question notes what is wrong with its answer and goes on with an
 * empty one, so that all mistakes are found at once. A value is the text that stands there, whatever YAML takes it for.
 */
final class Part {

    static final int NAME = 200;
    static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** How many letters may differ between a word and the one that was meant. */
    private static final int NEAR = 2;

    /** A text in Swedish and in English. */
    record Both(String sv, String en) {
        static final Both NONE = new Both("", "");
    }

    private final Mistakes mistakes;
    private final String where;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Part(Mistakes mistakes, String where) {
        this.mistakes = mistakes;
        this.where = where;
    }

    /** @param known the names that it may have; empty: any */
    static Part of(@Nullable Node node, String where, Mistakes mistakes, Set<String> known) {
        var part = new Part(mistakes, where);
        if (node == null) return part;
        mistakes.place(where, line(node));
        if (!(node instanceof MappingNode mapping)) {
            mistakes.add(where, "not-a-part");
            return part;
        }
        for (var each : mapping.getValue()) part.take(each.getKeyNode(), each.getValueNode(), known);
        return part;
    }

    private void take(Node key, Node value, Set<String> known) {
        if (!(key instanceof ScalarNode name)) {
            mistakes.onLine(line(key), where, "key");
            return;
        }
        var word = name.getValue();
        if (!known.isEmpty() && !known.contains(word)) {
            var near = near(word, known);
            if (near.isPresent()) mistakes.onLine(line(key), where, "unknown-near", word, near.get());
            else
                mistakes.onLine(
                        line(key),
                        where,
                        "unknown",
                        word,
                        String.join(", ", known.stream().sorted().toList()));
        } else if (values.putIfAbsent(word, value) == null) mistakes.place(below(word), line(key));
        else mistakes.onLine(line(key), below(word), "twice", word);
    }

    static int line(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    String where() {
        return where;
    }

    String below(String name) {
        return where.isEmpty() ? name : where + Mistakes.STEP + name;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    Node node(String name) {
        return values.get(name);
    }

    /** The names, in the file's order. */
    List<String> names() {
        return List.copyOf(values.keySet());
    }

    void wrong(String name, String what, Object... details) {
        mistakes.add(below(name), what, details);
    }

    @Nullable
    String optional(String name, int longest) {
        var node = values.get(name);
        return node == null ? null : scalar(node, below(name), longest);
    }

    String text(String name, int longest) {
        var text = optional(name, longest);
        if (text == null && !has(name)) wrong(name, "missing", name);
        return text == null ? "" : text;
    }

    private @Nullable String scalar(Node node, String at, int longest) {
        mistakes.place(at, line(node));
        if (!(node instanceof ScalarNode scalar)) {
            mistakes.add(at, "not-a-text");
            return null;
        }
        var text = Letters.composed(scalar.getValue().strip());
        if (Letters.isEmpty(text)) mistakes.add(at, "blank");
        else if (text.indexOf('\n') >= 0) mistakes.add(at, "lines");
        else if (text.length() > longest) mistakes.add(at, "long", longest);
        else return text;
        return null;
    }

    /** One text for both languages, or {@code {sv: …, en: …}}. */
    Both both(String name) {
        var node = values.get(name);
        if (node instanceof MappingNode) {
            var part = of(node, below(name), mistakes, Set.of("sv", "en"));
            return new Both(part.text("sv", NAME), part.text("en", NAME));
        }
        var text = text(name, NAME);
        return new Both(text, text);
    }

    String code(String name) {
        var text = text(name, NAME);
        if (!text.isEmpty() && !CODE.matcher(text).matches()) wrong(name, "code", text);
        return text;
    }

    /** A word for one of the values, in any case, with hyphens: {@code county-board}. Null where it is missing or wrong. */
    <E extends Enum<E>> @Nullable E one(String name, Class<E> of) {
        var word = text(name, NAME);
        return word.isEmpty() ? null : one(name, word, of);
    }

    <E extends Enum<E>> @Nullable E one(String name, String word, Class<E> of) {
        var all = Objects.requireNonNull(of.getEnumConstants());
        for (var each : all) if (word(each).equals(word.toLowerCase(Locale.ROOT).replace('_', '-'))) return each;
        var words = Arrays.stream(all).map(Part::word).toList();
        var near = near(word, Set.copyOf(words));
        if (near.isPresent()) wrong(name, "word-near", word, near.get());
        else wrong(name, "word", word, String.join(", ", words));
        return null;
    }

    /** The value as a file writes it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A list of words; none where it is left out. */
    List<String> words(String name) {
        var words = new ArrayList<String>();
        for (var node : items(name, 1_000)) {
            var word = scalar(node, below(name), NAME);
            if (word != null) words.add(word);
        }
        return words;
    }

    private List<Node> items(String name, int most) {
        var node = values.get(name);
        if (node == null) return List.of();
        if (!(node instanceof SequenceNode list)) {
            wrong(name, "not-a-list");
            return List.of();
        }
        if (list.getValue().size() > most) {
            wrong(name, "many", most);
            return List.of();
        }
        return list.getValue();
    }

    /**
     * A list of parts; none where it is left out.
     *
     * @param by the name of the value that tells them apart; two of the same are a mistake
     */
    List<Part> parts(String name, String by, int most, Set<String> known) {
        var parts = new LinkedHashMap<String, Part>();
        int number = 0;
        for (var node : items(name, most)) {
            number++;
            var own = node instanceof MappingNode mapping ? own(mapping, by) : "";
            var place = below(name) + Mistakes.STEP + (own.isEmpty() ? "#" + number : Mistakes.shown(own));
            if (parts.containsKey(place)) mistakes.onLine(line(node), place, "twice", own);
            else parts.put(place, of(node, place, mistakes, known));
        }
        return List.copyOf(parts.values());
    }

    private static String own(MappingNode mapping, String by) {
        for (var each : mapping.getValue()) {
            if (each.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals(by)
                    && each.getValueNode() instanceof ScalarNode value)
                return value.getValue().strip();
        }
        return "";
    }

    /** The known word that was probably meant. */
    static Optional<String> near(String word, Set<String> known) {
        if (word.length() > Mistakes.MOST) return Optional.empty();
        var low = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(each -> apart(low, each.toLowerCase(Locale.ROOT))))
                .filter(each -> apart(low, each.toLowerCase(Locale.ROOT)) <= NEAR);
    }

    /** How many letters must be put in, taken out or changed (Levenshtein). */
    private static int apart(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) row[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
