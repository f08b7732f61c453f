package se.samlad.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What differs between two versions of a text, word by word. */
public final class Differences {

    /** Beyond this many words in both together a text is shown as another text, not word by word. */
    private static final int MOST_WORDS = 8_000;

    private static final Pattern WORD_END = Pattern.compile("(?<=\\s)(?=\\S)");

    /** In which of the versions words stand. */
    public enum In {
        BOTH,
        BEFORE,
        AFTER
    }

    /** @param text with the blanks that follow its words */
    public record Piece(In in, String text) {}

    private Differences() {}

    /**
     * The pieces of both, in order: those of {@code BOTH} and {@code AFTER} are the later text, those of {@code BOTH} and
     * {@code BEFORE} the earlier one but for blanks, which make no difference.
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

    /** What was taken out stands before what was put in its place. */
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
