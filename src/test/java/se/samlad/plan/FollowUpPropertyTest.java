package se.samlad.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;
import se.samlad.goal.GoalFact.Area;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.plan.FollowUp.Part;
import se.samlad.plan.PlanFact.State;
import se.samlad.plan.PlanFact.Work;

/** Whatever is planned and said, the follow-up counts each activity once, and only its owner says how it goes (G2, A4). */
class FollowUpPropertyTest {

    private static final int YEAR = 2026;
    private static final Labels MEMBERS = Labels.of("members");
    private static final List<Area> AREAS = List.of(area("watch"), area("rooms"), area("endurance"));
    private static final List<String> ACTORS = List.of("taby", "nacka", "ssr");

    private static Area area(String code) {
        return new Area(code, code, code, "Mål", null);
    }

    /** Something that somebody records: who, about which activity, and what. */
    record Step(String actor, int about, PlanFact fact) {}

    private static LocalDate day(int day) {
        return LocalDate.of(YEAR, 1, 1).plusDays(day);
    }

    private static Arbitrary<Work> works() {
        return Combinators.combine(
                        Arbitraries.of("watch", "rooms", "endurance", "gone"),
                        Arbitraries.of(ACTORS).injectNull(0.3),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.longs().between(0, 900_000).injectNull(0.3))
                .as((code, owner, from, days, sek) -> new Work(
                        code, "Reservväg", owner, List.of(), day(from), day(from + days), sek, "Provad", null));
    }

    private static Arbitrary<PlanFact> facts() {
        return Arbitraries.oneOf(
                works().map(work -> new PlanFact.Changed(work, null)),
                Arbitraries.of(State.class).map(state -> new PlanFact.Stated(state, false, "Så", null, 5_000L)),
                Arbitraries.just(new PlanFact.Declined("Hinner inte")));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(ACTORS), Arbitraries.integers().between(0, 7), facts())
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Work>> planned() {
        return works().list().ofMinSize(1).ofMaxSize(8);
    }

    private static By by(String actor) {
        return new By(actor + ".tib", actor, "tib");
    }

    private static Plans fold(List<Work> planned, List<Step> steps) {
        var given = new Given(Plans.stream(YEAR));
        planned.forEach(work -> {
            var id = given.nextId();
            given.add(id, id, by("ssr"), new PlanFact.Planned(YEAR, work, null), Envelope.at(Given.NOON, MEMBERS));
        });
        for (var step : steps) {
            Instant at = Given.minute(given.nextId().hashCode() & 0xff);
            given.add(
                    given.nextId(),
                    new UUID(1, 1 + step.about() % planned.size()),
                    by(step.actor()),
                    step.fact(),
                    Envelope.at(at, MEMBERS));
        }
        return given.fold(Plans.VIEW);
    }

    private static FollowUp followUp(Plans plans, int today) {
        return FollowUp.of(YEAR, plans.settled(YEAR), plans.of(YEAR), AREAS, day(today));
    }

    @Property(tries = 300)
    void eachActivityIsCountedOnceAndStandsInOneArea_G2(
            @ForAll("planned") List<Work> planned, @ForAll("steps") List<Step> steps) {
        var plans = fold(planned, steps);
        for (int today : new int[] {0, 90, 250, 364}) {
            var up = followUp(plans, today);
            assertThat(up.all()).hasSize(planned.size());
            assertThat(Arrays.stream(Part.values()).mapToLong(up::count).sum()).isEqualTo(planned.size());
            assertThat(up.count(Part.LATE)).isEqualTo(up.late().size());
            assertThat(up.areas().stream()
                            .mapToInt(row -> row.activities().size())
                            .sum())
                    .isEqualTo(planned.size());
            assertThat(up.areas()).extracting(FollowUp.Row::code).doesNotHaveDuplicates();
            assertThat(up.areas()).extracting(FollowUp.Row::code).contains("watch", "rooms", "endurance");
            assertThat(up.withoutOwner()).allMatch(each -> each.owner() == null);
            assertThat(up.notTaken()).noneMatch(up.withoutOwner()::contains);
            assertThat(up.late()).noneMatch(Activity::isOver);
        }
    }

    /** Others can't change how an activity stands, by whatever they say of it. */
    @Property(tries = 300)
    void onlyTheOwnersWordCounts_A4(@ForAll("planned") List<Work> planned, @ForAll("steps") List<Step> steps) {
        for (var of : fold(planned, steps).of(YEAR)) {
            var last = of.last();
            assertThat(of.state())
                    .isEqualTo(last == null ? State.PLANNED : last.what().state());
            if (last != null) assertThat(last.by().actor()).isEqualTo(of.owner());
            if (of.isTaken())
                assertThat(last != null
                                || of.versions().stream()
                                        .anyMatch(
                                                each -> Objects.equals(each.by().actor(), of.owner())))
                        .isTrue();
            if (of.owner() == null) assertThat(of.isTaken()).isFalse();
        }
    }

    /** A year on which nothing is said gets later every day, and nothing that was late is on time again. */
    @Property(tries = 100)
    void timeAloneMakesNothingEarlier_G2(@ForAll("planned") List<Work> planned, @ForAll("steps") List<Step> steps) {
        var plans = fold(planned, steps);
        var late = IntStream.of(0, 60, 120, 240, 364, 500)
                .mapToObj(today -> followUp(plans, today).late())
                .toList();
        for (int i = 1; i < late.size(); i++) assertThat(late.get(i)).containsAll(late.get(i - 1));
    }

    /** A month's word is asked for once: after it nothing waits until the month has ended. */
    @Property(tries = 100)
    void whoHasSaidIsNotAskedAgainThatMonth_G2(@ForAll("planned") List<Work> planned) {
        for (var of : fold(planned, List.of()).of(YEAR)) {
            if (of.owner() == null) continue;
            var said = new Activity.Said(
                    new UUID(2, 2),
                    by(of.owner()),
                    Given.NOON,
                    new PlanFact.Stated(State.UNDER_WAY, false, null, null, null));
            var stated = new Activity(
                    of.id(), of.labels(), of.year(), of.versions(), of.said().plus(said), null);
            for (int day = 13; day < 31; day++)
                assertThat(PlanWaiting.isUnsaid(stated, day(day))).isFalse();
            assertThat(PlanWaiting.isUnsaid(stated, LocalDate.of(YEAR, 2, 1)))
                    .isEqualTo(!stated.as().from().isAfter(LocalDate.of(YEAR, 2, 1)));
        }
    }
}
