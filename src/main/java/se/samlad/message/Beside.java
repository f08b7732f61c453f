package se.samlad.message;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.samlad.web.Differences;

/** Messages of other actors about the same, and what differs between two texts (K1: they must not contradict). */
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

    /** A piece of a text. @param differs the other text does not have it here */
    public record Piece(String text, boolean differs) {}

    private Beside() {}

    /** What other actors have on its way or out about the same: an equal topic, or titles that share their words. */
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

    /** The beginnings of the words that mean something, so that endings do not matter. */
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

    /** The text in pieces, marked where the other lacks them, word by word. Joined they are the text. */
    public static List<Piece> against(String text, String other) {
        return Differences.between(other, text).stream()
                .filter(piece -> piece.in() != Differences.In.BEFORE)
                .map(piece -> new Piece(piece.text(), piece.in() == Differences.In.AFTER))
                .toList();
    }
}
