package se.samlad.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Messages of other actors about the same, and what differs between two texts (K1: they must not contradict). */
public final class Beside {

    private static final int STEM = 4;
    private static final int ENOUGH = 2;
    private static final long CELLS = 4_000_000;
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
        var words = words(text);
        var others = words(other);
        int start = 0;
        while (start < words.size() && start < others.size() && same(words.get(start), others.get(start))) start++;
        int end = 0;
        while (end < words.size() - start
                && end < others.size() - start
                && same(words.get(words.size() - 1 - end), others.get(others.size() - 1 - end))) end++;
        var shared = shared(words.subList(start, words.size() - end), others.subList(start, others.size() - end));
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < words.size(); i++) {
            boolean inside = i >= start && i < words.size() - end;
            add(pieces, words.get(i), inside && !shared[i - start]);
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, String word, boolean differs) {
        var last = pieces.isEmpty() ? null : pieces.getLast();
        if (last == null || last.differs() != differs) pieces.add(new Piece(word, differs));
        else pieces.set(pieces.size() - 1, new Piece(last.text() + word, differs));
    }

    /** Which of the words belong to a longest common subsequence; none where the texts are too long to find out. */
    private static boolean[] shared(List<String> a, List<String> b) {
        var shared = new boolean[a.size()];
        if ((long) a.size() * b.size() > CELLS) return shared;
        var length = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                length[i][j] = same(a.get(i), b.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
            if (same(a.get(i), b.get(j))) {
                shared[i++] = true;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) i++;
            else j++;
        }
        return shared;
    }

    /** The blanks after a word make no difference. */
    private static boolean same(String word, String other) {
        return word.strip().equals(other.strip());
    }

    /** Each word with the blanks after it. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)"));
    }
}
