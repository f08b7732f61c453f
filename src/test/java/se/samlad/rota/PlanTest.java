package se.samlad.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePVector;
import se.samlad.rota.RotaFact.Over;
import se.samlad.rota.RotaFact.Repeat;
import se.samlad.web.Say;

/** Given shifts and patterns laid over each other, then what is read of them (R2, A6). */
class PlanTest {

    private static final Instant BEGIN = Instant.parse("2026-01-14T00:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(40));
    private static final List<String> PEOPLE = List.of("anna", "bo", "cecilia");

    /** Shifts at whole hours, of any kind, in no order; some repeated. */
    @Provide
    Arbitrary<List<Layer.Shift>> shifts() {
        var starts = Arbitraries.integers().between(-20 * 24, 45 * 24);
        var lengths = Arbitraries.integers().between(1, 7 * 24);
        var every = Arbitraries.integers().between(0, 9);
        var shift = Combinators.combine(starts, lengths, every, Arbitraries.of(PEOPLE), Arbitraries.of(Over.values()))
                .as((start, length, days, who, over) -> {
                    var from = BEGIN.plus(Duration.ofHours(start));
                    var hours = days == 0 ? length : Math.min(length, days * 24 - 1);
                    var repeat = days == 0 ? null : new Repeat(days, null, List.of());
                    return Planned.shift(List.of(who), from, from.plus(Duration.ofHours(hours)), repeat, over);
                });
        return shift.list().ofMaxSize(8);
    }

    private static Layer.Shift as(Layer.Shift shift, Over over) {
        var s = (RotaFact.Planned) shift.said();
        return new Layer.Shift(
                shift.id(),
                new RotaFact.Planned(s.function(), s.accounts(), s.from(), s.until(), s.repeat(), over),
                shift.gone(),
                shift.by());
    }

    private static List<Instant> edges(List<Slice> pieces) {
        var all = new ArrayList<Instant>();
        pieces.forEach(p -> {
            all.add(p.from());
            all.add(p.until().minusNanos(1));
        });
        return all;
    }

    @Property(tries = 300)
    void gapsAndShiftsAreTheWholeWindowAndNeverBoth_R2(@ForAll("shifts") List<Layer.Shift> shifts) {
        var pieces = Planned.of(shifts).between(BEGIN, END);
        var gaps = Gap.between(BEGIN, END, pieces);
        var at = new ArrayList<>(edges(pieces));
        gaps.forEach(g -> at.addAll(List.of(g.from(), g.until().minusNanos(1))));
        at.addAll(List.of(BEGIN, END.minusNanos(1)));
        for (var each : at) {
            boolean on = pieces.stream().anyMatch(p -> p.contains(each));
            boolean off = gaps.stream().anyMatch(g -> !each.isBefore(g.from()) && each.isBefore(g.until()));
            assertThat(on).as(each.toString()).isNotEqualTo(off);
        }
        assertThat(pieces).allMatch(p -> !p.from().isBefore(BEGIN) && !p.until().isAfter(END));
    }

    @Property(tries = 300)
    void noInstantHasTwoUnlessTwoWerePlanned(@ForAll("shifts") List<Layer.Shift> shifts) {
        var instead = shifts.stream().map(s -> as(s, Over.INSTEAD)).toList();
        var pieces = Planned.of(instead).between(BEGIN, END);
        for (var each : edges(pieces))
            assertThat(pieces.stream().filter(p -> p.contains(each)))
                    .as(each.toString())
                    .hasSize(1);
    }

    /** The last one holds in all its time; outside of it everything is as it was, cut and never grown together. */
    @Property(tries = 300)
    void aShiftOverOthersCutsThemAndNeverMeltsThem(
            @ForAll("shifts") List<Layer.Shift> below, @ForAll @IntRange(max = 38 * 24) int start) {
        var over = Planned.once("dan", BEGIN.plus(Duration.ofHours(start)), Duration.ofHours(30), Over.INSTEAD);
        var before = Planned.of(below).between(BEGIN, END);
        List<Layer> all = new ArrayList<>(below);
        all.add(over);
        var after = Planned.of(all).between(BEGIN, END);
        var said = (RotaFact.Planned) over.said();
        var left = before.stream()
                .flatMap(p -> p.without(said.from(), said.until()))
                .toList();
        assertThat(after.stream().filter(p -> !p.account().equals("dan"))).containsExactlyInAnyOrderElementsOf(left);
        assertThat(after.stream().filter(p -> p.account().equals("dan"))).hasSize(1);
        all.set(below.size(), new Layer.Shift(over.id(), said, TreePVector.singleton(gone(BEGIN, END)), "admin"));
        assertThat(Planned.of(all).between(BEGIN, END)).as("taken away again").isEqualTo(before);
    }

    private static Layer.Shift.Gone gone(Instant from, Instant until) {
        return new Layer.Shift.Gone(from, until, "Prov");
    }

    /** Read in pieces, it is what it is read at once. */
    @Property(tries = 200)
    void aWindowIsTheSameInTwoParts(
            @ForAll("shifts") List<Layer.Shift> shifts, @ForAll @IntRange(min = 1, max = 39 * 24) int hours) {
        var middle = BEGIN.plus(Duration.ofHours(hours));
        var plan = Planned.of(shifts);
        var whole = plan.between(BEGIN, END).stream()
                .flatMap(p -> p.without(middle, middle.plusNanos(1)))
                .toList();
        var parts = new ArrayList<>(plan.between(BEGIN, middle));
        plan.between(middle, END).stream()
                .flatMap(p -> p.without(middle, middle.plusNanos(1)))
                .forEach(parts::add);
        assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Provide
    Arbitrary<LocalDateTime> firsts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 800),
                        Arbitraries.integers().between(0, 24 * 4 - 1))
                .as((day, quarter) ->
                        LocalDate.of(2025, 1, 1).atStartOfDay().plusDays(day).plusMinutes(15L * quarter));
    }

    private static boolean isShown(LocalDateTime local) {
        return !Say.STOCKHOLM.getRules().getValidOffsets(local).isEmpty();
    }

    /** Over March and October, whatever time of day: each instant has one, and the hour of the day stays. */
    @Property(tries = 1000)
    void turnsWithoutABreakCoverEveryInstantOnceWhenClocksAreSet(
            @ForAll("firsts") LocalDateTime first,
            @ForAll @IntRange(min = 1, max = 14) int days,
            @ForAll @IntRange(min = 1, max = 3) int people) {
        // nobody can say a time that the clocks skip; the turns that follow may well begin there
        Assume.that(isShown(first) && isShown(first.plusDays(days)));
        var plan = Planned.of(Planned.turns(PEOPLE.subList(0, people), first, days, Over.NOTHING));
        var begin = first.atZone(Say.STOCKHOLM).toInstant();
        var end = begin.plus(Duration.ofDays(400));
        var pieces = plan.between(begin, end);
        assertThat(Gap.between(begin, end, pieces)).isEmpty();
        for (int i = 1; i < pieces.size(); i++)
            assertThat(pieces.get(i).from()).isEqualTo(pieces.get(i - 1).until());
        for (int i = 0; i < pieces.size(); i++) {
            var local = first.plusDays((long) i * days);
            assertThat(pieces.get(i).account()).isEqualTo(PEOPLE.get(i % people));
            assertThat(pieces.get(i).from())
                    .isEqualTo(local.atZone(Say.STOCKHOLM).toInstant());
        }
    }

    @Test
    void theNightOfTheMissingHourIsShorterAndTheDoubledOneLonger() {
        var nights = Planned.turns(PEOPLE, LocalDateTime.parse("2026-03-27T20:00"), 1, Over.NOTHING);
        var spring = Planned.of(nights).between(Planned.at("2026-03-27T20:00"), Planned.at("2026-03-31T20:00"));
        assertThat(spring).extracting(p -> p.length().toHours()).containsExactly(24L, 23L, 24L, 24L);
        var autumn = Planned.of(nights).between(Planned.at("2026-10-23T20:00"), Planned.at("2026-10-26T20:00"));
        assertThat(autumn).extracting(p -> p.length().toHours()).containsExactly(24L, 25L, 24L);
    }

    @Test
    void aHolidayIsAnExceptionAndItsTurnIsNobodys() {
        var repeat = new Repeat(7, Planned.at("2027-02-01T08:00"), List.of(LocalDate.of(2026, 12, 25)));
        var weeks = Planned.shift(
                PEOPLE, Planned.at("2026-12-11T16:00"), Planned.at("2026-12-14T08:00"), repeat, Over.NOTHING);
        var pieces = Planned.of(weeks).between(Planned.at("2026-12-01T00:00"), Planned.at("2027-03-01T00:00"));
        assertThat(pieces)
                .extracting(p -> p.account() + " " + LocalDateTime.ofInstant(p.from(), Say.STOCKHOLM))
                .startsWith("anna 2026-12-11T16:00", "bo 2026-12-18T16:00", "anna 2027-01-01T16:00")
                .endsWith("cecilia 2027-01-15T16:00", "anna 2027-01-22T16:00", "bo 2027-01-29T16:00");
    }

    @Test
    void whoTakesOverIsOnDutyUntilTheShiftThatWasHandedOverEnds_A6() {
        var plan = Planned.of(
                Planned.once("anna", Planned.at("2026-01-14T08:00"), Duration.ofHours(24), Over.NOTHING),
                Planned.once("bo", Planned.at("2026-01-15T08:00"), Duration.ofHours(24), Over.NOTHING));
        var pieces = plan.between(Planned.at("2026-01-01T00:00"), Planned.at("2026-02-01T00:00"));
        var taken = new TakenOver.Taken(java.util.UUID.randomUUID(), "anna", "dan", Planned.at("2026-01-14T22:00"));
        assertThat(TakenOver.laidOver(pieces, List.of(taken)))
                .extracting(p -> p.account() + " " + p.length().toHours())
                .containsExactly("anna 14", "dan 10", "bo 24");
        var later = new TakenOver.Taken(java.util.UUID.randomUUID(), "bo", "eva", Planned.at("2026-01-20T08:00"));
        assertThat(TakenOver.laidOver(pieces, List.of(taken, later)).getLast())
                .as("nobody was planned: until somebody is")
                .matches(p -> p.account().equals("eva") && p.isOpen());
        var next = Planned.once("anna", Planned.at("2026-01-22T08:00"), Duration.ofHours(24), Over.NOTHING);
        var more = new ArrayList<>(pieces);
        more.addAll(next.between(BEGIN, END));
        assertThat(TakenOver.laidOver(more, List.of(later)))
                .extracting(p -> p.account() + " " + p.length().toHours())
                .endsWith("eva 48", "anna 24");
    }

    @Test
    void aSwapGivesEachTheOthersTimeAndNoMore() {
        var a = Planned.once("anna", Planned.at("2026-01-14T08:00"), Duration.ofHours(48), Over.NOTHING);
        var b = Planned.once("bo", Planned.at("2026-01-16T08:00"), Duration.ofHours(48), Over.NOTHING);
        var plan = Planned.of(
                a,
                b,
                new Layer.Exchange("anna", "bo", Planned.at("2026-01-14T20:00"), Planned.at("2026-01-15T08:00")),
                new Layer.Exchange("bo", "anna", Planned.at("2026-01-17T08:00"), Planned.at("2026-01-18T08:00")));
        assertThat(plan.between(BEGIN, END))
                .extracting(p -> p.account() + " " + p.length().toHours())
                .containsExactly("anna 12", "bo 12", "anna 24", "bo 24", "anna 24");
    }
}
