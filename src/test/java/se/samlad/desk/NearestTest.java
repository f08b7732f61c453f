package se.samlad.desk;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.samlad.incident.Incident.State;

/** Which incident comes first for a reader. */
class NearestTest {

    /** Activated before signalled, then where one takes part, then what is real; no two kinds are as near. */
    @Property
    void theNearestIsActivatedAndOnesOwnAndReal(
            @ForAll boolean activated, @ForAll boolean part, @ForAll boolean exercise, @ForAll boolean otherPart) {
        int rank = Surroundings.rank(state(activated), part, exercise);
        assertThat(Surroundings.rank(State.ACTIVATED, otherPart, true))
                .isLessThan(Surroundings.rank(State.SIGNALLED, true, false));
        assertThat(Surroundings.rank(state(activated), true, true))
                .isLessThan(Surroundings.rank(state(activated), false, false));
        assertThat(Surroundings.rank(state(activated), part, false))
                .isLessThan(Surroundings.rank(state(activated), part, true));
        assertThat(rank).isBetween(0, 7);
    }

    /** Others' local incidents are not in everybody's bar (F5). */
    @Property
    void localIncidentsAreNearToThoseInThem_F5(@ForAll State state, @ForAll boolean part, @ForAll boolean own) {
        assertThat(Surroundings.isNear(state, part, own)).isEqualTo(state != State.LOCAL || part || own);
        assertThat(Surroundings.isNear(State.LOCAL, false, false)).isFalse();
    }

    private static State state(boolean activated) {
        return activated ? State.ACTIVATED : State.SIGNALLED;
    }
}
