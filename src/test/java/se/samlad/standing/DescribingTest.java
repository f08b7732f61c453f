package se.samlad.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.acting;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.journal.By;
import se.samlad.standing.Describing.Known;
import se.samlad.standing.Describing.Said;
import se.samlad.standing.Describing.Seating;
import se.samlad.web.Due;

/** The register's rules: what a forum is, and by which functions actors take part (F1, A4, A6). */
class DescribingTest {

    private static final Function OFFICE = function("ssr", "kansli", Level.COORDINATING, null, Mandate.ADMIT);
    private static final Function HEAD = function("taby", "chef", Level.DIRECTING, null, Mandate.STANCE);
    private static final Function DUTY = function("taby", "tib", Level.COORDINATING, "chef", Mandate.STANCE);
    private static final Function EXPERT = function("taby", "sakchef", Level.EXECUTING, null, Mandate.REPORT);
    private static final Map<String, Function> ALL =
            Map.of("taby/chef", HEAD, "taby/tib", DUTY, "taby/sakchef", EXPERT, "ssr/kansli", OFFICE);
    private static final Known KNOWN =
            new Known(Set.of("taby", "nacka")::contains, id -> Optional.ofNullable(ALL.get(id)));

    private static Function function(
            String actor, String name, Level level, @Nullable String deputyOf, Mandate... mandates) {
        return new Function(actor, name, name, name, level, Set.of(mandates), null, deputyOf);
    }

    private static Said said(Due.Forum kind, @Nullable String chair, @Nullable Integer week, @Nullable String at) {
        return new Said(
                kind,
                "Isgruppen",
                null,
                "Isen",
                null,
                chair,
                null,
                null,
                List.of("taby", "nacka"),
                null,
                null,
                null,
                List.of("3"),
                week,
                2,
                at,
                45,
                null,
                null,
                null,
                null);
    }

    private static Description described(Due.Forum kind, @Nullable String chair) {
        return Describing.describe(said(kind, chair, 1, "10:30"), KNOWN, acting(OFFICE));
    }

    @Test
    void onlyTheSecretariatWrites_A9() {
        notMandated(
                "standing.who-writes",
                () -> Describing.describe(said(Due.Forum.GROUP, null, 1, "10:30"), KNOWN, acting(HEAD)));
    }

    @Test
    void theChairsMandateFitsTheLevel_A6() {
        assertThat(described(Due.Forum.GROUP, "taby/sakchef").chair()).isEqualTo("taby/sakchef");
        refused("standing.level", () -> described(Due.Forum.COORDINATION, "taby/sakchef"));
        assertThat(described(Due.Forum.COORDINATION, "taby/tib").level()).isEqualTo(Level.COORDINATING);
        refused("standing.level", () -> described(Due.Forum.HEADS, "taby/tib"));
        refused("standing.level", () -> described(Due.Forum.COUNCIL, "taby/tib"));
        assertThat(described(Due.Forum.COUNCIL, "taby/chef").level()).isNull();
        refused("standing.no-function", () -> described(Due.Forum.GROUP, "taby/kung"));
    }

    @Test
    void theRhythmIsReadAndItsMistakesAreTold() {
        var rhythm = described(Due.Forum.GROUP, null).rhythm();
        assertThat(rhythm).isEqualTo(new Rhythm(List.of(3), 1, 2, "10:30", 45));
        var by = acting(OFFICE);
        refused("standing.week", () -> Describing.describe(said(Due.Forum.GROUP, null, 6, "10:30"), KNOWN, by));
        refused("standing.time", () -> Describing.describe(said(Due.Forum.GROUP, null, 1, "halv elva"), KNOWN, by));
    }

    private static StandingFact.Seated seat(Due.Forum kind, String function, String... deputies) {
        return Describing.seat(
                "is", described(kind, null), true, new Seating(function, List.of(deputies), null), KNOWN, acting(HEAD));
    }

    @Test
    void anActorNamesItsOwnFunctionsAndTheirMandateFitsTheLevel_A6() {
        assertThat(seat(Due.Forum.HEADS, "chef", "tib").deputies()).containsExactly("tib");
        refused("standing.level", () -> seat(Due.Forum.HEADS, "tib"));
        refused("standing.level", () -> seat(Due.Forum.HEADS, "chef", "sakchef"));
        refused("standing.no-function", () -> seat(Due.Forum.GROUP, "ssr/kansli"));
        notMandated(
                "standing.not-in",
                () -> Describing.seat(
                        "is",
                        described(Due.Forum.GROUP, null),
                        false,
                        new Seating("chef", null, null),
                        KNOWN,
                        acting(HEAD)));
    }

    @Test
    void aWordOlderThanItHoldsIsSaidToBeOld_A6() {
        var seat = new Register.Seat(
                new java.util.UUID(0, 1),
                "taby",
                "chef",
                List.of(),
                null,
                new By("a", "taby", "chef"),
                java.time.Instant.EPOCH);
        var forum = new OrdinaryForum(
                new java.util.UUID(0, 2),
                "is",
                described(Due.Forum.HEADS, null),
                TreePVector.empty(),
                List.of("taby"),
                HashTreePMap.singleton("taby", seat),
                TreePVector.empty());
        var said = LocalDate.of(2026, 1, 10);
        assertThat(forum.state(seat, HEAD, said, said.plusMonths(12))).isEqualTo(OrdinaryForum.State.NAMED);
        assertThat(forum.state(seat, HEAD, said, said.plusMonths(12).plusDays(1)))
                .isEqualTo(OrdinaryForum.State.OLD);
        assertThat(forum.state(seat, DUTY, said, said)).isEqualTo(OrdinaryForum.State.UNFIT);
        assertThat(forum.state(seat, null, said, said)).isEqualTo(OrdinaryForum.State.UNFIT);
        assertThat(forum.concerns(HEAD)).isTrue();
        assertThat(forum.concerns(DUTY)).isFalse();
    }

    /** In every year each day of a rhythm is of its weekday and month, and there is one in each month of it, or all. */
    @Property
    void everyDayOfARhythmIsItsOwn_F1(
            @ForAll @IntRange(min = 1970, max = 2400) int year,
            @ForAll @IntRange(min = 0, max = 5) int week,
            @ForAll @IntRange(min = 1, max = 7) int day) {
        var days = new Rhythm(List.of(12, 2, 6), week, day, "09:00", 60).in(year);
        assertThat(days).isSorted().allMatch(each -> each.getDayOfWeek().getValue() == day);
        assertThat(days).allMatch(each -> Set.of(2, 6, 12).contains(each.getMonthValue()) && each.getYear() == year);
        if (week == 0) assertThat(days.size()).isBetween(12, 15);
        else assertThat(days).hasSize(3);
        if (week == 5) assertThat(days).allMatch(each -> each.plusWeeks(1).getMonth() != each.getMonth());
    }

    private static OrdinaryForum turned(@Nullable LocalDate... days) {
        var turns = TreePVector.<Register.Turn>empty();
        for (var day : days)
            turns = turns.plus(new Register.Turn(
                    new java.util.UUID(0, 3), new By("a", "ssr", "kansli"), java.time.Instant.EPOCH, day, "Klart"));
        var as = described(Due.Forum.HEADS, null);
        return new OrdinaryForum(
                new java.util.UUID(0, 2), "is", as, TreePVector.empty(), List.of("taby"), HashTreePMap.empty(), turns);
    }

    @Test
    void aForumIsWithdrawnWithDayAndReasonAndTakenUpAgain_F1() {
        var today = LocalDate.of(2026, 3, 2);
        var by = acting(OFFICE);
        var stands = turned();
        assertThat(Describing.withdraw(stands, null, "Klart", today, by).from()).isEqualTo(today);
        assertThat(Describing.withdraw(stands, today.plusYears(5), "Klart", today, by)
                        .reason())
                .isEqualTo("Klart");
        refused("text.missing", () -> Describing.withdraw(stands, today, " ", today, by));
        refused("standing.withdraw-day", () -> Describing.withdraw(stands, today.minusYears(2), "x", today, by));
        refused("standing.withdraw-day", () -> Describing.withdraw(stands, today.plusYears(6), "x", today, by));
        refused("standing.not-withdrawn", () -> Describing.resume(stands, null, by));
        notMandated("standing.who-writes", () -> Describing.withdraw(stands, today, "x", today, acting(HEAD)));
        notMandated("standing.who-writes", () -> Describing.resume(turned(today), null, acting(HEAD)));
        var gone = turned(today);
        refused("standing.withdrawn", () -> Describing.withdraw(gone, today, "x", today, by));
        refused("standing.withdrawn", () -> Describing.mustStand(gone));
        assertThat(gone.isWithdrawn(today)).isTrue();
        assertThat(gone.isWithdrawn(today.minusDays(1))).isFalse();
        assertThat(Describing.resume(gone, null, by).code()).isEqualTo("is");
        assertThat(turned(today, null).withdrawn()).isNull();
    }

    @Test
    void whatIsWithdrawnMeetsNoMoreAndEndsNoLaterThanBefore_F1() {
        var as = described(Due.Forum.HEADS, null);
        var day = LocalDate.of(2026, 3, 2);
        assertThat(as.without(day).isOn(day)).isFalse();
        assertThat(as.without(day).isOn(day.minusDays(1))).isTrue();
        assertThat(as.without(day).without(day.plusYears(1)).until()).isEqualTo(day.minusDays(1));
    }
}
