package se.samlad.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.acting;
import static se.samlad.given.Given.minute;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.given.Given;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.staff.StaffFact.Post;

/** Those who sit together: each says of itself that it is there, and a post is handed over with what the next must know (F7). */
class StaffTest {

    private static final UUID FORUM = new UUID(7, 1);
    private static final UUID ID = new UUID(7, 2);
    private static final Function TABY = function("taby", Mandate.REPORT);
    private static final Function NACKA = function("nacka", Mandate.REPORT);
    private static final Function ADMIN = function("solna", Mandate.ADMINISTER);

    private final Given given = new Given(new UUID(7, 0));
    private int minutes;

    private static Function function(String actor, Mandate mandate) {
        return new Function(actor, "tib", "tib", "tib", Level.COORDINATING, Set.of(mandate), null, null);
    }

    private void by(Function function, StaffFact fact) {
        var by = new By(function.actor() + ".tib", function.actor(), function.name());
        var id = given.count() == 0 ? ID : given.nextId();
        given.add(id, id, by, fact, Given.Envelope.at(minute(minutes++), Labels.of("forum:" + FORUM)));
    }

    private Staff opened() {
        by(TABY, new StaffFact.Opened(FORUM, List.of(Post.CHIEF, Post.PICTURE)));
        return staff();
    }

    private Staff staff() {
        return given.fold(Staff.All.VIEW).find(ID).orElseThrow();
    }

    @Test
    void eachComesAndLeavesForItself_F7() {
        var staff = opened();
        by(TABY, Staffing.come(staff, acting(TABY), "CHIEF"));
        by(NACKA, Staffing.come(staff(), acting(NACKA), " "));
        assertThat(staff().in(Post.CHIEF)).containsExactly("taby/tib");
        assertThat(staff().in(null)).containsExactly("nacka/tib");
        refused("staff.there-already", () -> Staffing.come(staff(), acting(TABY), "CHIEF"));
        by(TABY, Staffing.leave(staff(), acting(TABY)));
        assertThat(staff().in(Post.CHIEF)).isEmpty();
        notMandated("staff.not-there", () -> Staffing.leave(staff(), acting(TABY)));
        notMandated("staff.who", () -> Staffing.come(staff(), acting(ADMIN), null));
    }

    @Test
    void aPostIsHandedOverAndTakenOver_F7() {
        opened();
        by(TABY, new StaffFact.Came(ID, Post.PICTURE));
        by(TABY, Staffing.handOver(staff(), acting(TABY), "Väg 76 är osäker"));
        assertThat(staff().in(Post.PICTURE)).isEmpty();
        assertThat(staff().in(null)).containsExactly("taby/tib");
        by(TABY, new StaffFact.Came(ID, Post.PICTURE));
        assertThat(staff().handed().get(Post.PICTURE))
                .extracting(Staff.HandOver::taken)
                .isNull();
        by(NACKA, new StaffFact.Came(ID, Post.PICTURE));
        assertThat(staff().handed().get(Post.PICTURE))
                .extracting(Staff.HandOver::text, Staff.HandOver::taken)
                .containsExactly("Väg 76 är osäker", "nacka/tib");
        assertThat(staff().in(Post.PICTURE)).containsExactly("taby/tib", "nacka/tib");
        by(TABY, Staffing.handOver(staff(), acting(TABY), "Nu är den öppen"));
        assertThat(staff().handed().get(Post.PICTURE))
                .as("who is in it already has taken over")
                .extracting(Staff.HandOver::taken)
                .isEqualTo("nacka/tib");
    }

    @Test
    void onlyWhoIsInAPostHandsItOver() {
        opened();
        notMandated("staff.not-there", () -> Staffing.handOver(staff(), acting(NACKA), "Allt är lugnt"));
        by(NACKA, new StaffFact.Came(ID, null));
        refused("staff.no-post", () -> Staffing.handOver(staff(), acting(NACKA), "Allt är lugnt"));
        by(NACKA, new StaffFact.Came(ID, Post.CHIEF));
        refused("text.missing", () -> Staffing.handOver(staff(), acting(NACKA), " "));
        refused("staff.which-post", () -> Staffing.come(staff(), acting(NACKA), "RECORDS"));
        refused("staff.which-post", () -> Staffing.come(staff(), acting(NACKA), "KOCK"));
    }

    @Test
    void nobodyComesToOneThatIsClosed() {
        by(TABY, new StaffFact.RoomsSet(FORUM, "Stora salen", null, null));
        assertThat(given.fold(Staff.All.VIEW).rooms()).containsKey(FORUM);
        var other = new StaffTest();
        other.opened();
        other.by(TABY, Staffing.close(other.staff(), "Läget är normalt"));
        assertThat(other.staff().isOpen()).isFalse();
        assertThat(other.given.fold(Staff.All.VIEW).open(FORUM)).isEmpty();
        refused("staff.closed", () -> Staffing.come(other.staff(), acting(TABY), null));
        refused("staff.closed", () -> Staffing.close(other.staff(), "En gång till"));
    }
}
