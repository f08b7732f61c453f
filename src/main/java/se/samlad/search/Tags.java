package se.samlad.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import se.samlad.journal.Entry;

/**
 * Tags that narrow a search by kind, actor or label. They are stored among the words and begin with a mark that no word
 * has.
 */
final class Tags {

    static final String MARK = "/";

    private Tags() {}

    static List<String> of(Entry entry) {
        var tags = new ArrayList<String>();
        tags.add(kind(entry.kind()));
        tags.add(actor(entry.by().actor()));
        entry.labels().all().stream().map(Tags::label).distinct().forEach(tags::add);
        return tags;
    }

    static String kind(String kind) {
        return MARK + "k:" + kind;
    }

    static String actor(String actor) {
        return MARK + "a:" + actor;
    }

    /** A hash, since there are many labels. Two labels may share one; the gate decides anyway. */
    static String label(String label) {
        return MARK + "l:" + Integer.toHexString(label.hashCode());
    }

    /** A {@code tsquery} for any of the tags. */
    static String any(Collection<String> tags) {
        return tags.stream()
                .map(tag -> "'" + tag.replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(" | ", "(", ")"));
    }
}
