package se.samlad.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.NOON;
import static se.samlad.given.Given.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.samlad.given.Given;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.rota.RotaFact.Over;
import se.samlad.rota.RotaFact.Turn;

/** Given what a calendar said again and again, then the plan: its latest word for what comes, below what was planned by hand (R2). */
class SubscriptionTest {

    private static final By ADMIN = new By("admin", "taby", "admin");
    private static final UUID CALENDAR = new UUID(7, 7);
    private static final Instant END = NOON.plus(Duration.ofDays(30));

    private final Given given = new Given(new UUID(1, 0));
    private Plan plan = Plan.NONE;

    private static Instant hour(long hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    private static Turn turn(String account, long from, long until) {
        return new Turn(account, hour(from), hour(until));
    }

    private SubscriptionTest then(Instant at, UUID id, RotaFact.OfFunction fact) {
        var entry = given.add(id, CALENDAR, ADMIN, fact, Given.Envelope.at(at, Labels.of("actor:taby")));
        plan = plan.apply(entry, fact);
        return this;
    }

    private SubscriptionTest subscribed() {
        return then(NOON, CALENDAR, new RotaFact.Subscribed("tib", null));
    }

    private SubscriptionTest says(long at, Turn... turns) {
        return then(hour(at), given.nextId(), new RotaFact.CalendarRead("tib", CALENDAR, END, List.of(turns)));
    }

    private SubscriptionTest planned(String account, long from, long until, Over over) {
        var fact = new RotaFact.Planned("tib", List.of(account), hour(from), hour(until), null, over);
        return then(NOON, given.nextId(), fact);
    }

    /** Who is on duty from when until when, in hours. */
    private List<String> pieces() {
        return plan.between(hour(-100), END).stream()
                .map(p -> p.account() + " " + Duration.between(NOON, p.from()).toHours() + "-"
                        + Duration.between(NOON, p.until()).toHours())
                .toList();
    }

    @Test
    void theLatestWordHoldsForWhatComesAndWhatWasStaysAsItWas() {
        subscribed().says(0, turn("anna", 1, 9), turn("bo", 9, 17), turn("anna", 30, 40));
        says(12, turn("bo", 9, 20), turn("cecilia", 30, 40));
        assertThat(pieces()).containsExactly("anna 1-9", "bo 9-20", "cecilia 30-40");
        says(14, turn("anna", 9, 20));
        assertThat(pieces()).as("bo had it until then").containsExactly("anna 1-9", "bo 9-14", "anna 14-20");
        says(15);
        assertThat(pieces()).containsExactly("anna 1-9", "bo 9-14", "anna 14-15");
    }

    @Test
    void whatIsPlannedByHandWinsWhateverTheCalendarSaysLater() {
        planned("dan", 5, 6, Over.NOTHING);
        subscribed().says(0, turn("anna", 1, 9));
        assertThat(pieces()).containsExactly("anna 1-5", "dan 5-6", "anna 6-9");
        planned("bo", 7, 8, Over.INSTEAD).planned("cecilia", 2, 3, Over.BESIDE);
        says(0, turn("dan", 0, 12));
        assertThat(pieces()).containsExactly("dan 0-5", "cecilia 2-3", "dan 5-6", "dan 6-7", "bo 7-8", "dan 8-12");
        then(hour(0), given.nextId(), new RotaFact.TakenAway("tib", CALENDAR, hour(9), hour(10), "Sjuk"));
        says(0, turn("anna", 0, 12));
        assertThat(pieces()).contains("bo 7-8", "anna 8-9", "anna 10-12").doesNotContain("anna 8-12");
    }

    @Test
    void whoeverIsOnDutyStaysWhenItIsReadNoMore() {
        subscribed().says(0, turn("anna", 1, 9), turn("bo", 9, 17));
        then(hour(5), given.nextId(), new RotaFact.SubscriptionEnded("tib", CALENDAR));
        assertThat(pieces()).containsExactly("anna 1-9");
        assertThat(plan.subscriptions()).isEmpty();
        says(6, turn("cecilia", 10, 12));
        assertThat(pieces()).as("nothing is read after that").containsExactly("anna 1-9");
    }

    private RotaFact.CalendarRead read(long at, boolean sure, Turn... turns) {
        return Subscription.read(plan, CALENDAR, List.of(turns), END, sure, hour(at));
    }

    @Test
    void theSameWordIsNoEntryAndAnEmptyCalendarEmptiesNothingByItself() {
        subscribed().says(0, turn("anna", 1, 9), turn("bo", 9, 17));
        refused(Subscription.UNCHANGED, () -> read(0, false, turn("anna", 1, 9), turn("bo", 9, 17)));
        refused(Subscription.UNCHANGED, () -> read(10, false, turn("bo", 9, 17)));
        refused(Subscription.UNCHANGED, () -> read(20, false));
        refused(Subscription.EMPTIED, () -> read(10, false));
        assertThat(read(10, true).turns()).isEmpty();
        assertThat(read(10, false, turn("anna", 1, 9), turn("anna", 9, 17)).turns())
                .containsExactly(turn("anna", 9, 17));
    }

    /** A calendar that repeats for ever is an entry a month, not one for each shift that comes in sight. */
    @Test
    void theHorizonStaysForAMonth() {
        var subscription = subscribed().plan.subscription(CALENDAR).orElseThrow();
        assertThat(subscription.horizon(NOON)).isEqualTo(NOON.plus(Rota.AHEAD));
        var read = subscription.read(
                new RotaFact.CalendarRead("tib", CALENDAR, NOON.plus(Rota.AHEAD), List.of(turn("anna", 1, 9))));
        assertThat(read.horizon(hour(24 * 31))).isEqualTo(NOON.plus(Rota.AHEAD));
        assertThat(read.horizon(hour(24 * 31 + 1))).isEqualTo(hour(24 * 31 + 1).plus(Rota.AHEAD));
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.of("anna", "bo", "cecilia"),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(1, 40))
                .as((who, from, length) -> turn(who, from, from + length))
                .list()
                .ofMaxSize(5);
    }

    /** However often it is read: before the reading nothing changes, and after it holds what it says and nothing else. */
    @Property(tries = 300)
    void aReadingChangesAllThatComesAndNothingThatWas(
            @ForAll @Size(max = 6) List<@net.jqwik.api.From("turns") List<Turn>> readings) {
        subscribed();
        int at = 0;
        for (var reading : readings) {
            var before = plan;
            var coming = new ArrayList<Turn>();
            var now = hour(at);
            for (var each : reading) if (each.until().isAfter(now)) coming.add(each);
            says(at, coming.toArray(Turn[]::new));
            if (at > 0) assertThat(on(plan, hour(-100), now)).isEqualTo(on(before, hour(-100), now));
            for (int h = at; h < 250; h++) {
                var then = hour(h);
                assertThat(on(plan, then, hour(h + 1)))
                        .isEqualTo(coming.stream()
                                .filter(t ->
                                        !t.from().isAfter(then) && t.until().isAfter(then))
                                .map(Turn::account)
                                .distinct()
                                .sorted()
                                .toList());
            }
            at += 20;
        }
    }

    private static List<String> on(Plan plan, Instant from, Instant until) {
        if (Duration.between(from, until).toHours() == 1)
            return plan.between(from, until).stream()
                    .map(Slice::account)
                    .distinct()
                    .sorted()
                    .toList();
        var all = new ArrayList<String>();
        for (var h = from; h.isBefore(until); h = h.plus(Duration.ofHours(1)))
            all.add(String.join(" ", on(plan, h, h.plus(Duration.ofHours(1)))));
        return all;
    }
}
