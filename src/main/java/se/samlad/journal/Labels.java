package se.samlad.journal;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Who may see an entry, as labels such as {@code members} or {@code actor:taby}; sorted, never empty. */
public record Labels(List<String> all) {

    /** Everybody, signed in or not. */
    public static final String PUBLIC = "public";

    public Labels {
        all = List.copyOf(new TreeSet<>(all));
        if (all.isEmpty()) throw new IllegalArgumentException("an entry that nobody may see");
        if (all.stream().anyMatch(Labels::unfit)) throw new IllegalArgumentException("no label: " + all);
    }

    /** Labels lie one a line on their way from the database. */
    private static boolean unfit(String label) {
        return label.isBlank() || label.chars().anyMatch(c -> c < ' ');
    }

    /** As the database is asked for them: no label has a line break. */
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
