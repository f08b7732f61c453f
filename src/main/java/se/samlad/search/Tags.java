package se.samlad.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import se.samlad.journal.Entry;

/** What narrows a search beside the words, and lies among them: none begins as a word can. */
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

    /** Short, since there are many: two labels may share one, and whoever reads asks the gate anyhow. */
    static String label(String label) {
        return MARK + "l:" + Integer.toHexString(label.hashCode());
    }

    /** As PostgreSQL's type {@code tsquery} is written: one of them must be there. */
    static String any(Collection<String> tags) {
        return tags.stream()
                .map(tag -> "'" + tag.replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(" | ", "(", ")"));
    }
}
