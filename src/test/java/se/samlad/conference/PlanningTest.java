package se.samlad.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.conference.Thursday.ID;
import static se.samlad.conference.Thursday.KOMM;
import static se.samlad.conference.Thursday.LST;
import static se.samlad.conference.Thursday.NINE;
import static se.samlad.conference.Thursday.POLICE;
import static se.samlad.conference.Thursday.STAFF;
import static se.samlad.conference.Thursday.TABY;
import static se.samlad.given.Given.acting;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.Level;
import se.samlad.conference.ConferenceFact.Agenda;
import se.samlad.conference.ConferenceFact.How;
import se.samlad.conference.ConferenceFact.Role;

/** A conference is called, opened and closed once, by those who lead it. */
class PlanningTest {

    private static final Agenda OLD = new Agenda(NINE, 45, List.of("08-1"), List.of("Snöröjning"));

    private static Planning.Wanted wanted(int minutes, List<String> reach, List<String> points) {
        return new Planning.Wanted(null, minutes, nullable(reach), nullable(points));
    }

    private static List<@Nullable String> nullable(List<String> lines) {
        return new ArrayList<>(lines);
    }

    @Test
    void whatIsLeftOutOfAnAgendaStays() {
        var now = Planning.agenda(new Planning.Wanted(NINE.plusSeconds(600), null, null, null), OLD, NINE);
        assertThat(now).isEqualTo(new Agenda(NINE.plusSeconds(600), 45, List.of("08-1"), List.of("Snöröjning")));
    }

    /** The form of an agenda says the time to the minute: whoever changes something else an hour later is not refused. */
    @Test
    void aTimeThatNobodyChangedMayBePast() {
        var begun = new Agenda(NINE.plusSeconds(12), 45, List.of(), List.of());
        var later = NINE.plus(Duration.ofHours(1));
        assertThat(Planning.agenda(new Planning.Wanted(NINE, 20, null, null), begun, later))
                .isEqualTo(new Agenda(NINE.plusSeconds(12), 20, List.of(), List.of()));
    }

    @Test
    void twoHundredPointsAreAnAgendaAndMoreAreRefusedAtTheField() {
        var points = Collections.nCopies(200, "En punkt");
        assertThat(Planning.agenda(wanted(30, List.of(), points), OLD, NINE).points())
                .hasSize(200);
        refused(
                "conference.too-many-points",
                () -> Planning.agenda(wanted(30, List.of(), Collections.nCopies(201, "En punkt")), OLD, NINE));
        refused(
                "conference.too-many-ways",
                () -> Planning.agenda(wanted(30, Collections.nCopies(6, "08-1"), List.of()), OLD, NINE));
        refused("conference.too-long", () -> Planning.agenda(wanted(4, List.of(), List.of()), OLD, NINE));
        refused("conference.too-long", () -> Planning.agenda(wanted(481, List.of(), List.of()), OLD, NINE));
        refused(
                "conference.past",
                () -> Planning.agenda(
                        new Planning.Wanted(NINE.minus(Duration.ofHours(1)), null, null, null), OLD, NINE));
        refused(
                "conference.far",
                () -> Planning.agenda(
                        new Planning.Wanted(NINE.plus(Duration.ofDays(400)), null, null, null), OLD, NINE));
    }

    @Test
    void itIsOpenedOnceByThoseWhoLead() {
        var day = Thursday.called("taby");
        notMandated("conference.lead", () -> Planning.open(day.conference(), acting(TABY)));
        assertThat(Planning.open(day.conference(), acting(LST)).leader()).isEqualTo("lst/tib");
        refused(
                "conference.opened-already",
                () -> Planning.open(Thursday.called("taby").opened().conference(), acting(LST)));
        refused(
                "conference.closed",
                () -> Planning.open(Thursday.called("taby").opened().closed().conference(), acting(LST)));
    }

    @Test
    void whoHasARoleLeadsAndInAnExecutingForumNobodyElse_F6() {
        var local = Thursday.called(Level.EXECUTING, List.of("taby"));
        assertThat(Planning.mayLead(local.conference(), acting(LST))).isTrue();
        var passed = local.by(LST, new ConferenceFact.RolePassed(Role.LEADER, "taby/tib"));
        assertThat(Planning.mayLead(passed.conference(), acting(TABY))).isTrue();
        assertThat(Planning.mayLead(passed.conference(), acting(LST))).isFalse();
        assertThat(Planning.mayLead(Thursday.called("taby").conference(), acting(KOMM)))
                .isFalse();
    }

    @Test
    void nobodyIsRemindedWhereAllHaveReportedNorAfterwards() {
        var day = Thursday.called("taby");
        assertThat(Planning.remind(day.conference(), acting(LST), List.of("taby"))
                        .missing())
                .containsExactly("taby");
        refused("conference.all-reported", () -> Planning.remind(day.conference(), acting(LST), List.of()));
        var after = Thursday.called("taby").opened().closed().conference();
        refused("conference.closed", () -> Planning.remind(after, acting(LST), List.of("taby")));
    }

    @Test
    void anOpenOneIsClosedAndNotCalledOff() {
        var open = Thursday.called("taby").opened().conference();
        refused("conference.opened-already", () -> Planning.callOff(open, acting(LST), "Ingen kan"));
        refused(
                "conference.not-open",
                () -> Planning.close(Thursday.called("taby").conference(), acting(LST), null, null, NINE));
        assertThat(Planning.close(open, acting(LST), "Ta med er detta", null, NINE)
                        .summary())
                .isEqualTo("Ta med er detta");
        refused(
                "conference.past",
                () -> Planning.close(open, acting(LST), null, NINE.minus(Duration.ofHours(1)), NINE));
    }

    @Test
    void eachActorConfirmsOnceAndItsOrganisationTakesTheSummaryHomeOnce_A7() {
        var over = Thursday.called("taby").opened().closed();
        assertThat(Planning.confirm(over.conference(), acting(TABY), " ").remark())
                .isNull();
        notMandated("conference.not-there", () -> Planning.confirm(over.conference(), acting(POLICE), null));
        notMandated("conference.who", () -> Planning.confirm(over.conference(), acting(STAFF), null));
        var confirmed =
                over.by(TABY, new ConferenceFact.Confirmed(ID, "Bra möte")).conference();
        refused("conference.confirmed-already", () -> Planning.confirm(confirmed, acting(TABY), null));
        assertThat(Planning.takeHome(confirmed, acting(TABY)).conference()).isEqualTo(ID);
        refused(
                "conference.home-already",
                () -> Planning.takeHome(
                        Thursday.called("taby")
                                .opened()
                                .closed()
                                .by(TABY, new ConferenceFact.TakenHome(ID))
                                .conference(),
                        acting(TABY)));
        refused(
                "conference.not-closed",
                () -> Planning.confirm(Thursday.called("taby").opened().conference(), acting(TABY), null));
    }

    @Test
    void whoComesAfterTheBeginningIsLateAndWhoSpeaksIsThere() {
        var day = Thursday.called("taby", "polisen", "sos").opened();
        day.at(NINE.plusSeconds(60)).by(TABY, new ConferenceFact.Attended(ID, "taby", How.PRESENT, null));
        day.at(NINE.plusSeconds(600)).said(POLICE, ConferenceFact.Said.REPORT, "polisen", "E18 är stängd");
        var now = day.conference();
        assertThat(now.isLate("taby")).isFalse();
        assertThat(now.isLate("polisen")).isTrue();
        assertThat(now.seat("polisen").orElseThrow().how()).isEqualTo(How.PRESENT);
        assertThat(now.seat("sos")).isEmpty();
        day.by(TABY, new ConferenceFact.Attended(ID, "taby", How.LEFT, null));
        day.by(TABY, new ConferenceFact.Attended(ID, "taby", How.PRESENT, null));
        assertThat(day.conference().isLate("taby"))
                .as("it came in time at first")
                .isFalse();
    }
}
