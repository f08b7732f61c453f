package se.samlad.callout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samlad.callout.Ladders.CHEF;
import static se.samlad.callout.Ladders.FORUM;
import static se.samlad.callout.Ladders.FUNCTIONS;
import static se.samlad.callout.Ladders.NOON;
import static se.samlad.callout.Ladders.SAK;
import static se.samlad.callout.Ladders.STORM;
import static se.samlad.callout.Ladders.TIB;
import static se.samlad.callout.Ladders.ladder;
import static se.samlad.callout.Ladders.path;
import static se.samlad.callout.Ladders.paths;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.access.Level;
import se.samlad.access.NotMandated;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.callout.CalloutFact.Rung;
import se.samlad.forum.ForumFact;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.By;
import se.samlad.journal.Refused;
import se.samlad.reach.Paths;
import se.samlad.reach.Paths.Path;
import se.samlad.reach.Way;

/** The ladder: path by path, then the deputy, then the head, then a person must telephone (I3, A6). */
class LadderTest {

    private static final UUID CALL = new UUID(9, 9);
    private static final By LST = new By("lst.tib", "lst", "tib");
    private static final Paths PATHS = paths(Map.of(
            TIB.id(), List.of(path(Way.SMS), new Path(Way.VOICE, "x", 3)),
            SAK.id(), List.of(path(Way.SMS)),
            CHEF.id(), List.of(path(Way.VOICE))));

    private static Ladders called() {
        return new Ladders().called(CALL, "nacka", ladder(PATHS), NOON);
    }

    @Test
    void itGoesPathByPathThenToDeputyThenToHeadAndAtLastAPersonTelephones_A6() {
        assertThat(ladder(PATHS))
                .extracting(rung -> rung.function() + " " + rung.way() + " " + rung.seconds())
                .containsExactly(
                        "nacka/tib PAGE 60",
                        "nacka/tib SMS 120",
                        "nacka/tib VOICE 180",
                        "nacka/sakchef SMS 120",
                        "nacka/chef VOICE 90",
                        "nacka/tib TELEPHONE 300");
    }

    @Test
    void whereNoPathIsKnownAPersonTelephonesSoon_R1() {
        assertThat(ladder(Paths.NONE)).extracting(Rung::way).containsExactly(Way.PAGE, Way.TELEPHONE);
        assertThat(Ladder.of(new Ladder.Known(FUNCTIONS, PATHS, (f, way) -> false), java.util.Optional.empty()))
                .extracting(Rung::way)
                .containsExactly(Way.TELEPHONE);
    }

    @Test
    void whoHoldsAFunctionIsReachedByPersonalNumbersWhereTheFunctionHasNone() {
        var known = new Ladder.Known(FUNCTIONS, PATHS, (f, way) -> f.equals(CHEF.id()) && way != Way.MAIL);
        assertThat(Ladder.of(known, java.util.Optional.of(CHEF)))
                .extracting(Rung::way)
                .containsExactly(Way.PAGE, Way.PUSH, Way.VOICE, Way.SMS, Way.TELEPHONE);
    }

    @Test
    void aForumCallsTheFunctionThatRepresentsTheActorOnItsLevel_A6() {
        assertThat(Ladder.called(FUNCTIONS, "nacka", Level.COORDINATING)).contains(TIB);
        assertThat(Ladder.called(FUNCTIONS, "nacka", Level.DIRECTING)).contains(CHEF);
        assertThat(Ladder.called(FUNCTIONS, "solna", Level.DIRECTING)).isEmpty();
    }

    @Test
    void theNextStepWaitsForTheTimeOfTheOneBefore_I3() {
        var calls = called();
        assertThat(calls.takes(NOON.plusSeconds(59)).call(CALL).taken()).hasSize(1);
        assertThat(calls.takes(NOON.plusSeconds(60)).call(CALL).taken()).hasSize(2);
        assertThat(calls.takes(NOON.plusSeconds(60)).call(CALL).taken())
                .as("once")
                .hasSize(2);
        assertThat(calls.call(CALL).due()).contains(NOON.plusSeconds(180));
    }

    @Test
    void aChannelThatIsDownIsSteppedOverAtOnce_R1() {
        var calls = called().takes(NOON.plusSeconds(60));
        calls.told(given(1, Outcome.DOWN), NOON.plusSeconds(61)).takes(NOON.plusSeconds(61));
        assertThat(calls.call(CALL).current().orElseThrow().rung()).isEqualTo(2);
    }

    @Test
    void whatIsDeliveredWaitsAndIsToldNoLessLater() {
        var calls = called().takes(NOON.plusSeconds(60)).told(given(1, Outcome.DELIVERED), NOON.plusSeconds(62));
        assertThat(calls.call(CALL).state()).isEqualTo(Call.State.DELIVERED);
        calls.told(given(1, Outcome.FAILED), NOON.plusSeconds(63)); // a provider that lies
        assertThat(calls.call(CALL).state()).isEqualTo(Call.State.DELIVERED);
        assertThat(calls.takes(NOON.plusSeconds(90)).call(CALL).taken()).hasSize(2);
    }

    @Test
    void anAnswerEndsIt_I3() {
        var calls = called().acknowledged("nacka", NOON.plusSeconds(30)).takes(NOON.plusSeconds(3_600));
        assertThat(calls.call(CALL).state()).isEqualTo(Call.State.ACKNOWLEDGED);
        assertThat(calls.call(CALL).taken()).hasSize(1);
        calls.told(new CalloutFact.Placed(FORUM, CALL, CalloutFact.Place.ON_THE_WAY), NOON.plusSeconds(40));
        assertThat(calls.call(CALL).state()).isEqualTo(Call.State.ON_THE_WAY);
        assertThat(calls.call(CALL).end()).isEqualTo(new Call.End(Call.State.ON_THE_WAY, NOON.plusSeconds(30)));
    }

    @Test
    void whoeverDoesNotAnswerIsNotReachedAndMayStillAnswerLate() {
        var calls = called();
        for (int minute = 1; minute < 30; minute++) calls.takes(NOON.plusSeconds(minute * 60L));
        assertThat(calls.call(CALL).taken()).hasSize(6);
        assertThat(calls.call(CALL).state()).isEqualTo(Call.State.NOT_REACHED);
        calls.acknowledged("nacka", NOON.plusSeconds(3_000));
        assertThat(calls.call(CALL).state()).isEqualTo(Call.State.ACKNOWLEDGED);
    }

    @Test
    void releaseClosingAndStandDownCallOffWhatRuns_F3_I5() {
        var ends = List.of(
                new ForumFact.Released(List.of("nacka"), "Klart"),
                new ForumFact.Closed("Klart"),
                new IncidentFact.StoodDown("Klart", List.of()));
        for (var end : ends) {
            var calls = called().add(end instanceof IncidentFact ? STORM : FORUM, LST, end, NOON.plusSeconds(9));
            assertThat(calls.call(CALL).state()).as(end.toString()).isEqualTo(Call.State.CALLED_OFF);
            assertThat(calls.takes(NOON.plusSeconds(900)).call(CALL).taken()).hasSize(1);
        }
    }

    @Test
    void whoeverIsCalledInAgainHasACallOfItsOwn_F3() {
        var again = new UUID(9, 10);
        var calls = called().add(FORUM, LST, new ForumFact.Released(List.of("nacka"), "Klart"), NOON.plusSeconds(9));
        calls.called(again, "nacka", ladder(PATHS), NOON.plusSeconds(20)).acknowledged("nacka", NOON.plusSeconds(25));
        assertThat(calls.calls().of(FORUM)).extracting(Call::id).containsExactly(again);
        assertThat(calls.call(CALL).state()).isEqualTo(Call.State.CALLED_OFF);
        assertThat(calls.call(again).state()).isEqualTo(Call.State.ACKNOWLEDGED);
    }

    @Test
    void aPersonNotesInItsOwnNameHowItWent_A4() {
        var calls = called();
        calls.told(Calling.note(calls.call(CALL), true, Outcome.NO_ANSWER), NOON.plusSeconds(10));
        assertThat(calls.call(CALL).due()).as("the step goes on").contains(NOON.plusSeconds(60));
        calls.told(Calling.note(calls.call(CALL), true, Outcome.IS_IN), NOON.plusSeconds(20));
        assertThat(calls.call(CALL).state()).isEqualTo(Call.State.ACKNOWLEDGED);
        assertThat(calls.call(CALL).notes())
                .extracting(Call.Note::outcome)
                .containsExactly(Outcome.NO_ANSWER, Outcome.IS_IN);
        assertThatThrownBy(() -> Calling.note(calls.call(CALL), true, Outcome.IS_IN))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Calling.note(calls.call(CALL), false, Outcome.IS_IN))
                .isInstanceOf(NotMandated.class);
        assertThatThrownBy(() -> Calling.note(called().call(CALL), true, Outcome.DELIVERED))
                .as("only a channel says so")
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPressTwiceDoesNotSkipTwoSteps() {
        var calls = called();
        calls.told(Calling.skip(calls.call(CALL), true, 0), NOON.plusSeconds(5)).takes(NOON.plusSeconds(5));
        assertThat(calls.call(CALL).current().orElseThrow().rung()).isEqualTo(1);
        assertThatThrownBy(() -> Calling.skip(calls.call(CALL), true, 0))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("callout.gone-on");
    }

    private static CalloutFact.Carried given(int rung, Outcome outcome) {
        return new CalloutFact.Carried(FORUM, List.of(new CalloutFact.Given(CALL, rung, outcome)));
    }
}
