package se.samlad.standing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often a forum meets.
 *
 * @param months from 1 to 12
 * @param week which of the month's such days, from 1 to 4; 5 is the last one, and 0 is every one
 * @param day of the week, from 1 for Monday
 * @param at the time of day in Stockholm, such as {@code 09:00}
 * @param minutes how long a meeting takes
 */
public record Rhythm(List<Integer> months, int week, int day, String at, int minutes) {

    static final int EVERY = 0;
    static final int LAST = 5;

    public LocalTime time() {
        return LocalTime.parse(at);
    }

    /** Months that follow each other, from 1 to 12, both with it. */
    public record Stretch(int first, int last) {}

    /** The months in as few stretches as there are, in order. */
    public List<Stretch> stretches() {
        var stretches = new ArrayList<Stretch>();
        for (int month : months.stream().sorted().distinct().toList()) {
            if (!stretches.isEmpty() && stretches.getLast().last() == month - 1)
                stretches.add(new Stretch(stretches.removeLast().first(), month));
            else stretches.add(new Stretch(month, month));
        }
        return List.copyOf(stretches);
    }

    /** The days of the year's meetings, in order. */
    public List<LocalDate> in(int year) {
        return months.stream()
                .sorted()
                .flatMap(month -> in(YearMonth.of(year, month)))
                .toList();
    }

    private Stream<LocalDate> in(YearMonth month) {
        var first = month.atDay(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.of(day)));
        return switch (week) {
            case EVERY -> first.datesUntil(month.plusMonths(1).atDay(1), java.time.Period.ofWeeks(1));
            case LAST -> Stream.of(month.atEndOfMonth().with(TemporalAdjusters.previousOrSame(DayOfWeek.of(day))));
            default -> Stream.of(first.plusWeeks(week - 1L));
        };
    }
}
