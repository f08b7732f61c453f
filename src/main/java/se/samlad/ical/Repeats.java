package se.samlad.ical;

import biweekly.component.VEvent;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When an event of a calendar begins: once, or each day or week as its rule says. Other rules are not those of shifts, and
 * some of them never come to an end. The days that are looked at are counted for the whole calendar.
 */
final class Repeats {

    private static final int MOST_DAYS = 200_000;
    private static final int MOST_STARTS = 1_000;

    private final Instant horizon;
    private int days;

    /** @param horizon what begins later is left out */
    Repeats(Instant horizon) {
        this.horizon = horizon;
    }

    /** The starts, as they are written; empty: by a rule that is not read. */
    Optional<List<LocalDateTime>> of(VEvent event, LocalDateTime first, Function<LocalDateTime, Instant> zone) {
        if (!event.getRecurrenceDates().isEmpty() || !event.getExceptionRules().isEmpty()) return Optional.empty();
        var rule = event.getRecurrenceRule();
        if (rule == null) return Optional.of(List.of(first));
        var repeat = rule.getValue();
        if (repeat == null || !isRead(repeat)) return Optional.empty();
        var starts = starts(repeat, first, zone, event.getDateStart().getValue().hasTime());
        if (starts == null) return Optional.empty();
        var except = event.getExceptionDates().stream()
                .flatMap(each -> each.getValues().stream())
                .toList();
        starts.removeIf(start -> except.stream().anyMatch(each -> isSame(each, start, zone)));
        return Optional.of(starts);
    }

    private static boolean isRead(Recurrence r) {
        boolean often = r.getFrequency() == Frequency.DAILY || r.getFrequency() == Frequency.WEEKLY;
        return often
                && r.getBySecond().isEmpty()
                && r.getByMinute().isEmpty()
                && r.getByHour().isEmpty()
                && r.getByMonthDay().isEmpty()
                && r.getByYearDay().isEmpty()
                && r.getByWeekNo().isEmpty()
                && r.getByMonth().isEmpty()
                && r.getBySetPos().isEmpty()
                && r.getByDay().stream().allMatch(day -> day.getNum() == null)
                && (r.getInterval() == null || r.getInterval() >= 1);
    }

    private static boolean isSame(ICalDate except, LocalDateTime start, Function<LocalDateTime, Instant> zone) {
        var at = CalendarReader.local(except);
        if (!except.hasTime()) return at.toLocalDate().equals(start.toLocalDate());
        var raw = except.getRawComponents();
        return raw != null && raw.isUtc()
                ? at.toInstant(java.time.ZoneOffset.UTC).equals(zone.apply(start))
                : at.equals(start);
    }

    /** Null: too many days would have to be looked at. */
    private @Nullable List<LocalDateTime> starts(
            Recurrence repeat, LocalDateTime first, Function<LocalDateTime, Instant> zone, boolean timed) {
        var starts = new ArrayList<LocalDateTime>();
        int count = 0;
        for (var at = first; !zone.apply(at).isAfter(horizon); at = at.plusDays(1)) {
            if (++days > MOST_DAYS) return null;
            if (isPast(repeat.getUntil(), at, zone, timed)) break;
            if (!falls(repeat, first.toLocalDate(), at.toLocalDate())) continue;
            if (repeat.getCount() != null && ++count > repeat.getCount()) break;
            starts.add(at);
            if (starts.size() > MOST_STARTS) starts.removeFirst(); // the oldest: what begins last matters
        }
        return starts;
    }

    /** @param timed whether the event has times; where it has days only, only the day of its last one counts */
    private static boolean isPast(
            @Nullable ICalDate until, LocalDateTime at, Function<LocalDateTime, Instant> zone, boolean timed) {
        if (until == null) return false;
        var last = CalendarReader.local(until);
        if (!until.hasTime() || !timed) return at.toLocalDate().isAfter(last.toLocalDate());
        var raw = until.getRawComponents();
        return raw != null && raw.isUtc()
                ? zone.apply(at).isAfter(last.toInstant(java.time.ZoneOffset.UTC))
                : at.isAfter(last);
    }

    private static boolean falls(Recurrence repeat, LocalDate first, LocalDate day) {
        long every = repeat.getInterval() == null ? 1 : repeat.getInterval();
        Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        repeat.getByDay().forEach(each -> on.add(DayOfWeek.valueOf(each.getDay().name())));
        if (repeat.getFrequency() == Frequency.DAILY)
            return ChronoUnit.DAYS.between(first, day) % every == 0
                    && (on.isEmpty() || on.contains(day.getDayOfWeek()));
        if (on.isEmpty()) on.add(first.getDayOfWeek());
        var begins = repeat.getWorkweekStarts() == null
                ? DayOfWeek.MONDAY
                : DayOfWeek.valueOf(repeat.getWorkweekStarts().name());
        long weeks = ChronoUnit.WEEKS.between(
                first.with(TemporalAdjusters.previousOrSame(begins)),
                day.with(TemporalAdjusters.previousOrSame(begins)));
        return weeks % every == 0 && on.contains(day.getDayOfWeek());
    }
}
