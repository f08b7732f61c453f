package se.samlad.week;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import se.samlad.web.Dated.Date;
import se.samlad.web.Say;

/** One day in Stockholm, with what goes on at some time of it. */
public record Days(LocalDate day, List<Date> dates) {

    /** The days from the first on. A date that spans several days is in each. */
    static List<Days> of(LocalDate first, int days, List<Date> dates) {
        return IntStream.range(0, days)
                .mapToObj(first::plusDays)
                .map(day -> new Days(
                        day,
                        dates.stream()
                                .filter(date -> date.overlaps(
                                        day.atStartOfDay(Say.STOCKHOLM).toInstant(),
                                        day.plusDays(1)
                                                .atStartOfDay(Say.STOCKHOLM)
                                                .toInstant()))
                                .toList()))
                .toList();
    }

    /** Whether it began on an earlier day. */
    public boolean goesOn(Date date) {
        return date.from().atZone(Say.STOCKHOLM).toLocalDate().isBefore(day);
    }
}
