package se.samlad.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.Awaited;
import se.samlad.ical.CalendarReader.Bounds;
import se.samlad.ical.CalendarReader.Known;
import se.samlad.ical.CalendarReader.Problem;
import se.samlad.ical.CalendarReader.Turn;

/** Given calendars of others, real and hostile, then their shifts, and what can't be read by its line (RFC 5545). */
class CalendarReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-14T12:00:00Z");
    private static final List<Known> PEOPLE =
            List.of(new Known("anna", "Anna Ek", "anna.ek@taby.example"), new Known("bo", "Bo Lind", null));

    private static String file(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/ical/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bounds at(Instant now) {
        return new Bounds(now, now.plus(Duration.ofDays(92)), now.plus(Duration.ofDays(400)), Duration.ofDays(31));
    }

    private static CalendarReader.Read read(String text, String now) {
        return CalendarReader.read(text, "anna", PEOPLE, at(Instant.parse(now)));
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\nUID:u@x\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private static CalendarReader.Read one(String... lines) {
        return CalendarReader.read(calendar(event(lines)), "anna", PEOPLE, at(NOW));
    }

    @Test
    void daysWithoutATimeAreStockholmsDaysAndAnExceptionIsLeftOut() {
        var read = read(file("parsing_error.ics"), "2008-03-01T00:00:00Z");
        assertThat(read.turns()).hasSize(20).allMatch(t -> t.account().equals("anna"));
        assertThat(read.turns().getFirst())
                .isEqualTo(
                        new Turn("anna", Instant.parse("2008-03-02T23:00:00Z"), Instant.parse("2008-03-03T23:00:00Z")));
        assertThat(read.turns()).noneMatch(t -> t.from().equals(Instant.parse("2008-03-10T23:00:00Z")));
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken_dtstart.ics", "issue_1081_invalid_rrule_freq.ics", "friday13-NOT.ics"})
    void whatCanNotBeReadIsNamedByItsLineAndNotGuessed(String name) {
        var read = read(file(name), "1990-01-01T00:00:00Z");
        assertThat(read.turns()).isEmpty();
        assertThat(read.problems()).hasSize(1).allMatch(p -> p.line() >= 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXDATE.ics",
                "EXDATE-IN-UTC.ics",
                "duration_instead_of_dtend.ics",
                "only_dtstart_date.ics",
                "dst-only-vtimezone.ics",
                "issue_1050_multiple_calendars.ics",
                "rfc5545-sec3.6.1.ics",
                "EstoniaHolidays.ics"
            })
    void everyEventOfARealCalendarIsEitherReadOrNamed(String name) {
        var text = file(name);
        for (var now : List.of("1990-01-01T00:00:00Z", "2015-06-01T00:00:00Z", "2030-01-01T00:00:00Z")) {
            var read = read(text, now);
            assertThat(read.turns().size() + read.problems().size() + read.over())
                    .as(name)
                    .isPositive();
            assertThat(read.turns()).allMatch(t -> t.from().isBefore(t.until()));
            assertThat(read.turns()).allMatch(t -> t.until().isAfter(Instant.parse(now)));
        }
    }

    @Test
    void weeksFollowTheClocksOfTheirZone() {
        var read = CalendarReader.read(
                calendar(event(
                        "DTSTART;TZID=Europe/Stockholm:20260320T200000",
                        "DTEND;TZID=Europe/Stockholm:20260321T080000",
                        "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3",
                        "EXDATE;TZID=Europe/Stockholm:20260403T200000")),
                "anna",
                PEOPLE,
                at(Instant.parse("2026-03-01T00:00:00Z")));
        assertThat(read.problems()).isEmpty();
        assertThat(read.turns())
                .extracting(t -> t.from().toString())
                .containsExactly("2026-03-20T19:00:00Z", "2026-03-27T19:00:00Z");
    }

    @Test
    void anOccurrenceThatWasMovedIsReadWhereItIs() {
        var master = event("DTSTART:20260201T080000Z", "DTEND:20260201T200000Z", "RRULE:FREQ=DAILY;COUNT=3");
        var moved = event("RECURRENCE-ID:20260202T080000Z", "DTSTART:20260202T120000Z", "DTEND:20260202T200000Z");
        var read = CalendarReader.read(calendar(master, moved), "anna", PEOPLE, at(NOW));
        assertThat(read.turns())
                .extracting(t -> t.from().toString())
                .containsExactly("2026-02-01T08:00:00Z", "2026-02-02T12:00:00Z", "2026-02-03T08:00:00Z");
    }

    @Test
    void whoIsMeantIsReadFromAddressOrTitle() {
        var by = List.of(
                event("DTSTART:20260201T080000Z", "DTEND:20260201T200000Z", "ATTENDEE:mailto:Anna.Ek@taby.example"),
                event("DTSTART:20260202T080000Z", "DTEND:20260202T200000Z", "SUMMARY:TiB: bo lind"),
                event("DTSTART:20260203T080000Z", "DTEND:20260203T200000Z", "SUMMARY:Anna Ek och Bo Lind"),
                event("DTSTART:20260204T080000Z", "DTEND:20260204T200000Z", "SUMMARY:Någon annan"));
        var read = CalendarReader.read(calendar(by.toArray(String[]::new)), null, PEOPLE, at(NOW));
        assertThat(read.turns()).extracting(Turn::account).containsExactly("anna", "bo");
        assertThat(read.problems())
                .containsExactly(new Problem(16, "who", "Anna Ek och Bo Lind"), new Problem(22, "who", "Någon annan"));
    }

    @Test
    void whatIsOverOrCancelledOrUpsideDownIsNoShift() {
        assertThat(one("DTSTART:20250101T080000Z", "DTEND:20250101T200000Z").over())
                .isEqualTo(1);
        assertThat(why("DTSTART:20260201T080000Z", "DTEND:20260201T200000Z", "STATUS:CANCELLED"))
                .isEqualTo("cancelled");
        assertThat(why("DTSTART:20260201T080000Z", "DTEND:20260201T080000Z")).isEqualTo("inverted");
        assertThat(why("DTSTART:20260201T080000Z")).isEqualTo("no-end");
        assertThat(why("DTSTART:20260201T080000Z", "DTEND:20270201T080000Z")).isEqualTo("long");
        assertThat(why("DTSTART;TZID=Atlantis:20260201T080000", "DTEND;TZID=Atlantis:20260201T090000"))
                .isIn("zone", "property");
        assertThat(why("SUMMARY:Jour")).isEqualTo("no-start");
        assertThat(why("DTSTART:20280101T080000Z", "DTEND:20280101T200000Z")).isEqualTo("far");
    }

    private static String why(String... lines) {
        var read = one(lines);
        assertThat(read.turns()).isEmpty();
        assertThat(read.problems()).hasSize(1);
        return read.problems().getFirst().why();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;COUNT=1000000000",
                "FREQ=DAILY;BYHOUR=0,1,2,3,4;BYSECOND=0",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
                "FREQ=WEEKLY;BYDAY=1MO",
                "FREQ=DAILY;INTERVAL=0"
            })
    void whatRepeatsTooOftenOrNeverIsNotRead(String rule) {
        Awaited.little(() -> assertThat(why("DTSTART:20260201T080000Z", "DTEND:20260201T090000Z", "RRULE:" + rule))
                .isIn("repeats", "property"));
    }

    @Test
    void theCalendarIsBounded() {
        Awaited.little(CalendarReaderTest::bounded);
    }

    private static void bounded() {
        refused("rota.read-empty", () -> read(" ", NOW.toString()));
        refused("rota.read-none", () -> read("Hej!", NOW.toString()));
        refused("rota.read-none", () -> read(calendar(), NOW.toString()));
        refused("rota.read-large", () -> read("x".repeat(Lines.LARGEST + 1), NOW.toString()));
        refused("rota.read-many", () -> read("BEGIN:VEVENT\n".repeat(50_000), NOW.toString()));
        refused("rota.read-many", () -> read("BEGIN:VCALENDAR\n".repeat(100), NOW.toString()));
        var old = event("DTSTART:00010101T000000Z", "DTEND:00010101T010000Z", "RRULE:FREQ=DAILY");
        var bomb = read(calendar(old.repeat(1_500)), NOW.toString());
        assertThat(bomb.turns()).isEmpty();
        assertThat(bomb.problems()).isNotEmpty();
        var many = event("DTSTART:20260201T080000Z", "DTEND:20260201T080100Z", "RRULE:FREQ=DAILY");
        assertThat(read(calendar(many.repeat(100)), NOW.toString()).turns()).hasSizeLessThanOrEqualTo(401);
    }

    private static CalendarReader.Read whole(String text) {
        return CalendarReader.readWhole(text, "anna", PEOPLE, at(NOW));
    }

    @Test
    void aCalendarThatWasCutOffIsNoneThatHasFewerShifts() {
        var text = calendar(
                event("DTSTART:20260201T080000Z", "DTEND:20260201T200000Z"),
                event("DTSTART:20260202T080000Z", "DTEND:20260202T200000Z"));
        assertThat(whole(text).turns()).hasSize(2);
        assertThat(whole(calendar())).isEqualTo(new CalendarReader.Read(List.of(), List.of(), 0));
        for (int length : List.of(20, text.length() / 2, text.length() - 5))
            refused("rota.read-cut", () -> whole(text.substring(0, length)));
        for (var other : List.of("", "<!doctype html><title>Logga in</title>", "BEGIN:VCARD\nEND:VCARD"))
            refused("rota.read-none", () -> whole(other));
        refused("rota.read-large", () -> whole("x".repeat(Lines.LARGEST + 1)));
    }
}
