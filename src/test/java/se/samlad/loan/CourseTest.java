package se.samlad.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.minute;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.given.Given;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.loan.Course.Bar;
import se.samlad.resource.Need;
import se.samlad.resource.ResourceFact;

/** Loans in time and on the map (D4). */
class CourseTest {

    private static final UUID STREAM = new UUID(8, 0);
    private final Given given = new Given(STREAM);

    private void by(String actor, int minute, UUID need, ResourceFact fact) {
        var at = Given.Envelope.at(minute(minute), Labels.of("members"));
        var id = fact instanceof ResourceFact.Raised ? need : given.nextId();
        given.add(id, need, new By(actor + ".tib", actor, "tib"), fact, at);
    }

    private void raised(UUID need, int quantity, @Nullable String area) {
        var raised = new ResourceFact.Raised(
                "elverk", quantity, "Rimbo", null, minute(80), "Mörkt", null, null, null, area, null);
        by("region", 0, need, raised);
    }

    private List<Need> needs() {
        return List.copyOf(given.fold(Need.All.VIEW).byId().values());
    }

    private void lent(UUID need, int quantity) {
        by("taby", 0, need, new ResourceFact.Promised(quantity, null, null));
        by("region", 10, need, new ResourceFact.Accepted("taby", quantity));
    }

    @Test
    void aLoanIsPromisedGoesIsOutAndIsLate_D4() {
        var need = new UUID(7, 1);
        raised(need, 1, null);
        lent(need, 1);
        by("taby", 20, need, new ResourceFact.Departed(1));
        by("region", 40, need, new ResourceFact.Arrived("taby", 1));
        var late = Course.of(needs(), minute(100));
        assertThat(late.now()).isEqualTo(Course.WIDTH);
        assertThat(late.rows().getFirst().bars())
                .containsExactly(
                        new Bar("promised", 0, 200),
                        new Bar("going", 200, 200),
                        new Bar("out", 400, 400),
                        new Bar("late", 800, 200));
        by("taby", 60, need, new ResourceFact.Returned(1));
        var back = Course.of(needs(), minute(100)).rows().getFirst();
        assertThat(back.back()).isEqualTo(minute(60));
        assertThat(back.bars()).extracting(Bar::kind).containsExactly("promised", "going", "out");
    }

    @Test
    void whatHasNotLeftIsPromisedOnly_D4() {
        var need = new UUID(7, 1);
        raised(need, 1, null);
        lent(need, 1);
        var course = Course.of(needs(), minute(40));
        assertThat(course.last()).isEqualTo(minute(80));
        assertThat(course.rows().getFirst().bars()).containsExactly(new Bar("promised", 0, 500));
        assertThat(Course.of(List.of(), minute(40)).rows()).isEmpty();
    }

    @Test
    void aMunicipalityIsAsItsWorstNeed_D4() {
        raised(new UUID(7, 1), 1, "0188");
        var there = new UUID(7, 2);
        raised(there, 1, "0188");
        lent(there, 1);
        by("taby", 20, there, new ResourceFact.Arrived("taby", 1));
        var promised = new UUID(7, 3);
        raised(promised, 1, "0120");
        lent(promised, 1);
        raised(new UUID(7, 4), 1, null);
        var layer = Layer.of(needs());
        assertThat(layer.statuses()).containsEntry("0188", "RED").containsEntry("0120", "YELLOW");
        assertThat(layer.nowhere()).isEqualTo(1);
        assertThat(layer.counts()).containsEntry("RED", 1).containsEntry("GREEN", 0);
        by("region", 30, new UUID(7, 1), new ResourceFact.Ended("Ljust"));
        assertThat(Layer.of(needs()).statuses()).containsEntry("0188", "GREEN");
    }
}
