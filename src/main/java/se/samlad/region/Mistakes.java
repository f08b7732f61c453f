package se.samlad.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with a file, and knows on which line each of its places stands. */
final class Mistakes {

    /** Nobody reads more than this at once. */
    static final int MOST = 200;

    /** Of mistakes that spoil the whole file, some are enough. */
    private static final int STOP = 20;

    static final String STEP = " › ";

    private static final int LONGEST = 60;

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Mistake> found = new ArrayList<>();
    private final Set<Mistake> seen = new HashSet<>();
    private boolean more;

    /** Remembers the line of a place. */
    void place(String where, int line) {
        lines.putIfAbsent(where, line);
    }

    /** Notes a mistake at a place, or at the nearest one around it whose line is known. */
    void add(String where, String what, Object... details) {
        var known = where;
        while (!known.isEmpty() && !lines.containsKey(known)) {
            int step = known.lastIndexOf(STEP);
            known = step < 0 ? "" : known.substring(0, step);
        }
        onLine(lines.getOrDefault(known, 1), where, what, details);
    }

    void onLine(int line, String where, String what, Object... details) {
        var mistake = new Mistake(line, where, what, shown(details));
        if (found.size() >= MOST) more = true;
        else if (seen.add(mistake)) found.add(mistake);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether more would tell nobody more about a file that can't be read at all. */
    boolean areEnough() {
        return found.size() >= STOP;
    }

    /** By line; the last says so where there are more than fit. */
    List<Mistake> all() {
        var all = new ArrayList<>(found);
        all.sort(Comparator.comparingInt(Mistake::line));
        if (more) all.add(new Mistake(all.getLast().line(), "", "more", List.of(String.valueOf(MOST))));
        return List.copyOf(all);
    }

    private static List<String> shown(Object... details) {
        var texts = new ArrayList<String>();
        for (var detail : details) texts.add(shown(String.valueOf(detail)));
        return texts;
    }

    /** A value as a message shows it: one line, not long, without what can't be seen. */
    static String shown(String value) {
        var line = value.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
