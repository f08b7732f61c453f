package se.samlad.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.given.Given;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.reach.Way;
import se.samlad.reminder.Reminder.Settings;
import se.samlad.reminder.ReminderFact.Begun;
import se.samlad.reminder.ReminderFact.Settled;
import se.samlad.reminder.ReminderFact.Stage;
import se.samlad.reminder.ReminderFact.Thing;
import se.samlad.web.Say;
import se.samlad.web.Waiting;
import se.samlad.web.Waiting.Item;

/** Given what waits for a function, then of what it is reminded, when, and how often (A6, A7). */
class RemindingTest {

    private static final Acting SECRETARIAT = Given.acting("ssr", "kansli", Level.EXECUTING, null, Mandate.ADMIT);
    private static final Acting TABY = Given.acting("taby", "tib", Level.COORDINATING, null, Mandate.STANCE);
    private static final Settings NINE = new Settings(true, 9, 2, 3, null);
    private static final Instant TUESDAY = Instant.parse("2026-03-10T08:00:00Z"); // nine o'clock in Stockholm
    private static final String FUNCTION = "taby/tib";

    private final List<Entry> entries = new ArrayList<>();

    private Entry then(Instant at, ReminderFact fact) {
        var given = new Given(Reminder.stream(FUNCTION));
        var in = Given.Envelope.at(at, Labels.of("function:" + FUNCTION));
        var entry = given.add(new UUID(9, entries.size()), Reminder.subject(FUNCTION), SECRETARIAT.by(), fact, in);
        entries.add(entry);
        return entry;
    }

    private Reminder.All all() {
        return Reminder.All.ACROSS.view().fold(entries);
    }

    private static Item item(String id, Instant since, @Nullable Instant due) {
        return new Item(id, 3, "Sand", "Hemligt", since, due, null, new Waiting.Settle.Go("a", "/"));
    }

    private static Instant days(double days) {
        return TUESDAY.plusSeconds((long) (days * 86_400));
    }

    private List<Stage> said(Instant now, Item... items) {
        return Reminding.untold(List.of(items), all().told(FUNCTION), NINE, now).stream()
                .map(Thing::stage)
                .toList();
    }

    private Entry told(Instant now, Item... items) {
        var things = Reminding.untold(List.of(items), all().told(FUNCTION), NINE, now);
        return then(now, new Begun(FUNCTION, Reminding.today(now), things, List.of(Way.MAIL)));
    }

    @Test
    void aThingIsNamedOnceAtEachStage_A7() {
        var undertaken = item("undertaking-1", TUESDAY, days(10));
        assertThat(said(days(1), undertaken)).as("it is new").isEmpty();
        assertThat(said(days(2), undertaken)).containsExactly(Stage.WAITS);
        told(days(2), undertaken);
        assertThat(said(days(3), undertaken)).isEmpty();
        assertThat(said(days(7), undertaken)).containsExactly(Stage.SOON);
        told(days(7), undertaken);
        assertThat(said(days(9), undertaken)).isEmpty();
        assertThat(said(days(10), undertaken)).containsExactly(Stage.LATE);
        told(days(10), undertaken);
        assertThat(said(days(40), undertaken)).as("nobody is nagged").isEmpty();
        var moved = item("undertaking-1", TUESDAY, days(41));
        assertThat(said(days(40), moved)).as("it was moved").containsExactly(Stage.SOON);
    }

    @Test
    void allOfADayIsOneMessageAndOnlyOne_A7() {
        var first = told(days(2), item("a", TUESDAY, null), item("b", TUESDAY, days(1)));
        assertThat(((Begun) first.fact()).things()).extracting(Thing::stage).containsExactly(Stage.WAITS, Stage.LATE);
        assertThat(all().isDone(FUNCTION, Reminding.today(days(2)))).isTrue();
        assertThat(all().isDone(FUNCTION, Reminding.today(days(3)))).isFalse();
        assertThat(all().isDone("nacka/tib", Reminding.today(days(2)))).isFalse();
    }

    @Test
    void whatNoWayTookIsNamedAgainAnotherDay() {
        var a = item("a", TUESDAY, null);
        var begun = told(days(2), a);
        assertThat(all().open()).containsOnlyKeys(begun.id());
        then(days(2), new ReminderFact.Sent(begun.id(), List.of(new ReminderFact.Given(Way.MAIL, Outcome.DOWN))));
        assertThat(all().open()).isEmpty();
        assertThat(all().isDone(FUNCTION, Reminding.today(days(2))))
                .as("not today")
                .isTrue();
        assertThat(said(days(3), a)).containsExactly(Stage.WAITS);
        var again = told(days(3), a);
        then(
                days(3),
                new ReminderFact.Sent(
                        again.id(),
                        List.of(
                                new ReminderFact.Given(Way.MAIL, Outcome.FAILED),
                                new ReminderFact.Given(Way.SMS, Outcome.UNCERTAIN))));
        assertThat(said(days(4), a)).as("it may have arrived").isEmpty();
        assertThat(all().byFunction().get(FUNCTION).latest().way()).isEqualTo(Way.SMS);
    }

    @Test
    void whatWasSaidLongAgoIsForgotten() {
        for (int i = 0; i < 300; i++) told(days(2 + i), item("a" + i, days(i), null));
        assertThat(all().told(FUNCTION)).hasSizeLessThan(125);
    }

    @Test
    void itIsDayAndAWorkingDayInStockholm() {
        assertThat(Reminding.time(NINE, TUESDAY)).contains(TUESDAY);
        assertThat(Reminding.time(NINE, TUESDAY.minusSeconds(1))).isEmpty();
        assertThat(Reminding.time(NINE, Instant.parse("2026-03-10T14:59:59Z"))).contains(TUESDAY);
        assertThat(Reminding.time(NINE, Instant.parse("2026-03-10T15:00:00Z"))).isEmpty();
        assertThat(Reminding.time(NINE, Instant.parse("2026-07-07T07:00:00Z")))
                .as("in summer nine is an hour earlier elsewhere")
                .contains(Instant.parse("2026-07-07T07:00:00Z"));
        assertThat(Reminding.time(new Settings(false, 9, 2, 3, null), TUESDAY)).isEmpty();
        assertThat(Reminding.time(NINE, Instant.parse("2026-03-14T09:00:00Z")))
                .as("a Saturday")
                .isEmpty();
    }

    /** By the calendar of 2026 and of years in which Easter is early and late. */
    @Test
    void nobodyIsRemindedOnAHoliday() {
        var off = Stream.of(
                "2026-01-01",
                "2026-01-06",
                "2026-04-03",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-06-19",
                "2026-12-24",
                "2026-12-25",
                "2026-12-31",
                "2025-06-06",
                "2008-03-21",
                "2008-03-24",
                "2038-04-23",
                "2038-04-26",
                "2029-06-22");
        assertThat(off.map(LocalDate::parse)).noneMatch(Reminding::isWorkingDay);
        var on = Stream.of(
                "2026-04-02", "2026-04-07", "2026-05-15", "2026-06-18", "2026-06-26", "2026-12-23", "2026-12-30");
        assertThat(on.map(LocalDate::parse)).allMatch(Reminding::isWorkingDay);
    }

    @Test
    void theSecretariatSaysHow() {
        assertThat(Reminding.settle(SECRETARIAT, true, 15, 0, 30, Settings.OFF))
                .isEqualTo(new Settled(true, 15, 0, 30));
        assertThat(Reminding.settle(SECRETARIAT, false, null, null, null, NINE)).isEqualTo(new Settled(false, 9, 2, 3));
        notMandated("reminder.who", () -> Reminding.settle(TABY, true, 9, 2, 3, NINE));
        refused("reminder.on", () -> Reminding.settle(SECRETARIAT, null, 9, 2, 3, NINE));
        refused("reminder.hour", () -> Reminding.settle(SECRETARIAT, true, 6, 2, 3, NINE));
        refused("reminder.hour", () -> Reminding.settle(SECRETARIAT, true, 16, 2, 3, NINE));
        refused("reminder.days", () -> Reminding.settle(SECRETARIAT, true, 9, -1, 3, NINE));
        refused("reminder.days", () -> Reminding.settle(SECRETARIAT, true, 9, 2, 31, NINE));
    }

    /** Whatever comes and goes, however often it is looked: one message a day at most, no thing and stage twice, never at night. */
    @Property(tries = 200)
    void gently(
            @ForAll @Size(max = 12) List<@IntRange(max = 40) Integer> dueInDays,
            @ForAll @Size(min = 20, max = 200) List<@IntRange(max = 1_000) Integer> minutesBetween) {
        entries.clear();
        var seen = new HashSet<String>();
        var days = new HashSet<LocalDate>();
        var now = TUESDAY;
        for (var each : minutesBetween) {
            now = now.plus(Duration.ofMinutes(each));
            if (Reminding.time(NINE, now).isEmpty() || all().isDone(FUNCTION, Reminding.today(now))) continue;
            var items = new ArrayList<Item>();
            for (int i = 0; i < dueInDays.size(); i++) items.add(item("i" + i, TUESDAY, days(dueInDays.get(i))));
            var things = Reminding.untold(items, all().told(FUNCTION), NINE, now);
            if (things.isEmpty()) continue;
            assertThat(days.add(Reminding.today(now))).isTrue();
            assertThat(now.atZone(Say.STOCKHOLM).getHour()).isBetween(9, 15);
            for (var thing : things) {
                assertThat(seen.add(thing.of())).isTrue();
                assertThat(thing.of()).doesNotContain("Sand", "Hemligt");
            }
            then(now, new Begun(FUNCTION, Reminding.today(now), things, List.of(Way.MAIL)));
        }
    }
}
