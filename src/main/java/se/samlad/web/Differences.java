package se.samlad.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The differences between two versions of a text, word by word. */
public final class Differences {

    /**
     * If both texts together have more words than this, they are not compared: the one counts as replaced by the other.
     */
    private static final int MOST_WORDS = 8_000;

    private static final Pattern WORD_END = Pattern.compile("(?<=\\s)(?=\\S)");

    /** The version or versions that a piece is in. */
    public enum In {
        BOTH,
        BEFORE,
        AFTER
    }

    /** @param text words, each with the blanks that follow it */
    public record Piece(In in, String text) {}

    private Differences() {}

    /**
     * The pieces of both versions, in order. The pieces of {@code BOTH} and {@code AFTER} form the later text; those of
     * {@code BOTH} and {@code BEFORE} form the earlier one, except for blanks, which are not compared.
     */
    public static List<Piece> between(String before, String after) {
        var from = words(before);
        var to = words(after);
        var pieces = new ArrayList<Piece>();
        if (from.size() + to.size() > MOST_WORDS) {
            add(pieces, before.equals(after) ? In.BOTH : In.BEFORE, List.of(before));
            if (!before.equals(after)) add(pieces, In.AFTER, List.of(after));
            return List.copyOf(pieces);
        }
        int next = 0;
        var patch = DiffUtils.diff(stripped(from), stripped(to), new MyersDiffWithLinearSpace<>());
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            int there = delta.getTarget().getPosition();
            add(pieces, In.BOTH, to.subList(next, there));
            int old = delta.getSource().getPosition();
            add(pieces, In.BEFORE, from.subList(old, old + delta.getSource().size()));
            next = there + delta.getTarget().size();
            add(pieces, In.AFTER, to.subList(there, next));
        }
        add(pieces, In.BOTH, to.subList(next, to.size()));
        return List.copyOf(pieces);
    }

    /** Removed words come before the words that replace them. */
    private static void add(List<Piece> pieces, In in, List<String> words) {
        var text = String.join("", words);
        if (text.isEmpty()) return;
        int at = pieces.size();
        if (in == In.BEFORE && at > 0 && pieces.getLast().in() == In.AFTER) at--;
        if (at == 0 || pieces.get(at - 1).in() != in) {
            pieces.add(at, new Piece(in, text));
            return;
        }
        var before = pieces.get(at - 1).text();
        pieces.set(at - 1, new Piece(in, before + text));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(WORD_END.split(text));
    }

    private static List<String> stripped(List<String> words) {
        return words.stream().map(String::strip).toList();
    }
}
