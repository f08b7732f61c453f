package se.samlad.direction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import se.samlad.web.Differences;
import se.samlad.web.Differences.In;
import se.samlad.web.Differences.Piece;

/**
 * The changes between two versions of a direction (D2), in the order of the later version. Texts that were reworded are
 * compared word by word. Pure.
 */
public record Comparison(List<Change> changes) {

    /** The section of a direction that a change belongs to. */
    public enum Part {
        AIM,
        PRIORITY,
        LIMIT,
        MEASURE,
        MESSAGE
    }

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Unchanged words at another place; reported only where order matters, that is for priorities. */
        MOVED
    }

    /**
     * One change.
     *
     * @param number its place in the later version, from 1; for a removed text, its place in the earlier version
     */
    public record Change(Part part, Kind kind, int number, List<Piece> pieces) {}

    /** The texts of a direction. Each measure and its actors are joined to one text. */
    public record Wording(
            String aim, List<String> priorities, List<String> limits, List<String> measures, List<String> messages) {}

    private static final double ALIKE = 0.4;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static Comparison between(Wording before, Wording after) {
        var changes = new ArrayList<Change>();
        if (!before.aim().equals(after.aim()))
            changes.add(new Change(Part.AIM, Kind.CHANGED, 1, Differences.between(before.aim(), after.aim())));
        lists(Part.PRIORITY, before.priorities(), after.priorities(), changes);
        lists(Part.LIMIT, before.limits(), after.limits(), changes);
        lists(Part.MEASURE, before.measures(), after.measures(), changes);
        lists(Part.MESSAGE, before.messages(), after.messages(), changes);
        return new Comparison(List.copyOf(changes));
    }

    public boolean nothing() {
        return changes.isEmpty();
    }

    private static void lists(Part part, List<String> before, List<String> after, List<Change> changes) {
        var from = matched(before, after);
        var used = new HashSet<Integer>();
        for (int old : from) used.add(old);
        int last = -1;
        for (int i = 0; i < after.size(); i++) {
            int old = from[i];
            if (old < 0) changes.add(new Change(part, Kind.ADDED, i + 1, one(In.AFTER, after.get(i))));
            else if (!before.get(old).equals(after.get(i)))
                changes.add(new Change(part, Kind.CHANGED, i + 1, Differences.between(before.get(old), after.get(i))));
            else if (part == Part.PRIORITY && old < last)
                changes.add(new Change(part, Kind.MOVED, i + 1, one(In.BOTH, after.get(i))));
            last = Math.max(last, old);
        }
        for (int i = 0; i < before.size(); i++) {
            if (!used.contains(i)) changes.add(new Change(part, Kind.REMOVED, i + 1, one(In.BEFORE, before.get(i))));
        }
    }

    private static List<Piece> one(In in, String text) {
        return List.of(new Piece(in, text));
    }

    /**
     * For each later text the index of the earlier text it comes from: an identical one, else the most similar; -1:
     * none.
     */
    private static int[] matched(List<String> before, List<String> after) {
        var from = new int[after.size()];
        var free = new HashSet<Integer>();
        for (int i = 0; i < before.size(); i++) free.add(i);
        for (int i = 0; i < from.length; i++) {
            from[i] = same(before, after.get(i), free);
            free.remove(from[i]);
        }
        for (int i = 0; i < from.length; i++) {
            if (from[i] >= 0) continue;
            from[i] = likest(before, after.get(i), free);
            free.remove(from[i]);
        }
        return from;
    }

    private static int same(List<String> before, String text, Set<Integer> free) {
        for (int i = 0; i < before.size(); i++) {
            if (free.contains(i) && before.get(i).equals(text)) return i;
        }
        return -1;
    }

    private static int likest(List<String> before, String text, Set<Integer> free) {
        int best = -1;
        double most = ALIKE;
        for (int i = 0; i < before.size(); i++) {
            double alike = free.contains(i) ? alike(before.get(i), text) : 0;
            if (alike > most) {
                most = alike;
                best = i;
            }
        }
        return best;
    }

    /** The share of words that the two texts have in common, from 0 to 1. */
    private static double alike(String one, String other) {
        var a = wordSet(one);
        var b = wordSet(other);
        if (a.isEmpty() || b.isEmpty()) return 0;
        long both = a.stream().filter(b::contains).count();
        return 2.0 * both / (a.size() + b.size());
    }

    private static Set<String> wordSet(String text) {
        var words = new HashSet<>(List.of(NO_LETTER.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }
}
