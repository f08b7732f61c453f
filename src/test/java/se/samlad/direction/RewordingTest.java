package se.samlad.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.direction.Cast.*;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.access.Level;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Incident;
import se.samlad.incident.Sittings.Sitting;

/** A proposal is changed until it is agreed, and each who vouches for it vouches for the words that he saw. */
class RewordingTest {

    private static final Incident ENDED = incident(Incident.State.STOOD_DOWN);
    private static final UUID SECOND = new UUID(8, 2);

    private static Direction proposal() {
        return new Cast().says(GOVERNOR, DIRECTION, proposed(DIRECTS, 1)).direction();
    }

    private static DirectionFact.Reworded reword(Incident incident, Direction direction, Sitting forum, Acting by) {
        return Directing.reword(incident, direction, Optional.of(forum), form().wording(), by, REGION);
    }

    @Test
    void whoMayProposeChangesTheWordsOfAProposal_D1() {
        var said = reword(running(), proposal(), DIRECTS, TABY);
        assertThat(said.earlier()).isEqualTo(proposal().drawn());
        assertThat(said.measures()).isEqualTo(proposed(DIRECTS, 1).measures());
        notMandated("direction.propose-mandate", () -> reword(running(), proposal(), DIRECTS, AIRPORT));
        notMandated("direction.propose-mandate", () -> reword(running(), proposal(), DIRECTS, ROOM));
        notMandated(
                "direction.propose-mandate",
                () -> Directing.reword(running(), proposal(), Optional.empty(), form().wording(), TABY, REGION));
    }

    @Test
    void theWordsStandOnceTheForumHasAgreed_D2() {
        var agreed = agreed().direction();
        refused("direction.agreed-already", () -> reword(running(), agreed, DIRECTS, GOVERNOR));
        var gone = new Cast()
                .says(GOVERNOR, DIRECTION, proposed(DIRECTS, 1))
                .says(GOVERNOR, DIRECTION, new DirectionFact.Withdrawn("Fel"))
                .direction();
        refused("direction.withdrawn-already", () -> reword(running(), gone, DIRECTS, GOVERNOR));
        refused("incident.ended", () -> reword(ENDED, proposal(), DIRECTS, GOVERNOR));
        var closed = sitting(DIRECTS.id(), Level.DIRECTING, "lst/chef", false);
        refused("direction.forum-closed", () -> reword(running(), proposal(), closed, GOVERNOR));
        refused(
                "text.missing",
                () -> Directing.reword(
                        running(),
                        proposal(),
                        Optional.of(DIRECTS),
                        new ProposalForm.Wording(" ", null, null, null, null),
                        GOVERNOR,
                        REGION));
    }

    @Test
    void aProposalSaysItsLatestWordsUntilItIsAgreed_D2() {
        var cast = new Cast()
                .says(GOVERNOR, DIRECTION, proposed(DIRECTS, 1))
                .says(POLICE, DIRECTION, reworded(1, "Alla ska ha värme"));
        var proposal = cast.direction();
        assertThat(proposal.said().aim()).isEqualTo("Alla ska ha värme");
        assertThat(proposal.by().actor()).isEqualTo("lst");
        assertThat(proposal.written().by().actor()).isEqualTo("polisen");
        var agreed = cast.says(GOVERNOR, DIRECTION, new DirectionFact.Agreed(null))
                .says(POLICE, DIRECTION, reworded(1, "För sent"))
                .direction();
        assertThat(agreed.said().aim()).isEqualTo("Alla ska ha värme");
    }

    @Test
    void anAgreementIsDrawnFromTheLatestWordsOrFromALaterDirectionInForce_D2() {
        var cast = agreed().says(GOVERNOR, SECOND, proposed(DIRECTS, 2));
        assertThat(cast.all().drawnForAgreement(second(cast)))
                .isEqualTo(second(cast).drawn());
        cast.says(POLICE, SECOND, reworded(2, "Alla ska ha värme"));
        var words = cast.entries().getLast().id();
        assertThat(cast.all().drawnForAgreement(second(cast))).isEqualTo(words);
        assertThat(second(cast).drawnForAnswer(new Direction.Part("taby", null, null)))
                .isEqualTo(words);
        var third = new UUID(8, 3);
        cast.says(GOVERNOR, third, proposed(DIRECTS, 3)).says(GOVERNOR, third, new DirectionFact.Agreed(null));
        var inForce = cast.all().find(third).orElseThrow();
        assertThat(cast.all().drawnForAgreement(second(cast))).isEqualTo(inForce.drawn());
        cast.says(POLICE, SECOND, reworded(2, "Alla ska ha mat"));
        assertThat(cast.all().drawnForAgreement(second(cast)))
                .isEqualTo(cast.entries().getLast().id());
    }

    private static Direction second(Cast cast) {
        return cast.all().find(SECOND).orElseThrow();
    }
}
