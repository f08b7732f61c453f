package se.samlad.journal;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Who may see an entry: whoever holds one of these labels, such as {@code members} or {@code actor:taby}. Sorted, never empty. */
public record Labels(List<String> all) {

    /** Everybody, signed in or not. */
    public static final String PUBLIC = "public";

    public Labels {
        all = List.copyOf(new TreeSet<>(all));
        if (all.isEmpty()) throw new IllegalArgumentException("an entry that nobody may see");
        if (all.stream().anyMatch(Labels::unfit)) throw new IllegalArgumentException("no label: " + all);
    }

    /** A label has no control character, since labels go to and from the database as lines. */
    private static boolean unfit(String label) {
        return label.isBlank() || label.chars().anyMatch(c -> c < ' ');
    }

    /** @param lines a label a line */
    static Labels ofLines(String lines) {
        return new Labels(lines.lines().toList());
    }

    public static Labels of(String... labels) {
        return new Labels(List.of(labels));
    }

    public Labels plus(Collection<String> more) {
        var both = new TreeSet<>(all);
        both.addAll(more);
        return new Labels(List.copyOf(both));
    }
}
