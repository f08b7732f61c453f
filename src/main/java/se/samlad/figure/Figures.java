package se.samlad.figure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    private static final int KNOWN = 5_000;

    private final Journal journal;

    /** What was counted, until something more is recorded there: most incidents are over, and readers see few things apart. */
    private final Cache<Of, Known> counted =
            Caffeine.newBuilder().maximumSize(KNOWN).build();

    private record Of(UUID stream, @Nullable String only, Set<Labels> sight) {}

    /** @param beginning null: the reader does not see how it began, and so nothing of it */
    private record Known(Course course, @Nullable Mark beginning, List<Counted> figures) {
        @SuppressWarnings(
                "ReferenceEquality") // another state is another object; comparing contents would cost as much as
        // counting
        boolean isOf(Course now) {
            return course == now;
        }
    }

    Figures(Journal journal) {
        this.journal = journal;
    }

    private Known known(Course course, @Nullable String only, Reader gate) {
        var of = new Of(course.stream(), only, course.sight(gate));
        var known = counted.getIfPresent(of);
        if (known != null && known.isOf(course)) return known;
        var seen = course.seen(gate);
        var anew = new Known(course, seen.beginning().orElse(null), Counting.of(seen, only));
        counted.put(of, anew);
        return anew;
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
        var each = journal.across(Courses.ACROSS).of(year).stream()
                .map(course -> known(course, only, gate))
                .filter(known -> known.beginning != null)
                .sorted(Comparator.comparing(known -> Objects.requireNonNull(known.beginning), Course.ORDER))
                .flatMap(known -> known.figures.stream())
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
