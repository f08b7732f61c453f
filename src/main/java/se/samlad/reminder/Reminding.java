package se.samlad.reminder;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Refused;
import se.samlad.reminder.Reminder.Settings;
import se.samlad.reminder.ReminderFact.Settled;
import se.samlad.reminder.ReminderFact.Stage;
import se.samlad.reminder.ReminderFact.Thing;
import se.samlad.web.Say;
import se.samlad.web.Waiting.Item;

/** The rules of reminders. Pure: no clock, no database, no Spring. */
final class Reminding {

    /** From this hour on nobody is reminded any more on the day. */
    static final int END = 16;

    static final int FIRST = 7;
    private static final int LONGEST = 30;
    private static final int THINGS = 200;

    private Reminding() {}

    /** The secretariat. */
    static boolean maySettle(Viewer viewer) {
        return viewer.may(Mandate.ADMIT);
    }

    /** @throws NotMandated reminder.who */
    static void mustSettle(Acting by) {
        if (!maySettle(by.viewer())) throw new NotMandated("reminder.who");
    }

    /** @throws NotMandated reminder.who; Refused reminder.on, reminder.hour, reminder.days, at the field */
    static Settled settle(
            Acting by,
            @Nullable Boolean on,
            @Nullable Integer hour,
            @Nullable Integer after,
            @Nullable Integer ahead,
            Settings before) {
        mustSettle(by);
        int from = hour == null ? before.hour() : hour;
        if (on == null) throw new Refused("reminder.on").at("sends");
        if (from < FIRST || from >= END) throw new Refused("reminder.hour", FIRST, END - 1).at("hour");
        return new Settled(on, from, days(after, before.after(), "after"), days(ahead, before.ahead(), "ahead"));
    }

    private static int days(@Nullable Integer said, int before, String field) {
        int days = said == null ? before : said;
        if (days < 0 || days > LONGEST) throw new Refused("reminder.days", LONGEST).at(field);
        return days;
    }

    /** When today's reminders are due, while they may be sent; empty: now is no time to remind anybody. */
    static Optional<Instant> time(Settings settings, Instant now) {
        if (!settings.on() || !isOfficeHour(now)) return Optional.empty();
        var begins = today(now).atTime(settings.hour(), 0).atZone(Say.STOCKHOLM).toInstant();
        return Optional.of(begins).filter(at -> !at.isAfter(now));
    }

    /** A working day, from {@value #FIRST} until {@value #END} in Stockholm. */
    static boolean isOfficeHour(Instant now) {
        var local = now.atZone(Say.STOCKHOLM);
        return isWorkingDay(local.toLocalDate()) && local.getHour() >= FIRST && local.getHour() < END;
    }

    static LocalDate today(Instant now) {
        return ZonedDateTime.ofInstant(now, Say.STOCKHOLM).toLocalDate();
    }

    /** Neither a Saturday, a Sunday nor a public holiday in Sweden, nor an eve that is kept as one. */
    static boolean isWorkingDay(LocalDate day) {
        var week = day.getDayOfWeek();
        if (week == DayOfWeek.SATURDAY || week == DayOfWeek.SUNDAY) return false;
        boolean midsummer = day.getMonthValue() == 6
                && week == DayOfWeek.FRIDAY
                && day.getDayOfMonth() >= 19
                && day.getDayOfMonth() <= 25;
        var easter = easter(day.getYear());
        return !midsummer
                && !Set.of("01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26", "12-31")
                        .contains(day.toString().substring(5))
                && !List.of(easter.minusDays(2), easter.plusDays(1), easter.plusDays(39))
                        .contains(day);
    }

    /** The Sunday of Easter, by the Gregorian calendar's own arithmetic (Butcher's form). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    /** How far the thing has come; empty: it is too early to remind anybody of it. */
    static Optional<Stage> stage(Item item, Settings settings, Instant now) {
        var due = item.due();
        if (due != null && !due.isAfter(now)) return Optional.of(Stage.LATE);
        if (due != null && !due.minus(Duration.ofDays(settings.ahead())).isAfter(now)) return Optional.of(Stage.SOON);
        return item.since().plus(Duration.ofDays(settings.after())).isAfter(now)
                ? Optional.empty()
                : Optional.of(Stage.WAITS);
    }

    /** Those that the function has not been told at this stage. A thing that is moved is told anew. */
    static List<Thing> untold(List<Item> items, Set<String> told, Settings settings, Instant now) {
        return items.stream()
                .flatMap(item -> stage(item, settings, now).map(stage -> thing(item, stage)).stream())
                .filter(thing -> !told.contains(thing.of()))
                .distinct()
                .limit(THINGS)
                .toList();
    }

    private static Thing thing(Item item, Stage stage) {
        var time = item.due() == null ? item.since() : item.due();
        return new Thing(item.id() + "/" + stage + "/" + time.getEpochSecond(), stage);
    }
}
