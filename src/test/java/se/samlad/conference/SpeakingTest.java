package se.samlad.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.conference.Thursday.ID;
import static se.samlad.conference.Thursday.LST;
import static se.samlad.conference.Thursday.POLICE;
import static se.samlad.conference.Thursday.STAFF;
import static se.samlad.conference.Thursday.TABY;
import static se.samlad.given.Given.acting;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.conference.ConferenceFact.How;
import se.samlad.conference.ConferenceFact.Role;
import se.samlad.conference.ConferenceFact.Said;
import se.samlad.conference.Speaking.Words;

/** Who takes part, who has the word, and in whose name something is said (A4). */
class SpeakingTest {

    private static final Speaking.Known KNOWN = Set.of("lst", "taby", "polisen", "lst/tib", "ssr/rsib")::contains;

    private static Words words(@Nullable Said kind, @Nullable String actor, String text) {
        return new Words(kind, actor, text, null, null, null);
    }

    private static ConferenceFact.Spoken say(
            Thursday day, Function by, @Nullable Said kind, @Nullable String actor, String text) {
        return Speaking.say(day.conference(), acting(by), words(kind, actor, text), null);
    }

    @Test
    void eachSaysItsOwnAndThoseWhoLeadNoteForOthers_A4() {
        var day = Thursday.called("taby", "polisen").opened();
        assertThat(say(day, TABY, Said.NEED, null, "Två bandvagnar").actor()).isEqualTo("taby");
        assertThat(say(day, LST, Said.NEED, "taby", "Två bandvagnar").actor()).isEqualTo("taby");
        notMandated("conference.lead", () -> say(day, TABY, Said.NEED, "polisen", "Fler bilar"));
        refused("conference.not-in-it", () -> say(day, LST, Said.NEED, "nacka", "Sand"));
        notMandated("conference.who", () -> say(day, STAFF, Said.NOTE, null, "Hej"));
    }

    @Test
    void aDecisionHasAReasonAndIsTheConferencesOnlyByThoseWhoLead_C5() {
        var day = Thursday.called("taby").opened();
        refused("conference.decision-reason", () -> say(day, LST, Said.DECISION, null, "Skolorna stänger"));
        var decision = new Words(Said.DECISION, null, "Skolorna stänger", "Snön", null, null);
        assertThat(Speaking.say(day.conference(), acting(LST), decision, null).actor())
                .isNull();
        assertThat(Speaking.say(day.conference(), acting(TABY), decision, null).actor())
                .isEqualTo("taby");
    }

    @Test
    void nothingIsSaidInOneThatIsOver() {
        refused(
                "conference.closed",
                () -> say(Thursday.called("taby").opened().closed(), TABY, Said.NOTE, null, "Mer"));
        refused("conference.kind-missing", () -> say(Thursday.called("taby"), TABY, null, null, "Mer"));
        refused("text.missing", () -> say(Thursday.called("taby"), TABY, Said.REPORT, null, " "));
    }

    @Test
    void whatWasNotedWaitsForTheActorsOwnWordAlsoAfterwards_A4() {
        var day = Thursday.called("taby").opened().said(LST, Said.MEASURE, "taby", "Öppnar trygghetspunkter");
        var line = day.conference().lines().getFirst();
        assertThat(line.waits()).isTrue();
        assertThat(day.conference().waitingFor("taby")).containsExactly(line);
        day.closed();
        notMandated(
                "conference.whose", () -> Speaking.own(day.conference(), acting(POLICE), line.id(), true, null, null));
        refused("conference.no-such-line", () -> Speaking.own(day.conference(), acting(TABY), ID, true, null, null));
        var word = Speaking.own(day.conference(), acting(TABY), line.id(), true, "Öppnar två", null);
        assertThat(word.text()).isEqualTo("Öppnar två");
        var own = day.ownWord(TABY, true, "Öppnar två").conference();
        assertThat(own.waitingFor("taby")).isEmpty();
        assertThat(own.lines().getFirst().words()).isEqualTo("Öppnar två");
        assertThat(own.lines().getFirst().text()).as("the note stays beside it").isEqualTo("Öppnar trygghetspunkter");
        refused("conference.said-already", () -> Speaking.own(own, acting(TABY), line.id(), false, null, null));
    }

    /** The fold trusts nobody else's word on it either. */
    @Test
    void anotherActorsWordChangesNothing_A4() {
        var day = Thursday.called("taby").opened().said(LST, Said.NEED, "taby", "Sand");
        assertThat(day.ownWord(POLICE, false, null)
                        .conference()
                        .lines()
                        .getFirst()
                        .waits())
                .isTrue();
    }

    @Test
    void whatAnActorDeclinesIsNoReportOfIts_A4() {
        var day = Thursday.called("taby").opened().said(LST, Said.REPORT, "taby", "Allt är stängt");
        assertThat(day.conference().report("taby")).isPresent();
        assertThat(day.ownWord(TABY, false, null).conference().report("taby")).isEmpty();
    }

    @Test
    void theWordGoesToThoseInItOneAtATime() {
        var day = Thursday.called("taby", "polisen").opened();
        notMandated("conference.lead", () -> Speaking.give(day.conference(), acting(TABY), "taby"));
        assertThat(Speaking.give(day.conference(), acting(LST), "taby").actor()).isEqualTo("taby");
        day.by(LST, new ConferenceFact.Word("taby"));
        refused("conference.has-the-word", () -> Speaking.give(day.conference(), acting(LST), "taby"));
        refused("conference.not-in-it", () -> Speaking.give(day.conference(), acting(LST), "nacka"));
        day.by(LST, new ConferenceFact.Word("polisen")).by(LST, new ConferenceFact.Word("taby"));
        assertThat(day.conference().round().spoken()).containsExactly("polisen");
        refused("conference.no-such-step", () -> Speaking.step(day.conference(), acting(LST), 5));
        assertThat(Speaking.step(day.conference(), acting(LST), 4).step()).isEqualTo(3);
    }

    @Test
    void attendanceIsOnesOwnToSayAndRepresentedNamesWhoHasTheWord() {
        var day = Thursday.called("taby", "polisen");
        var conference = day.conference();
        assertThat(Speaking.attend(conference, acting(TABY), null, How.TELEPHONE, null, KNOWN))
                .isEqualTo(new ConferenceFact.Attended(ID, "taby", How.TELEPHONE, null));
        assertThat(Speaking.attend(conference, acting(TABY), null, How.REPRESENTED, "polisen", KNOWN)
                        .by())
                .isEqualTo("polisen");
        notMandated(
                "conference.lead", () -> Speaking.attend(conference, acting(TABY), "polisen", How.ABSENT, null, KNOWN));
        for (var by : new @Nullable String[] {null, "taby"})
            refused(
                    "conference.by-whom",
                    () -> Speaking.attend(conference, acting(TABY), null, How.REPRESENTED, by, KNOWN));
        refused(
                "conference.by-whom",
                () -> Speaking.attend(conference, acting(TABY), null, How.PRESENT, "polisen", KNOWN));
        refused("conference.how-missing", () -> Speaking.attend(conference, acting(TABY), null, null, null, KNOWN));
        refused(
                "conference.no-such-actor",
                () -> Speaking.attend(conference, acting(LST), "nowhere", How.ABSENT, null, KNOWN));
    }

    @Test
    void aRoleIsPassedByThoseWhoLead() {
        var conference = Thursday.called("taby").conference();
        notMandated("conference.lead", () -> Speaking.pass(conference, acting(TABY), Role.KEEPER, null, KNOWN));
        assertThat(Speaking.pass(conference, acting(LST), Role.KEEPER, null, KNOWN)
                        .function())
                .isEqualTo("lst/tib");
        refused("conference.has-role", () -> Speaking.pass(conference, acting(LST), Role.LEADER, null, KNOWN));
        refused(
                "conference.no-such-function",
                () -> Speaking.pass(conference, acting(LST), Role.KEEPER, "taby/none", KNOWN));
        refused("conference.which-role", () -> Speaking.pass(conference, acting(LST), null, null, KNOWN));
    }
}
