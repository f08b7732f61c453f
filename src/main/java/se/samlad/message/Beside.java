package se.samlad.message;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.samlad.web.Differences;

/**
 * Finds other actors' messages about the same topic, and the differences between two texts, because messages must not
 * contradict each other (K1).
 */
public final class Beside {

    private static final int STEM = 4;
    private static final int ENOUGH = 2;
    private static final Set<String> EMPTY = Set.of(
            "från",
            "till",
            "inte",
            "eller",
            "efter",
            "under",
            "över",
            "alla",
            "detta",
            "denna",
            "även",
            "information",
            "with",
            "from",
            "this",
            "that",
            "about",
            "your");

    /** A piece of a text. @param differs whether the other text lacks it at this place */
    public record Piece(String text, boolean differs) {}

    private Beside() {}

    /**
     * Other actors' messages that are being prepared or are published, with the same topic or with titles that share
     * enough words.
     */
    public static List<Message> others(Said said, Message message) {
        return said.list().stream()
                .filter(other -> !other.id().equals(message.id()) && other.ended() == null)
                .filter(other -> !other.owner().equals(message.owner()))
                .filter(other -> alike(other.wording(), message.wording()))
                .toList();
    }

    static boolean alike(Wording one, Wording other) {
        if (one.topic() != null && other.topic() != null && one.topic().equalsIgnoreCase(other.topic())) return true;
        var a = stems(one.title());
        var b = stems(other.title());
        var both = new HashSet<>(a);
        both.retainAll(b);
        return both.size() >= ENOUGH || (!both.isEmpty() && both.size() * 2 >= Math.min(a.size(), b.size()));
    }

    /** The first letters of each significant word, so that inflections do not matter. */
    private static Set<String> stems(String title) {
        var stems = new HashSet<String>();
        for (String word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()
                    && !EMPTY.contains(word)
                    && (word.length() >= STEM || Character.isDigit(word.charAt(0))))
                stems.add(word.substring(0, Math.min(word.length(), STEM)));
        }
        return stems;
    }

    /**
     * Splits the text into pieces, word by word, and marks those that the other text lacks. Joined, the pieces are the
     * text.
     */
    public static List<Piece> against(String text, String other) {
        return Differences.between(other, text).stream()
                .filter(piece -> piece.in() != Differences.In.BEFORE)
                .map(piece -> new Piece(piece.text(), piece.in() == Differences.In.AFTER))
                .toList();
    }
}
