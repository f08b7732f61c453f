package se.samlad.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.direction.Cast.*;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.direction.Direction.State;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.journal.Labels;

class AllDirectionsTest {

    private static final UUID SECOND = new UUID(8, 2);

    @Test
    void twelveOfTwentySixStandBehindClosingSchoolsAndWhoHasNotAnsweredIsSeen_D3() {
        var cast = agreed();
        MUNICIPALITIES.subList(0, 12).forEach(m -> cast.answers(tib(m), Stance.ACCEPTS, schools()));
        MUNICIPALITIES.subList(12, 16).forEach(m -> cast.answers(tib(m), Stance.ADAPTS, schools()));
        cast.answers(tib(MUNICIPALITIES.get(16)), Stance.DECLINES, schools());
        var d = cast.direction();
        var schools = d.behind(d.measure(schools()).orElseThrow());
        assertThat(schools.accepts()).hasSize(12);
        assertThat(schools.adapts()).hasSize(4);
        assertThat(schools.declines()).hasSize(1);
        assertThat(schools.notAnswered()).isEqualTo(MUNICIPALITIES.subList(17, 26));
        var whole = d.behind(d.concerned(DIRECTS.actors()));
        assertThat(whole.partly()).hasSize(17);
        assertThat(whole.notAnswered()).hasSize(9 + 4).contains("lst", "polisen", "region", "fm");
    }

    @Test
    void aNewAnswerTakesThePlaceOfTheOld_D3() {
        var d = agreed().answers(TABY, Stance.DECLINES, schools())
                .answers(TABY, Stance.ACCEPTS, schools())
                .direction();
        assertThat(d.stances()).extracting(Direction.Answer::stance).containsExactly(Stance.ACCEPTS);
    }

    @Test
    void theAnswerToAPartOutweighsTheWholeWhicheverCameFirst_D3() {
        var d = agreed().answers(TABY, Stance.DECLINES, schools())
                .answers(TABY, Stance.ACCEPTS, null)
                .direction();
        assertThat(d.behind(d.measure(schools()).orElseThrow()).declines()).hasSize(1);
        assertThat(d.behind(d.concerned(List.of("taby"))).accepts()).hasSize(1);
    }

    @Test
    void theWholeAnswersEachMeasureThatNamesTheActor_D3() {
        var d = agreed().answers(TABY, Stance.ADAPTS, null).direction();
        assertThat(d.behind(d.measure(schools()).orElseThrow()).adapts()).hasSize(1);
        assertThat(d.behind(d.measure(lines()).orElseThrow()).notAnswered()).containsExactly("region");
        assertThat(AllDirections.answered(d, "taby", null)).isTrue();
        assertThat(AllDirections.answered(d, "nacka", null)).isFalse();
        assertThat(AllDirections.answered(
                        agreed().answers(TABY, Stance.ACCEPTS, schools()).direction(), "taby", null))
                .isTrue();
        assertThat(AllDirections.answered(
                        agreed().answers(TRAFFIC, Stance.ACCEPTS, lines()).direction(), "region", "vard"))
                .isFalse();
    }

    @Test
    void aNewlyAgreedOneReplacesTheOneInForceInItsForumOnly_D2() {
        var all = agreed().says(DUTY, new UUID(8, 3), proposed(COORDINATES, 3))
                .says(DUTY, new UUID(8, 3), new DirectionFact.Agreed(null))
                .says(GOVERNOR, SECOND, proposed(DIRECTS, 2))
                .says(GOVERNOR, SECOND, new DirectionFact.Agreed("Läget är nytt"))
                .all();
        assertThat(all.find(DIRECTION).orElseThrow().state()).isEqualTo(State.REPLACED);
        assertThat(all.inForceByLevel()).extracting(Direction::id).containsExactly(SECOND, new UUID(8, 3));
        assertThat(all.before(all.find(SECOND).orElseThrow()))
                .map(Direction::id)
                .contains(DIRECTION);
    }

    @Test
    void aProposalIsComparedWithWhatItWouldReplace_D2() {
        var all = agreed().says(GOVERNOR, SECOND, proposed(DIRECTS, 2)).all();
        assertThat(all.before(all.find(SECOND).orElseThrow()))
                .map(Direction::id)
                .contains(DIRECTION);
        assertThat(all.find(DIRECTION).orElseThrow().state()).isEqualTo(State.AGREED);
    }

    @Test
    void whatWasWithdrawnIsNotInForce_C5() {
        var all = agreed().says(GOVERNOR, DIRECTION, new DirectionFact.Withdrawn("Fel"))
                .all();
        assertThat(all.inForceByLevel()).isEmpty();
        assertThat(all.open()).isEmpty();
    }

    @Test
    void openIsWhatSomebodyStandsBehindAndHasNotDone_I5() {
        var cast = agreed().answers(TABY, Stance.ACCEPTS, schools())
                .answers(tib("nacka"), Stance.ADAPTS, schools())
                .answers(tib("solna"), Stance.DECLINES, schools())
                .answers(TRAFFIC, Stance.ACCEPTS, lines());
        assertThat(cast.all().open()).extracting(AllDirections.Open::measure).containsExactly(schools(), lines());
        assertThat(cast.all().open().getFirst().actors()).containsExactly("nacka", "taby");
        assertThat(cast.all().open().getFirst().begun()).isFalse();
        cast.tells(TABY, schools(), Progress.DONE).tells(WHOLE_REGION, lines(), Progress.DONE);
        assertThat(cast.all().open()).extracting(AllDirections.Open::actors).containsExactly(List.of("nacka"));
        cast.tells(tib("nacka"), schools(), Progress.STARTED);
        assertThat(cast.all().open().getFirst().begun()).isTrue();
    }

    @Test
    void ofWhatWasReplacedOnlyTheBegunIsStillOpen_I5() {
        var cast = agreed().answers(TABY, Stance.ACCEPTS, schools()).answers(TRAFFIC, Stance.ACCEPTS, lines());
        cast.tells(TRAFFIC, lines(), Progress.STARTED)
                .says(GOVERNOR, SECOND, proposed(DIRECTS, 2))
                .says(GOVERNOR, SECOND, new DirectionFact.Agreed(null));
        assertThat(cast.all().open()).extracting(AllDirections.Open::measure).containsExactly(lines());
        assertThat(cast.all().withMeasuresOf("region"))
                .extracting(Direction::id)
                .contains(DIRECTION);
    }

    @Test
    void aNumberTellsNobodyOfWhatItMayNotSee_S1() {
        var narrow = Labels.of("actor:lst", "actor:polisen");
        var all = new Cast()
                .says(GOVERNOR, DIRECTION, proposed(DIRECTS, 1), narrow)
                .all();
        assertThat(all.nextNumber(ALL)).isEqualTo(1);
        assertThat(all.nextNumber(narrow)).isEqualTo(2);
        var open = agreed().all();
        assertThat(open.nextNumber(Labels.of("incident:" + INCIDENT, "actor:taby")))
                .isEqualTo(2);
    }
}
