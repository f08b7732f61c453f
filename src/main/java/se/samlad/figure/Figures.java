package se.samlad.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Viewer;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Reader;

/** Figures, through the gate. */
@Service
public class Figures {

    private final Journal journal;

    Figures(Journal journal) {
        this.journal = journal;
    }

    /**
     * A year's figures, as the viewer may see them.
     *
     * @param together of what was no exercise, by indicator; those that nothing can be counted for are left out
     * @param each of one incident, conference or test call alone, exercises among them, the first to begin first
     */
    public record OfYear(int year, Map<Indicator, Counted.Together> together, List<Counted> each) {

        public Counted.@Nullable Together of(Indicator indicator) {
            return together.get(indicator);
        }

        /** Those of the indicator, exercises among them. */
        public List<Counted> all(Indicator indicator) {
            return each.stream().filter(one -> one.indicator() == indicator).toList();
        }
    }

    /** @param only the code of the actor that they are counted of; null: of all together */
    public OfYear of(int year, @Nullable String only, Viewer viewer) {
        var gate = new Asked(viewer);
        var each = journal.across(Courses.ACROSS).seen(year, gate).stream()
                .flatMap(course -> Counting.of(course, only).stream())
                .toList();
        var by = new HashMap<Indicator, List<Counted>>();
        for (var one : each)
            if (!one.exercise())
                by.computeIfAbsent(one.indicator(), i -> new ArrayList<>()).add(one);
        var together = new HashMap<Indicator, Counted.Together>();
        by.forEach((indicator, all) -> {
            var of = Counted.together(indicator, all);
            if (of != null) together.put(indicator, of);
        });
        return new OfYear(year, together, each);
    }

    /** One incident's figures, those that take the actors' own reports among them. */
    public List<Counted> of(UUID incident, @Nullable String only, Viewer viewer) {
        return Counting.of(journal.view(Courses.ONE, incident, viewer).seen(viewer), only);
    }

    /** Remembers, while one request is answered, which labels the viewer sees: they are few, and entries many. */
    private static final class Asked implements Reader {
        private final Viewer viewer;
        private final Map<Labels, Boolean> known = new HashMap<>();

        Asked(Viewer viewer) {
            this.viewer = viewer;
        }

        @Override
        public boolean holds(String label) {
            return viewer.holds(label);
        }

        @Override
        public boolean sees(Labels labels) {
            return known.computeIfAbsent(labels, viewer::sees);
        }
    }
}
