package se.samlad.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.meeting.Year.What;
import se.samlad.standing.Description;
import se.samlad.standing.Description.Falls;
import se.samlad.standing.Description.Hanging;
import se.samlad.standing.OrdinaryForum;
import se.samlad.standing.Rhythm;
import se.samlad.web.Due.Forum;

/** The annual wheel: what falls due follows the rhythm, and moves with its meeting (F1). */
class YearTest {

    private static final UUID ID = new UUID(0, 1);
    private static final LocalDate SLOT = LocalDate.of(2026, 3, 11);

    private static OrdinaryForum forum() {
        return forum(null);
    }

    private static OrdinaryForum forum(@Nullable LocalDate until) {
        var as = new Description(
                Forum.COORDINATION,
                "Gruppen",
                "Group",
                "Is",
                null,
                null,
                null,
                true,
                List.of(),
                null,
                null,
                until,
                new Rhythm(List.of(3, 9), 2, 3, "09:00", 60),
                null,
                null,
                12,
                List.of(
                        new Hanging(Falls.DECISION, 3, "Planen", null),
                        new Hanging(Falls.REPORT, 9, "Vintern", null),
                        new Hanging(Falls.REPORT, 12, "Året", null)));
        return new OrdinaryForum(
                ID, "is", as, TreePVector.empty(), List.of("taby"), HashTreePMap.empty(), TreePVector.empty());
    }

    private static Meeting meeting(@Nullable LocalDate slot, String at, @Nullable String off) {
        var called = new MeetingFact.Called(
                "is",
                Forum.COORDINATION,
                "Gruppen",
                "Group",
                null,
                null,
                List.of("taby"),
                slot,
                Instant.parse(at),
                60,
                null,
                null);
        return new Meeting(
                new UUID(1, 1),
                Labels.of("members"),
                called,
                new By("a", "ssr", "kansli"),
                Instant.EPOCH,
                new Meeting.Plan(ID, Instant.parse(at), 60, null, null, null),
                new Meeting.Course(null, null, off, null, List.of()),
                TreePVector.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                ID);
    }

    private static List<String> days(Meeting... meetings) {
        return Year.of(2026, List.of(forum()), List.of(meetings)).all().stream()
                .map(due -> due.day() + " " + due.what() + (due.off() ? " off" : "") + (due.isMoved() ? " moved" : ""))
                .toList();
    }

    @Test
    void aYearIsPlannedByItsRhythmAndWhatHangsOnNoMeetingFallsAtTheMonthsEnd_F1() {
        assertThat(days())
                .containsExactly(
                        "2026-03-11 MEETING",
                        "2026-03-11 DECISION",
                        "2026-09-09 MEETING",
                        "2026-09-09 REPORT",
                        "2026-12-31 REPORT");
    }

    @Test
    void aMovedMeetingMovesWhatHangsOnIt_F1() {
        assertThat(days(meeting(SLOT, "2026-04-02T08:00:00Z", null)))
                .startsWith("2026-04-02 MEETING moved", "2026-04-02 DECISION moved");
    }

    /** It is still called, so it is still seen; nothing is planned any more. */
    @Test
    void aMeetingOfAForumThatIsNoMoreStaysInTheYear_F1() {
        var gone = forum(LocalDate.of(2026, 3, 1));
        var year = Year.of(2026, List.of(gone), List.of(meeting(SLOT, "2026-03-11T08:00:00Z", null)));
        assertThat(year.all()).extracting(Year.Due::day).startsWith(SLOT, SLOT);
        assertThat(year.all()).noneMatch(due -> due.day().getMonthValue() == 9 && due.what() == Year.What.MEETING);
    }

    @Test
    void aMeetingCalledOffAndOneBesidesAreSaidSo_F1() {
        assertThat(days(meeting(SLOT, "2026-03-11T08:00:00Z", "Snön")))
                .startsWith("2026-03-11 MEETING off", "2026-03-11 DECISION off");
        assertThat(days(meeting(null, "2026-05-20T08:00:00Z", null))).contains("2026-05-20 MEETING");
        assertThat(Year.of(2026, List.of(forum()), List.of(meeting(null, "2026-05-20T08:00:00Z", null)))
                        .of("is"))
                .extracting(Year.Due::what)
                .contains(What.MEETING, What.REPORT);
    }

    @Test
    void theNextTimeIsTheFirstOfTheRhythmThatNobodyHasCalled_F1() {
        var now = Instant.parse("2026-01-10T08:00:00Z");
        assertThat(Convening.next(forum(), List.of(), now)).isEqualTo(Instant.parse("2026-03-11T08:00:00Z"));
        var called = meeting(SLOT, "2026-03-11T08:00:00Z", null);
        assertThat(Convening.next(forum(), List.of(called), now)).isEqualTo(Instant.parse("2026-09-09T07:00:00Z"));
        var off = meeting(SLOT, "2026-03-11T08:00:00Z", "Snön");
        assertThat(Convening.next(forum(), List.of(off), now)).isEqualTo(Instant.parse("2026-03-11T08:00:00Z"));
        assertThat(Convening.slot(forum().as(), LocalDate.of(2026, 3, 20))).isEqualTo(SLOT);
        assertThat(Convening.slot(forum().as(), LocalDate.of(2026, 6, 1))).isNull();
    }
}
