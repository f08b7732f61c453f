package se.samlad.agreement;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Refused;
import se.samlad.web.Say;

/** A day, or the days between which it lies where no source gives it. Both are included. */
public record Day(LocalDate earliest, LocalDate latest) {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    public Day {
        if (latest.isBefore(earliest)) throw new IllegalArgumentException(earliest + " is after " + latest);
    }

    static Day on(LocalDate day) {
        return new Day(day, day);
    }

    /** Whether it is one day. */
    public boolean known() {
        return earliest.equals(latest);
    }

    /**
     * A day as it is typed.
     *
     * @param latest left out: the day is known
     * @throws Refused agreement.no-day, agreement.day, agreement.days at the field
     */
    static Day typed(@Nullable String earliest, @Nullable String latest, String field) {
        var from = optional(earliest, field);
        if (from == null) throw new Refused("agreement.no-day").at(field);
        var until = optional(latest, field + "Latest");
        if (until != null && until.isBefore(from)) throw new Refused("agreement.days").at(field + "Latest");
        return new Day(from, until == null ? from : until);
    }

    /** @throws Refused agreement.day at the field */
    static @Nullable LocalDate optional(@Nullable String text, String field) {
        if (text == null || text.isBlank()) return null;
        try {
            var day = LocalDate.parse(text.strip());
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) return day;
        } catch (DateTimeException _) {
            // said below
        }
        throw new Refused("agreement.day").at(field);
    }

    /** {@code 1 januari 2015}, or the days between which it lies. */
    public String words(Say say) {
        return known() ? say.day(earliest) : say.text("agreement.between", say.day(earliest), say.day(latest));
    }
}
