package se.samlad.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Turbo stream actions that turn one rendering of a panel into the next. */
final class Difference {

    private final String panel;
    private final Rendered before;
    private final Rendered now;
    private final StringBuilder actions = new StringBuilder();

    private Difference(String panel, Rendered before, Rendered now) {
        this.panel = panel;
        this.before = before;
        this.now = now;
    }

    /** Empty where nothing changed; never more than the whole panel. */
    static String between(String panel, Rendered before, Rendered now) {
        if (before.sameAs(now)) return "";
        var whole = whole(panel, now);
        if (!before.frame().equals(now.frame())) return whole;
        return new Difference(panel, before, now).rows(whole);
    }

    static String whole(String panel, Rendered now) {
        return action("replace", panel, now.html());
    }

    private String rows(String whole) {
        var stay = staying();
        for (String id : before.ids()) {
            if (!stay.contains(id))
                actions.append("<turbo-stream action=\"remove\" target=\"")
                        .append(id)
                        .append("\"></turbo-stream>");
        }
        var ids = now.ids();
        for (int i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            var row = cut(now, id);
            if (stay.contains(id)) {
                if (!row.still().equals(cut(before, id).still())) actions.append(action("replace", id, row.html()));
            } else if (!insert(ids, i, row, stay)) {
                return whole;
            }
        }
        return actions.length() < whole.length() ? actions.toString() : whole;
    }

    /**
     * Inserts the row after the one before it, which is in place by now, or before the next row that stays, where one
     * of them is in the same list. False where neither is.
     */
    private boolean insert(List<String> ids, int i, Rendered.Cut row, Set<String> stay) {
        if (i > 0 && cut(now, ids.get(i - 1)).list() == row.list()) {
            actions.append(action("after", ids.get(i - 1), row.html()));
            return true;
        }
        for (int next = i + 1; next < ids.size() && cut(now, ids.get(next)).list() == row.list(); next++) {
            if (!stay.contains(ids.get(next))) continue;
            actions.append(action("before", ids.get(next), row.html()));
            return true;
        }
        return false;
    }

    /** The largest set of rows that keep their list and their order. All others are removed and inserted anew. */
    private Set<String> staying() {
        Map<String, Integer> place = new HashMap<>();
        var old = before.ids();
        for (int i = 0; i < old.size(); i++) place.put(old.get(i), i);
        var common = now.ids().stream()
                .filter(id -> place.containsKey(id)
                        && cut(before, id).list() == cut(now, id).list())
                .toList();
        return longestIncreasing(common, place);
    }

    private static Set<String> longestIncreasing(List<String> ids, Map<String, Integer> place) {
        int n = ids.size();
        int[] length = new int[n];
        int[] previous = new int[n];
        Arrays.fill(previous, -1);
        int best = -1;
        for (int i = 0; i < n; i++) {
            length[i] = 1;
            for (int j = 0; j < i; j++) {
                if (place.getOrDefault(ids.get(j), 0) < place.getOrDefault(ids.get(i), 0)
                        && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            if (best < 0 || length[i] > length[best]) best = i;
        }
        var stay = new ArrayList<String>();
        for (int i = best; i >= 0; i = previous[i]) stay.add(ids.get(i));
        return new HashSet<>(stay);
    }

    private static Rendered.Cut cut(Rendered in, String id) {
        var cut = in.cuts().get(id);
        if (cut == null) throw new IllegalStateException("no row " + id);
        return cut;
    }

    private static String action(String action, String target, String html) {
        return "<turbo-stream action=\"" + action + "\" target=\"" + target + "\"><template>" + html
                + "</template></turbo-stream>";
    }
}
