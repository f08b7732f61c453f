package se.samlad.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one stream: an incident's, a conference's or a test call's.
 *
 * @param exercise whether it is an exercise's: its clock is not the one that records
 * @param value minutes, hours, or how many of {@code whole}
 * @param whole of a share: of how many; else 1
 * @param recorded the value by the times of recording; null where there is none
 * @param marks the entries that it was counted from, each once, in the order in which they happened
 */
public record Counted(
        Indicator indicator,
        UUID stream,
        boolean exercise,
        long value,
        long whole,
        @Nullable Long recorded,
        List<Mark> marks) {

    public Counted {
        marks = marks.stream().distinct().sorted(Course.ORDER).toList();
    }

    /** As it is shown: a share in whole per cent, half rounded up. */
    public long shown() {
        return indicator.isShare() ? share(value, whole) : value;
    }

    /** The same by the times of recording; null where there is none. */
    public @Nullable Long shownRecorded() {
        if (recorded == null || exercise) return null;
        return indicator.isShare() ? share(recorded, whole) : recorded;
    }

    static long share(long part, long whole) {
        return whole == 0 ? 0 : (200 * part + whole) / (2 * whole);
    }

    /**
     * A year's figure: the median of times, and the share of all together.
     *
     * @param value as {@link #shown} gives it
     * @param recorded null where any of them has none
     * @param of what it was counted from, the first to begin first; never empty
     */
    public record Together(
            Indicator indicator, long value, @Nullable Long recorded, List<Counted> of) {

        /** The entries of all of them. */
        public List<Mark> marks() {
            return of.stream().flatMap(each -> each.marks.stream()).distinct().toList();
        }
    }

    /** @return null for none */
    static @Nullable Together together(Indicator indicator, List<Counted> all) {
        if (all.isEmpty()) return null;
        boolean recorded = all.stream().noneMatch(each -> each.shownRecorded() == null);
        if (!indicator.isShare()) {
            var values = new ArrayList<Long>();
            var later = new ArrayList<Long>();
            for (var each : all) {
                values.add(each.shown());
                var by = each.shownRecorded();
                if (by != null) later.add(by);
            }
            return new Together(indicator, median(values), recorded ? median(later) : null, all);
        }
        long whole = all.stream().mapToLong(Counted::whole).sum();
        long part = all.stream().mapToLong(Counted::value).sum();
        long later = 0;
        for (var each : all) if (each.recorded != null) later += each.recorded;
        return new Together(indicator, share(part, whole), recorded ? share(later, whole) : null, all);
    }

    /** The middle one; of two in the middle, halfway between them, rounded down. */
    static long median(List<Long> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : Math.floorDiv(sorted.get(middle - 1) + sorted.get(middle), 2);
    }
}
