package se.samlad.rota.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.samlad.rota.Slice;
import se.samlad.web.Say;

/** How duty is shared (A9): each person's hours, nights and days of weekends over a time. Pure. */
final class Fairness {

    private static final Set<java.time.DayOfWeek> WEEKEND =
            EnumSet.of(java.time.DayOfWeek.SATURDAY, java.time.DayOfWeek.SUNDAY);
    private static final LocalTime NIGHT_BEGINS = LocalTime.of(22, 0);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(6, 0);
    /** As long as somebody must be on duty for a night or a day to count. */
    private static final Duration COUNTS = Duration.ofHours(4);

    private Fairness() {}

    record Share(String account, long hours, int nights, int weekendDays) {}

    /** A share for each of the people, whoever has nothing too; the one with the most hours first. */
    static List<Share> of(Collection<String> people, List<Slice> pieces, Instant begin, Instant end) {
        var shares = new ArrayList<Share>();
        for (var account : people) {
            var own = pieces.stream()
                    .filter(p -> p.account().equals(account))
                    .flatMap(p -> p.within(begin, end).stream())
                    .toList();
            shares.add(share(account, own, begin, end));
        }
        shares.sort(Comparator.comparing(Share::hours).reversed().thenComparing(Share::account));
        return shares;
    }

    private static Share share(String account, List<Slice> own, Instant begin, Instant end) {
        int nights = 0;
        int days = 0;
        var last = LocalDateTime.ofInstant(end, Say.STOCKHOLM).toLocalDate();
        var day = LocalDateTime.ofInstant(begin, Say.STOCKHOLM).toLocalDate().minusDays(1);
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            if (counts(own, at(day, NIGHT_BEGINS), at(day.plusDays(1), NIGHT_ENDS))) nights++;
            if (WEEKEND.contains(day.getDayOfWeek())
                    && counts(own, at(day, LocalTime.MIDNIGHT), at(day.plusDays(1), LocalTime.MIDNIGHT))) days++;
        }
        return new Share(account, total(own).toHours(), nights, days);
    }

    private static boolean counts(List<Slice> own, Instant begin, Instant end) {
        var on = own.stream().flatMap(p -> p.within(begin, end).stream()).toList();
        return total(on).compareTo(COUNTS) >= 0;
    }

    private static Duration total(List<Slice> pieces) {
        return pieces.stream().map(Slice::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Say.STOCKHOLM).toInstant();
    }
}
